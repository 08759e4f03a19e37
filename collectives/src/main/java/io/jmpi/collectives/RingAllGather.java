package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * All-gather of long blocks: everyone passes on to the next rank what came from the one before.
 *
 * <pre>
 *   5 ranks
 *   0  a....     a...e     a..de     a.cde     abcde
 *   1  .b...     ab...     ab..e     ab.de     abcde
 *   2  ..c..     .bc..     abc..     abc.e     abcde
 *   3  ...d.     ..cd.     .bcd.     abcd.     abcde
 *   4  ....e     ...de     ..cde     .bcde     abcde
 * </pre>
 *
 * Cost: (n-1) alpha + (n-1)/n m beta, m being the whole result. Restrictions: none. Blocks may have any counts, and
 * their places may differ from rank to rank, since each travels by itself.
 */
public final class RingAllGather {

    private RingAllGather() {}

    /** A count is that of one block. */
    public static Schedule schedule(int rank, int size, long count, boolean inPlace) {
        return schedule(rank, size, Blocks.uniform(count), inPlace);
    }

    public static Schedule schedule(int rank, int size, int[] counts, int[] displs, boolean inPlace) {
        return schedule(rank, size, Blocks.of(counts, displs), inPlace);
    }

    private static Schedule schedule(int rank, int size, Blocks blocks, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Ring ring = new Ring(size, rank);
        for (int round = 1; round < size; round++) {
            int outgoing = ring.rank(1 - round);
            int incoming = ring.rank(-round);
            boolean first = round == 1 && !inPlace;
            steps.send(
                    ring.rank(1), first ? INPUT : OUTPUT, first ? 0 : blocks.start(outgoing), blocks.count(outgoing));
            steps.recv(ring.rank(-1), OUTPUT, blocks.start(incoming), blocks.count(incoming));
            steps.endRound();
        }
        if (!inPlace) {
            steps.copy(INPUT, 0, OUTPUT, blocks.start(rank), blocks.count(rank));
        }
        return steps.build();
    }
}
