package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;
import static io.jmpi.collectives.Schedule.SCRATCH;

/**
 * Scatter of short blocks down a binomial tree, one message per subtree.
 *
 * <pre>
 *   6 ranks, root 1 (place 0)
 *   rank  1 2 3 4 5 0
 *   place 0 1 2 3 4 5
 *         |       v---+    0 -> 4   blocks of ranks 5 | 0
 *         |   v---+        0 -> 2   blocks of ranks 3 4
 *         | v   v   v      0 -> 1   2 -> 3   4 -> 5
 * </pre>
 *
 * The root sends each subtree from where it lies; the one that passes the last rank travels as two messages.
 * Cost: lg n alpha (one more if split) + (n-1)/n m beta, m being the whole vector. Restrictions: none.
 */
public final class BinomialScatter {

    private BinomialScatter() {}

    /** A count is that of one block. In place concerns the root only: its block stays in INPUT, OUTPUT is not used. */
    public static Schedule schedule(int rank, int size, int root, long count, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Ring ring = new Ring(size, root);
        BinomialTree tree = new BinomialTree(size);
        int place = ring.place(rank);
        int subtree = tree.subtree(place);
        int target = subtree == 1 ? OUTPUT : SCRATCH;
        if (place != 0) {
            int parent = ring.rank(tree.parent(place));
            int unsplit = parent == root ? Math.min(subtree, size - rank) : subtree;
            steps.recv(parent, target, 0, unsplit * count);
            steps.recv(parent, target, unsplit * count, (subtree - unsplit) * count);
            steps.endRound();
        }
        for (int child = tree.farthestChild(place); child > 0; child /= 2) {
            int first = place + child;
            int blocks = tree.subtree(first);
            if (place == 0) {
                int start = ring.rank(first);
                int unsplit = Math.min(blocks, size - start);
                steps.send(start, INPUT, start * count, unsplit * count);
                steps.send(start, INPUT, 0, (blocks - unsplit) * count);
            } else {
                steps.send(ring.rank(first), SCRATCH, child * count, blocks * count);
            }
        }
        if (place == 0 && !inPlace) {
            steps.copy(INPUT, rank * count, OUTPUT, 0, count);
        } else if (place != 0 && subtree > 1) {
            steps.copy(SCRATCH, 0, OUTPUT, 0, count);
        }
        return steps.build();
    }
}
