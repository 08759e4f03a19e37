package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * Reduction for ranks that share nodes: each node's values into its leader's, then up a binomial tree over the nodes.
 *
 * <pre>
 *   node 0: 0 2 4    node 1: 1 3 5        root 2:  0, 4 -> 2    1 -> 2
 *                                                  3, 5 -> 1
 * </pre>
 *
 * One value leaves each node. Cost: as {@link TwoLevelBcast}, and m gamma for each value that a rank takes.
 * Restrictions: the operation is commutative.
 */
public final class TwoLevelReduce {

    private TwoLevelReduce() {}

    /** In place concerns the root only. */
    public static Schedule schedule(int rank, Nodes nodes, int root, long count, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        boolean isRoot = rank == root;
        Accumulator value = new Accumulator(steps, count, inPlace && isRoot ? OUTPUT : INPUT, true, isRoot, 1);
        Crew crew = nodes.crew(rank, root);
        crew.reduce(steps, value, count, TwoLevels.WITHIN);
        if (crew.isFirst()) {
            nodes.leaders(rank, root).reduce(steps, value, count, TwoLevels.BETWEEN);
        }
        if (isRoot) {
            value.settle(0, count);
        }
        return steps.build();
    }
}
