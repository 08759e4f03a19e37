package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * All-gather by recursive doubling: everyone swaps all it has with the peer at distance 1, 2, 4, ..., in place.
 *
 * <pre>
 *   4 ranks (5 or 6 would not do)
 *   0  a...     ab..     abcd
 *   1  .b..     ab..     abcd
 *   2  ..c.     ..cd     abcd
 *   3  ...d     ..cd     abcd
 * </pre>
 *
 * Cost: lg n alpha + (n-1)/n m beta, m being the whole result. Restrictions: the number of ranks is a power of two.
 */
public final class DoublingAllGather {

    private DoublingAllGather() {}

    /** A count is that of one block. */
    public static Schedule schedule(int rank, int size, long count, boolean inPlace) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("size must be a power of two: size=" + size);
        }
        ScheduleBuilder steps = new ScheduleBuilder();
        if (!inPlace) {
            steps.copy(INPUT, 0, OUTPUT, rank * count, count);
        }
        for (int mask = 1; mask < size; mask *= 2) {
            int peer = rank ^ mask;
            long mine = (rank & -mask) * count;
            long theirs = (peer & -mask) * count;
            steps.send(peer, OUTPUT, mine, mask * count)
                    .recv(peer, OUTPUT, theirs, mask * count)
                    .endRound();
        }
        return steps.build();
    }
}
