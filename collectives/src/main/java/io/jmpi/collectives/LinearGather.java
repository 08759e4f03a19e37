package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * Gather straight to the root: for long blocks, which a tree would move and copy again and again, and for blocks of
 * different counts, which only the root knows, so that no other rank could pass on another's block without first
 * exchanging sizes.
 *
 * <pre>
 *   5 ranks, root 2     0 -> 2    1 -> 2    3 -> 2    4 -> 2      at once
 * </pre>
 *
 * Cost: (n-1) alpha + m beta at the root. Restrictions: none.
 */
public final class LinearGather {

    private LinearGather() {}

    /** Blocks of one count. In place concerns the root only. */
    public static Schedule schedule(int rank, int size, int root, long count, boolean inPlace) {
        return rank == root ? receive(root, size, Blocks.uniform(count), inPlace) : send(root, count);
    }

    /** Blocks of any count: the root gives counts and displacements, the others their own count. */
    public static Schedule schedule(
            int rank, int size, int root, long count, int[] counts, int[] displs, boolean inPlace) {
        return rank == root ? receive(root, size, Blocks.of(counts, displs), inPlace) : send(root, count);
    }

    private static Schedule send(int root, long count) {
        return new ScheduleBuilder().send(root, INPUT, 0, count).build();
    }

    private static Schedule receive(int root, int size, Blocks blocks, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Ring ring = new Ring(size, root);
        for (int place = 1; place < size; place++) {
            int from = ring.rank(place);
            steps.recv(from, OUTPUT, blocks.start(from), blocks.count(from));
        }
        if (!inPlace) {
            steps.copy(INPUT, 0, OUTPUT, blocks.start(root), blocks.count(root));
        }
        return steps.build();
    }
}
