package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * Broadcast down a binomial tree. The data is in OUTPUT, at the root as elsewhere.
 *
 * <pre>
 *   6 ranks, root 0: who has it after each message time
 *   0            0
 *   1            0 . . . 4 .
 *   2            0 . 2 . 4 5
 *   3            0 1 2 3 4 5
 * </pre>
 *
 * A rank starts all its sends in one round, the deepest subtree first, and so never waits between them.
 * Cost: lg n (alpha + m beta). Restrictions: none.
 */
public final class BinomialBcast {

    private BinomialBcast() {}

    public static Schedule schedule(int rank, int size, int root, long count) {
        ScheduleBuilder steps = new ScheduleBuilder();
        append(steps, rank, size, root, count);
        return steps.build();
    }

    static void append(ScheduleBuilder steps, int rank, int size, int root, long count) {
        Ring ring = new Ring(size, root);
        BinomialTree tree = new BinomialTree(size);
        int place = ring.place(rank);
        if (place != 0) {
            steps.recv(ring.rank(tree.parent(place)), OUTPUT, 0, count).endRound();
        }
        for (int child = tree.farthestChild(place); child > 0; child /= 2) {
            steps.send(ring.rank(place + child), OUTPUT, 0, count);
        }
        steps.endRound();
    }
}
