package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * Exchange with neighbours in a graph: each rank gives a block to each of its destinations and gets one from each of its
 * sources. A rank may be a neighbour several times, and its own.
 *
 * <pre>
 *   5 ranks in a circle, as rank 2 sees it
 *   1 -> 2 -> 3      recv source 0 from 1, send destination 1 to 3
 *   1 <- 2 <- 3      recv source 1 from 3, send destination 0 to 1
 * </pre>
 *
 * Between two ranks the k-th block given is the k-th got, in the orders given here, which so decide which way data goes
 * round a circle of two. Cost: alpha for each neighbour, m beta. Restrictions: none.
 */
public final class NeighborExchange {

    private NeighborExchange() {}

    /**
     * @param destinations ranks to give to, block i to the i-th; each rank lists its edges in the same order as its peers
     * @param sources ranks to get from, in the order of what they give
     * @param slots which block of OUTPUT is got from each of the sources
     * @param same whether all destinations get the same, the first block
     */
    public static Schedule schedule(
            int rank,
            int[] destinations,
            int[] sources,
            int[] slots,
            boolean same,
            int[] sendCounts,
            int[] sendDispls,
            int[] recvCounts,
            int[] recvDispls) {
        ScheduleBuilder steps = new ScheduleBuilder();
        for (int source = 0; source < sources.length; source++) {
            int slot = slots[source];
            if (sources[source] != rank && sources[source] >= 0) {
                steps.recv(sources[source], OUTPUT, recvDispls[slot], recvCounts[slot]);
            }
        }
        int own = 0;
        for (int destination = 0; destination < destinations.length; destination++) {
            int block = same ? 0 : destination;
            int to = destinations[destination];
            if (to == rank) {
                own = next(sources, rank, own);
                steps.copy(INPUT, sendDispls[block], OUTPUT, recvDispls[slots[own]], recvCounts[slots[own]]);
                own++;
            } else if (to >= 0) {
                steps.send(to, INPUT, sendDispls[block], sendCounts[block]);
            }
        }
        return steps.build();
    }

    /** Where this rank is its own source, from a place on. */
    private static int next(int[] sources, int rank, int from) {
        int at = from;
        while (sources[at] != rank) {
            at++;
        }
        return at;
    }
}
