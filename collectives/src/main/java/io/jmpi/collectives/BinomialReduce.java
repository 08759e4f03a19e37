package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * Reduction up a binomial tree, in rank order.
 *
 * <pre>
 *   6 ranks, root 0: which ranks' operands a value contains
 *   0  0         01        0123      012345
 *   1  1 -> 0
 *   2  2         23 -> 0
 *   3  3 -> 2
 *   4  4         45                  -> 0
 *   5  5 -> 4
 * </pre>
 *
 * For a commutative operation the tree is turned so that it begins at the root. Else it begins at rank 0, which passes
 * the result on to the root.
 * Cost: lg n (alpha + m beta + m gamma), and alpha + m beta if passed on. Restrictions: none.
 */
public final class BinomialReduce {

    private BinomialReduce() {}

    /** In place concerns the root only. */
    public static Schedule schedule(int rank, int size, int root, long count, boolean commutative, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        append(steps, rank, size, root, count, commutative, inPlace && rank == root ? OUTPUT : INPUT);
        return steps.build();
    }

    static void append(ScheduleBuilder steps, int rank, int size, int root, long count, boolean commutative, int own) {
        int top = commutative ? root : 0;
        Ring ring = new Ring(size, top);
        BinomialTree tree = new BinomialTree(size);
        int place = ring.place(rank);
        int farthest = tree.farthestChild(place);
        int children = farthest == 0 ? 0 : Integer.numberOfTrailingZeros(farthest) + 1;
        boolean keepsResult = rank == root && top == root;
        Accumulator value = new Accumulator(steps, count, own, commutative, keepsResult, children);
        for (int child = 1; child <= farthest; child *= 2) {
            value.fold(ring.rank(place + child), true, 0, count);
        }
        if (place != 0) {
            value.send(ring.rank(tree.parent(place)), 0, count);
            steps.endRound();
        }
        if (keepsResult) {
            value.settle(0, count);
        } else if (rank == top) {
            value.send(root, 0, count);
        } else if (rank == root) {
            steps.recv(top, OUTPUT, 0, count);
        }
        steps.endRound();
    }
}
