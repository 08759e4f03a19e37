package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;
import static io.jmpi.collectives.Schedule.SCRATCH;

/**
 * Gather of short blocks up a binomial tree, one message per subtree.
 *
 * <pre>
 *   6 ranks, root 1 (place 0)
 *   rank  1 2 3 4 5 0
 *   place 0 1 2 3 4 5
 *         | ^   ^   ^      1 -> 0   3 -> 2   5 -> 4
 *         |   ^---+        2 -> 0   blocks of ranks 3 4
 *         |       ^---+    4 -> 0   blocks of ranks 5 | 0
 * </pre>
 *
 * The root receives each subtree where it belongs; the one that passes the last rank travels as two messages.
 * Cost: lg n alpha (one more if split) + (n-1)/n m beta, m being the whole result; copies of what is passed on.
 * Restrictions: none.
 */
public final class BinomialGather {

    private BinomialGather() {}

    /** A count is that of one block. In place concerns the root only. */
    public static Schedule schedule(int rank, int size, int root, long count, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Ring ring = new Ring(size, root);
        BinomialTree tree = new BinomialTree(size);
        int place = ring.place(rank);
        int subtree = tree.subtree(place);
        for (int child = 1; child < subtree; child *= 2) {
            int first = place + child;
            int blocks = tree.subtree(first);
            if (place == 0) {
                int start = ring.rank(first);
                int unsplit = Math.min(blocks, size - start);
                steps.recv(start, OUTPUT, start * count, unsplit * count);
                steps.recv(start, OUTPUT, 0, (blocks - unsplit) * count);
            } else {
                steps.recv(ring.rank(first), SCRATCH, child * count, blocks * count);
            }
        }
        if (place == 0) {
            return inPlace
                    ? steps.build()
                    : steps.copy(INPUT, 0, OUTPUT, rank * count, count).build();
        }
        int source = subtree == 1 ? INPUT : SCRATCH;
        if (subtree > 1) {
            steps.copy(INPUT, 0, SCRATCH, 0, count);
        }
        int parent = ring.rank(tree.parent(place));
        int unsplit = parent == root ? Math.min(subtree, size - rank) : subtree;
        steps.send(parent, source, 0, unsplit * count);
        steps.send(parent, source, unsplit * count, (subtree - unsplit) * count);
        return steps.build();
    }
}
