package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * All-gather by neighbour exchange (Chen and others, "Performance Evaluation of Allgather Algorithms on Terascale Linux Cluster
 * with Fast Ethernet", 2005): pairs swap their blocks; then everyone swaps with the neighbours on both sides in turn, two blocks
 * at a time, those that came last.
 *
 * <pre>
 *   6 ranks
 *   0  a.....     ab....     ab..ef     abcdef
 *   1  .b....     ab....     abcd..     abcdef
 *   2  ..c...     ..cd..     abcd..     abcdef
 *   3  ...d..     ..cd..     ..cdef     abcdef
 *   4  ....e.     ....ef     ..cdef     abcdef
 *   5  .....f     ....ef     ab..ef     abcdef
 * </pre>
 *
 * Cost: n/2 alpha + (n-1)/n m beta, m being the whole result: half the rounds of a ring. Restrictions: the number of ranks is
 * even.
 */
public final class NeighborAllGather {

    private NeighborAllGather() {}

    /** A count is that of one block. */
    public static Schedule schedule(int rank, int size, long count, boolean inPlace) {
        if (size % 2 != 0) {
            throw new IllegalArgumentException("size must be even: size=" + size);
        }
        ScheduleBuilder steps = new ScheduleBuilder();
        if (!inPlace) {
            steps.copy(INPUT, 0, OUTPUT, rank * count, count);
        }
        int partner = rank ^ 1;
        steps.send(partner, OUTPUT, rank * count, count)
                .recv(partner, OUTPUT, partner * count, count)
                .endRound();
        Ring ranks = new Ring(size, rank);
        Ring pairs = new Ring(size / 2, rank / 2);
        int side = partner - rank; // on which the partner is
        for (int round = 2; round <= size / 2; round++) {
            boolean away = round % 2 == 0;
            int reach = round / 2;
            int peer = ranks.rank(away ? -side : side);
            int sent = pairs.rank(away ? side * (reach - 1) : -side * reach);
            int received = pairs.rank(away ? -side * reach : side * reach);
            steps.send(peer, OUTPUT, 2 * sent * count, 2 * count)
                    .recv(peer, OUTPUT, 2 * received * count, 2 * count)
                    .endRound();
        }
        return steps.build();
    }
}
