package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;
import static io.jmpi.collectives.Schedule.SCRATCH;

/**
 * All-reduce of a very long vector: each part goes round the ring twice, first to be summed, then to be known.
 *
 * <pre>
 *   5 ranks, the way of part 0
 *   reduce   1 -> 2 -> 3 -> 4 -> 0      each adds its own
 *   collect  0 -> 1 -> 2 -> 3 -> 4
 * </pre>
 *
 * Cost: 2 (n-1) alpha + 2 (n-1)/n m beta + (n-1)/n m gamma, for any n, each rank talking to its two neighbours alone.
 * Restrictions: the operation is commutative, since each part begins at another rank.
 */
public final class RingAllReduce {

    private RingAllReduce() {}

    public static Schedule schedule(int rank, int size, long count, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Ring ring = new Ring(size, rank);
        Blocks parts = Blocks.split(count, size);
        int next = ring.rank(1);
        int previous = ring.rank(-1);
        int own = inPlace ? OUTPUT : INPUT;
        if (size == 1) {
            return inPlace
                    ? steps.build()
                    : steps.copy(INPUT, 0, OUTPUT, 0, count).build();
        }
        for (int round = 1; round < size; round++) {
            int outgoing = ring.rank(-round);
            steps.send(next, round == 1 ? own : OUTPUT, parts.start(outgoing), parts.count(outgoing));
            int incoming = ring.rank(-round - 1);
            reduceIncoming(steps, previous, inPlace, parts.start(incoming), parts.count(incoming));
        }
        for (int round = 1; round < size; round++) {
            int outgoing = ring.rank(1 - round);
            int incoming = ring.rank(-round);
            steps.send(next, OUTPUT, parts.start(outgoing), parts.count(outgoing));
            steps.recv(previous, OUTPUT, parts.start(incoming), parts.count(incoming));
            steps.endRound();
        }
        return steps.build();
    }

    private static void reduceIncoming(ScheduleBuilder steps, int peer, boolean inPlace, long start, long count) {
        if (inPlace) {
            steps.recv(peer, SCRATCH, 0, count).reduce(SCRATCH, 0, OUTPUT, start, count);
        } else {
            steps.recv(peer, OUTPUT, start, count).reduce(INPUT, start, OUTPUT, start, count);
        }
        steps.endRound();
    }
}
