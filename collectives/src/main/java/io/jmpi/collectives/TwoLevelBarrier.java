package io.jmpi.collectives;

/**
 * Barrier for ranks that share nodes: those of a node report to its leader, the leaders run a
 * {@link DisseminationBarrier}, and each lets its node go.
 *
 * <pre>
 *   node 0: 0 2 4    node 1: 1 3 5        2, 4 -> 0    0 -> 1    0 -> 2, 4
 *                                         3, 5 -> 1    1 -> 0    1 -> 3, 5
 * </pre>
 *
 * Cost: 2 log n' alpha within a node of n' ranks, and lg N alpha between N nodes, of which only N messages a round cross
 * the network. Restrictions: none.
 */
public final class TwoLevelBarrier {

    private TwoLevelBarrier() {}

    public static Schedule schedule(int rank, Nodes nodes) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Crew crew = nodes.crew(rank, 0);
        crew.gatherSignals(steps, TwoLevels.WITHIN);
        if (crew.isFirst()) {
            Crew leaders = nodes.leaders(rank, 0);
            Ring ring = new Ring(leaders.size(), leaders.place());
            for (int distance = 1; distance < leaders.size(); distance *= 2) {
                steps.signal(leaders.rank(ring.rank(distance)))
                        .await(leaders.rank(ring.rank(-distance)))
                        .endRound();
            }
        }
        crew.passSignals(steps, TwoLevels.WITHIN);
        return steps.build();
    }
}
