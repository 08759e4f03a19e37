package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * All-reduce of a long vector: reduce-scatter by {@link Halving}, then collect the parts by doubling.
 *
 * <pre>
 *   6 ranks, parts a b c d; capitals are reduced over all
 *   0 <- 1   abcd    ab..    A...    A.C.    ABCD -> 1
 *   2 <- 3   abcd    ..cd    ..C.    A.C.    ABCD -> 3
 *   4        abcd    ab..    .B..    .B.D    ABCD
 *   5        abcd    ..cd    ...D    .B.D    ABCD
 *   fold         halve                collect     to those that rested
 * </pre>
 *
 * (In the third column peers at distance 2 have met: the way back goes by distance 2, then 1, so that the parts
 * collected always lie next to each other.)
 * Cost: 2 lg n alpha + 2 (n-1)/n m beta + (n-1)/n m gamma, and 2 (alpha + m beta) + m gamma unless n is a power of two.
 * Restrictions: none; operands meet in rank order.
 */
public final class RabenseifnerAllReduce {

    private RabenseifnerAllReduce() {}

    public static Schedule schedule(int rank, int size, long count, boolean commutative, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Folding folding = new Folding(size);
        Halving halving = new Halving(steps, folding.places(), folding.place(rank), folding::rank, count);
        int right = halving.rightFolds() + (folding.takesNext(rank) ? 1 : 0);
        Accumulator value = new Accumulator(steps, count, inPlace ? OUTPUT : INPUT, commutative, true, right);
        folding.enter(value, rank, count);
        if (!folding.rests(rank)) {
            halving.reduceScatter(value);
            halving.collectAtAll(value);
        }
        folding.leave(steps, rank, count);
        return steps.build();
    }
}
