package io.jmpi.collectives;

/**
 * Broadcast for ranks that share nodes: down a binomial tree over the nodes, whose leaders pass it on to theirs. The data
 * is in OUTPUT, at the root as elsewhere.
 *
 * <pre>
 *   node 0: 0 2 4    node 1: 1 3 5        root 2:  2 -> 1    2 -> 0, 4
 *                                                            1 -> 3, 5
 * </pre>
 *
 * The data enters each node once. Cost: lg N (alpha + m beta) between N nodes, log n' (alpha + m beta) within one of n'
 * ranks. Restrictions: none.
 */
public final class TwoLevelBcast {

    private TwoLevelBcast() {}

    public static Schedule schedule(int rank, Nodes nodes, int root, long count) {
        ScheduleBuilder steps = new ScheduleBuilder();
        append(steps, rank, nodes, root, count);
        return steps.build();
    }

    private static void append(ScheduleBuilder steps, int rank, Nodes nodes, int root, long count) {
        Crew crew = nodes.crew(rank, root);
        if (crew.isFirst()) {
            Crew leaders = nodes.leaders(rank, root);
            leaders.receive(steps, count, TwoLevels.BETWEEN);
            leaders.pass(steps, count, TwoLevels.BETWEEN);
        } else {
            crew.receive(steps, count, TwoLevels.WITHIN);
        }
        crew.pass(steps, count, TwoLevels.WITHIN);
    }
}
