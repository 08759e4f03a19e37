package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * All-reduce of a long vector: reduce-scatter by {@link Halving}, then collect the parts by doubling.
 *
 * <pre>
 *   6 ranks, parts a b c d; capitals are reduced over all
 *   0 <- 1   abcd    ab..    A...    AB..    ABCD -> 1
 *   2 <- 3   abcd    ..cd    ..C.    ..CD    ABCD -> 3
 *   4        abcd    ab..    .B..    AB..    ABCD
 *   5        abcd    ..cd    ...D    ..CD    ABCD
 *   fold         halve            collect     to those that rested
 * </pre>
 *
 * Cost: 2 lg n alpha + 2 (n-1)/n m beta + (n-1)/n m gamma, and 2 (alpha + m beta) + m gamma unless n is a power of two.
 * Restrictions: none; operands meet in rank order.
 */
public final class RabenseifnerAllReduce {

    private RabenseifnerAllReduce() {}

    public static Schedule schedule(int rank, int size, long count, boolean commutative, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Folding folding = new Folding(size);
        Blocks parts = Blocks.split(count, folding.places());
        Halving halving = new Halving(steps, folding.places(), folding.place(rank), folding, parts);
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
