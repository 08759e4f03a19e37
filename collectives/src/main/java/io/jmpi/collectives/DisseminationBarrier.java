package io.jmpi.collectives;

/**
 * Barrier: in round k everyone signals the rank 2^k further on and awaits the rank 2^k before.
 *
 * <pre>
 *   5 ranks, whom rank 0 has heard of, directly or not
 *   round 0:  4 -> 0          4 0
 *   round 1:  3 -> 0      2 3 4 0
 *   round 2:  1 -> 0    1 2 3 4 0
 * </pre>
 *
 * Cost: lg n alpha. Restrictions: none.
 */
public final class DisseminationBarrier {

    private DisseminationBarrier() {}

    public static Schedule schedule(int rank, int size) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Ring ring = new Ring(size, rank);
        for (int distance = 1; distance < size; distance *= 2) {
            steps.signal(ring.rank(distance)).await(ring.rank(-distance)).endRound();
        }
        return steps.build();
    }
}
