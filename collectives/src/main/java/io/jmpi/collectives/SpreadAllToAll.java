package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * All-to-all straight from rank to rank, in a rotation, so that nobody is everyone's target at the same time.
 *
 * <pre>
 *   5 ranks            0  1  2  3  4
 *   distance 1: to     1  2  3  4  0
 *   distance 2: to     2  3  4  0  1
 *   ...                              window many distances at once
 * </pre>
 *
 * A window of 1 is the pairwise exchange: least memory and contention, for long blocks. A wide one hides latency.
 * Cost: (n-1) alpha + (n-1)/n m beta, m being the whole vector; with a window of w, alpha is met (n-1)/w times.
 * Restrictions: not in place; see {@link SwappingAllToAll}.
 */
public final class SpreadAllToAll {

    private SpreadAllToAll() {}

    /** A count is that of one block. */
    public static Schedule schedule(int rank, int size, long count, int window) {
        Blocks blocks = Blocks.uniform(count);
        return schedule(rank, size, blocks, blocks, window);
    }

    public static Schedule schedule(
            int rank, int size, int[] sendCounts, int[] sendDispls, int[] recvCounts, int[] recvDispls, int window) {
        return schedule(rank, size, Blocks.of(sendCounts, sendDispls), Blocks.of(recvCounts, recvDispls), window);
    }

    private static Schedule schedule(int rank, int size, Blocks outgoing, Blocks incoming, int window) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Ring ring = new Ring(size, rank);
        for (int distance = 1; distance < size; distance++) {
            int to = ring.rank(distance);
            int from = ring.rank(-distance);
            steps.recv(from, OUTPUT, incoming.start(from), incoming.count(from));
            steps.send(to, INPUT, outgoing.start(to), outgoing.count(to));
            if (distance % window == 0) {
                steps.endRound();
            }
        }
        steps.copy(INPUT, outgoing.start(rank), OUTPUT, incoming.start(rank), outgoing.count(rank));
        return steps.build();
    }
}
