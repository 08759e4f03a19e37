package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * Reduction of a long vector: reduce-scatter by {@link Halving}, then collect the parts at the root.
 *
 * <pre>
 *   6 ranks, root 0, parts a b c d; capitals are reduced over all
 *   0 <- 1   abcd    ab..    A...    AB..    ABCD
 *   2 <- 3   abcd    ..cd    ..C.    ..CD    to 0
 *   4        abcd    ab..    .B..    to 0
 *   5        abcd    ..cd    ...D    to 2
 *   fold         halve            collect
 * </pre>
 *
 * Cost: 2 lg n alpha + 2 (n-1)/n m beta + (n-1)/n m gamma, and alpha + m (beta + gamma) unless n is a power of two.
 * Restrictions: the operation is commutative, since places are counted from the root.
 */
public final class RabenseifnerReduce {

    private RabenseifnerReduce() {}

    /** In place concerns the root only. */
    public static Schedule schedule(int rank, int size, int root, long count, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Ring ring = new Ring(size, root);
        Folding folding = new Folding(size);
        int turned = ring.place(rank);
        int own = inPlace && rank == root ? OUTPUT : INPUT;
        Accumulator value = new Accumulator(steps, count, own, true, rank == root, 0);
        if (folding.rests(turned)) {
            value.send(ring.rank(turned - 1), 0, count);
            return steps.build();
        }
        if (folding.takesNext(turned)) {
            value.fold(ring.rank(turned + 1), true, 0, count);
        }
        Blocks parts = Blocks.split(count, folding.places());
        Places places = new Places() {
            @Override
            public int rank(int place) {
                return ring.rank(folding.rank(place));
            }
        };
        Halving halving = new Halving(steps, folding.places(), folding.place(turned), places, parts);
        halving.reduceScatter(value);
        halving.collectAtFirst(value);
        if (rank == root) {
            value.settle(0, count);
        }
        return steps.build();
    }
}
