package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;
import static io.jmpi.collectives.Schedule.SCRATCH;

/**
 * All-gather of short blocks, for any number of ranks: everyone doubles its run of blocks, which begins with its own,
 * and in the end turns it round.
 *
 * <pre>
 *   5 ranks: run in scratch                          output
 *   0  a      ab      abcd      abcde    turned    abcde
 *   1  b      bc      bcde      bcdea      ->      abcde
 *   2  c      cd      cdea      cdeab              abcde
 *   3  d      de      deab      deabc              abcde
 *   4  e      ea      eabc      eabcd              abcde
 *      from +1    from +2   from +4
 * </pre>
 *
 * Cost: lg n alpha + (n-1)/n m beta + a copy of m, m being the whole result. Restrictions: none. Blocks may have any
 * counts, the same as everyone sees them, and lie anywhere.
 */
public final class BruckAllGather {

    private BruckAllGather() {}

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
        long[] ends = runLengths(ring, blocks);
        steps.copy(inPlace ? OUTPUT : INPUT, inPlace ? blocks.start(rank) : 0, SCRATCH, 0, ends[1]);
        int taken;
        for (int have = 1; have < size; have += taken) {
            taken = Math.min(have, size - have);
            steps.send(ring.rank(-have), SCRATCH, 0, ends[taken]);
            steps.recv(ring.rank(have), SCRATCH, ends[have], ends[have + taken] - ends[have]);
            steps.endRound();
        }
        for (int block = inPlace ? 1 : 0; block < size; block++) {
            int owner = ring.rank(block);
            steps.copy(SCRATCH, ends[block], OUTPUT, blocks.start(owner), blocks.count(owner));
        }
        return steps.build();
    }

    /** Elements in the first 0, 1, ... n blocks of the run. */
    private static long[] runLengths(Ring ring, Blocks blocks) {
        long[] ends = new long[ring.size() + 1];
        for (int block = 0; block < ring.size(); block++) {
            ends[block + 1] = ends[block] + blocks.count(ring.rank(block));
        }
        return ends;
    }
}
