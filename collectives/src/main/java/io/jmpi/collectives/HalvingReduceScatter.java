package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * Reduce-scatter of a short vector by {@link Halving}, each part being the blocks of one place.
 *
 * <pre>
 *   6 ranks, blocks a..f; capitals are reduced over all
 *   rank      0 <- 1   2 <- 3   4        5
 *   place     0        1        2        3
 *   fold      abcdef   abcdef   abcdef   abcdef
 *   halve     abcd     abcd     ....ef   ....ef
 *   halve     AB       CD       E        F
 *   hand out  A -> B   C -> D   E        F
 * </pre>
 *
 * For a commutative operation the farthest places meet first, as drawn, and each ends with its own part. Else the
 * nearest meet first, to keep rank order; then places with mirrored bits (here 1 and 2) have each other's parts in the
 * end and hand them out to their owners.
 * Cost: lg n alpha + (n-1)/n m (beta + gamma), one more alpha for handing out if it is needed, and alpha + m (beta +
 * gamma) for the fold unless n is a power of two. Restrictions: none.
 */
public final class HalvingReduceScatter {

    private final Folding folding;
    private final boolean commutative;

    private HalvingReduceScatter(int size, boolean commutative) {
        this.folding = new Folding(size);
        this.commutative = commutative;
    }

    /** A count is that of one block. In place, the vector is in OUTPUT and the rank's result goes to its beginning. */
    public static Schedule schedule(int rank, int size, long count, boolean commutative, boolean inPlace) {
        return new HalvingReduceScatter(size, commutative).schedule(rank, Blocks.uniform(count), inPlace);
    }

    /** Blocks of any counts, one after the other. */
    public static Schedule schedule(int rank, int size, int[] counts, boolean commutative, boolean inPlace) {
        return new HalvingReduceScatter(size, commutative).schedule(rank, Blocks.adjacent(counts), inPlace);
    }

    private Schedule schedule(int rank, Blocks blocks, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        long total = blocks.end(folding.size() - 1);
        int place = commutative ? mirrored(folding.place(rank)) : folding.place(rank);
        Halving halving = new Halving(steps, folding.places(), place, places(), parts(blocks));
        int right = halving.rightFolds() + (folding.takesNext(rank) ? 1 : 0);
        Accumulator value = new Accumulator(steps, total, inPlace ? OUTPUT : INPUT, commutative, false, right);
        folding.enter(value, rank, total);
        if (!folding.rests(rank)) {
            halving.reduceScatter(value);
        }
        steps.endRound();
        handOut(steps, value, rank, blocks);
        return steps.build();
    }

    /** For a commutative operation the halving counts mirrored places, and so begins with the farthest. */
    private Places places() {
        return new Places() {
            @Override
            public int rank(int place) {
                return folding.rank(commutative ? mirrored(place) : place);
            }
        };
    }

    /** The place that has a part after the halving, and the part that a place has. */
    private int held(int place) {
        return commutative ? place : mirrored(place);
    }

    /** A place with its bits in the opposite order. */
    private int mirrored(int place) {
        int bits = Integer.numberOfTrailingZeros(folding.places());
        return bits == 0 ? place : Integer.reverse(place) >>> Integer.SIZE - bits;
    }

    private void handOut(ScheduleBuilder steps, Accumulator value, int rank, Blocks blocks) {
        if (!folding.rests(rank)) {
            int owner = folding.rank(held(folding.place(rank)));
            for (int to = owner; to <= owner + (folding.takesNext(owner) ? 1 : 0); to++) {
                if (to != rank) {
                    value.send(to, blocks.start(to), blocks.end(to));
                }
            }
        }
        int holder = folding.rank(held(folding.place(folding.rests(rank) ? rank - 1 : rank)));
        if (holder != rank) {
            steps.recv(holder, OUTPUT, 0, blocks.count(rank));
        } else {
            steps.copy(value.buffer(), value.base() + blocks.start(rank), OUTPUT, 0, blocks.count(rank));
        }
    }

    /** All blocks that a place is in charge of: its own, and that of the rank that rests. */
    private Blocks parts(Blocks blocks) {
        return new Blocks() {
            @Override
            public long start(int place) {
                return blocks.start(folding.rank(place));
            }

            @Override
            public long count(int place) {
                int rank = folding.rank(place);
                return blocks.end(folding.takesNext(rank) ? rank + 1 : rank) - blocks.start(rank);
            }
        };
    }
}
