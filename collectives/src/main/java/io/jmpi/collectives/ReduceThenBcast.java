package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * All-reduce by a reduction to rank 0 and a broadcast from there.
 *
 * <pre>
 *   5 ranks     1 -> 0    3 -> 2      2 -> 0      4 -> 0      and back the same way
 * </pre>
 *
 * Twice the time of {@link DoublingAllReduce}, but only 2 (n-1) messages: for ranks that share one processor or wire.
 * Cost: 2 lg n (alpha + m beta) + lg n m gamma. Restrictions: none; operands meet in rank order.
 */
public final class ReduceThenBcast {

    private ReduceThenBcast() {}

    public static Schedule schedule(int rank, int size, long count, boolean commutative, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        BinomialReduce.append(steps, rank, size, 0, count, commutative, inPlace ? OUTPUT : INPUT);
        BinomialBcast.append(steps, rank, size, 0, count);
        return steps.build();
    }
}
