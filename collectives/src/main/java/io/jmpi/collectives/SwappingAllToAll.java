package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.OUTPUT;
import static io.jmpi.collectives.Schedule.SCRATCH;

/**
 * All-to-all in place: as in a tournament, everyone meets everyone once and swaps one block.
 *
 * <pre>
 *   5 ranks: in round r, those meet whose ranks add up to r modulo 5
 *   round 0:  1-4  2-3        round 3:  0-3  1-2
 *   round 1:  0-1  2-4        round 4:  0-4  1-3
 *   round 2:  0-2  3-4
 * </pre>
 *
 * Cost: n alpha + (n-1)/n m beta and a copy of m, m being the whole vector. Restrictions: in place.
 */
public final class SwappingAllToAll {

    private SwappingAllToAll() {}

    /** A count is that of one block. */
    public static Schedule schedule(int rank, int size, long count) {
        return schedule(rank, size, Blocks.uniform(count));
    }

    /** A rank sends another as many elements as it receives from it, as MPI asks. */
    public static Schedule schedule(int rank, int size, int[] counts, int[] displs) {
        return schedule(rank, size, Blocks.of(counts, displs));
    }

    private static Schedule schedule(int rank, int size, Blocks blocks) {
        ScheduleBuilder steps = new ScheduleBuilder();
        for (int round = 0; round < size; round++) {
            int peer = Math.floorMod(round - rank, size);
            if (peer != rank) {
                long start = blocks.start(peer);
                long count = blocks.count(peer);
                steps.recv(peer, SCRATCH, 0, count).send(peer, OUTPUT, start, count);
                steps.copy(SCRATCH, 0, OUTPUT, start, count).endRound();
            }
        }
        return steps.build();
    }
}
