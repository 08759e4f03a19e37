package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * All-reduce for ranks that share nodes: each node's values into its leader's, recursive doubling between the leaders, and
 * the result back to the nodes.
 *
 * <pre>
 *   node 0: 0 2 4    node 1: 1 3 5        2, 4 -> 0    0 -> 1    0 -> 2, 4
 *                                         3, 5 -> 1    1 -> 0    1 -> 3, 5
 * </pre>
 *
 * Cost: 2 log n' (alpha + m beta) within a node of n' ranks, that of {@link DoublingAllReduce} between the nodes.
 * Restrictions: the operation is commutative.
 */
public final class TwoLevelAllReduce {

    private TwoLevelAllReduce() {}

    public static Schedule schedule(int rank, Nodes nodes, long count, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Accumulator value = new Accumulator(steps, count, inPlace ? OUTPUT : INPUT, true, true, 1);
        Crew crew = nodes.crew(rank, 0);
        crew.reduce(steps, value, count, TwoLevels.WITHIN);
        if (crew.isFirst()) {
            Crew leaders = nodes.leaders(rank, 0);
            DoublingAllReduce.append(steps, value, new Folding(leaders.size(), leaders), leaders.place(), count);
            steps.endRound();
        } else {
            crew.receive(steps, count, TwoLevels.WITHIN);
        }
        crew.pass(steps, count, TwoLevels.WITHIN);
        return steps.build();
    }
}
