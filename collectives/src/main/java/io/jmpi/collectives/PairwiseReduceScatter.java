package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;
import static io.jmpi.collectives.Schedule.SCRATCH;

/**
 * Reduce-scatter of a long vector: everyone sends each rank its block, in a rotation, and reduces what comes for its
 * own.
 *
 * <pre>
 *   5 ranks, what rank 2 receives for block 2, and from whom
 *   round 1:  from 1      lower = 1 2
 *   round 2:  from 0      lower = 0 1 2
 *   round 3:  from 4                        upper = 4
 *   round 4:  from 3                        upper = 3 4
 *   end                   result = lower op upper
 * </pre>
 *
 * Both parts grow to the left only, so rank order is kept.
 * Cost: (n-1) alpha + (n-1)/n m (beta + gamma). Restrictions: none.
 */
public final class PairwiseReduceScatter {

    private final ScheduleBuilder steps = new ScheduleBuilder();
    private final int rank;
    private final int size;
    private final Blocks blocks;
    private final int own; // where the whole vector is
    private final long count;
    private final int upper; // where the upper part grows and then the result is
    private final long upperOffset;

    private PairwiseReduceScatter(int rank, int size, Blocks blocks, boolean inPlace) {
        this.rank = rank;
        this.size = size;
        this.blocks = blocks;
        this.own = inPlace ? OUTPUT : INPUT;
        this.count = blocks.count(rank);
        this.upper = inPlace ? SCRATCH : OUTPUT; // in place, OUTPUT is still to be sent
        this.upperOffset = inPlace ? 2 * count : 0;
    }

    /** A count is that of one block. In place, the vector is in OUTPUT and the rank's result goes to its beginning. */
    public static Schedule schedule(int rank, int size, long count, boolean inPlace) {
        return new PairwiseReduceScatter(rank, size, Blocks.uniform(count), inPlace).schedule();
    }

    /** Blocks of any counts, one after the other. */
    public static Schedule schedule(int rank, int size, int[] counts, boolean inPlace) {
        return new PairwiseReduceScatter(rank, size, Blocks.adjacent(counts), inPlace).schedule();
    }

    private Schedule schedule() {
        boolean lowerIsOwn = rank == 0;
        int lower = lowerIsOwn ? own : SCRATCH;
        long lowerOffset = lowerIsOwn ? blocks.start(rank) : count;
        if (!lowerIsOwn) {
            steps.copy(own, blocks.start(rank), lower, lowerOffset, count);
        }
        Ring ring = new Ring(size, rank);
        for (int round = 1; round < size; round++) {
            int to = ring.rank(round);
            int from = ring.rank(-round);
            steps.send(to, own, blocks.start(to), blocks.count(to));
            if (from < rank) {
                steps.recv(from, SCRATCH, 0, count).reduce(SCRATCH, 0, lower, lowerOffset, count);
            } else if (from == size - 1) {
                steps.recv(from, upper, upperOffset, count);
            } else {
                steps.recv(from, SCRATCH, 0, count).reduce(SCRATCH, 0, upper, upperOffset, count);
            }
            steps.endRound();
        }
        finish(lower, lowerOffset);
        return steps.build();
    }

    private void finish(int lower, long lowerOffset) {
        if (rank == size - 1) {
            steps.copy(lower, lowerOffset, OUTPUT, 0, count);
            return;
        }
        steps.reduce(lower, lowerOffset, upper, upperOffset, count);
        steps.copy(upper, upperOffset, OUTPUT, 0, count);
    }
}
