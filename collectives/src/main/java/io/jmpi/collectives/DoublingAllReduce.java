package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * All-reduce by recursive doubling: everyone swaps values with the peer at distance 1, 2, 4, ...
 *
 * <pre>
 *   6 ranks: which ranks' operands a value contains
 *   0  0    01    0123    012345
 *   1  1 ^                       -> 012345
 *   2  2    23    0123    012345
 *   3  3 ^                       -> 012345
 *   4  4    4     45      012345
 *   5  5    5     45      012345
 *      fold  swap   swap   and give the result to those that rested
 * </pre>
 *
 * Cost: lg n (alpha + m beta + m gamma), and 2 (alpha + m beta) + m gamma unless n is a power of two.
 * Restrictions: none; operands meet in rank order.
 */
public final class DoublingAllReduce {

    private DoublingAllReduce() {}

    public static Schedule schedule(int rank, int size, long count, boolean commutative, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Folding folding = new Folding(size);
        int place = folding.place(rank);
        int right =
                Integer.bitCount(folding.places() - 1) - Integer.bitCount(place) + (folding.takesNext(rank) ? 1 : 0);
        Accumulator value = new Accumulator(steps, count, inPlace ? OUTPUT : INPUT, commutative, true, right);
        append(steps, value, folding, rank, count);
        return steps.build();
    }

    /** @param rank among those that the folding folds */
    static void append(ScheduleBuilder steps, Accumulator value, Folding folding, int rank, long count) {
        int place = folding.place(rank);
        folding.enter(value, rank, count);
        if (!folding.rests(rank)) {
            for (int mask = 1; mask < folding.places(); mask *= 2) {
                int peer = folding.rank(place ^ mask);
                value.send(peer, 0, count);
                value.fold(peer, (place & mask) == 0, 0, count);
            }
            value.settle(0, count);
        }
        folding.leave(steps, rank, count);
    }
}
