package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * Scatter straight from the root: for long blocks, which a tree would move and copy again and again, and for blocks of
 * different counts, which only the root knows, so that no other rank could pass on another's block without first
 * exchanging sizes.
 *
 * <pre>
 *   5 ranks, root 2     2 -> 3    2 -> 4    2 -> 0    2 -> 1      at once
 * </pre>
 *
 * Cost: (n-1) alpha + m beta at the root. Restrictions: none.
 */
public final class LinearScatter {

    private LinearScatter() {}

    /** Blocks of one count. In place concerns the root only: its block stays in INPUT, OUTPUT is not used. */
    public static Schedule schedule(int rank, int size, int root, long count, boolean inPlace) {
        return rank == root ? send(root, size, Blocks.uniform(count), inPlace) : receive(root, count);
    }

    /** Blocks of any count: the root gives counts and displacements, the others their own count. */
    public static Schedule schedule(
            int rank, int size, int root, int[] counts, int[] displs, long count, boolean inPlace) {
        return rank == root ? send(root, size, Blocks.of(counts, displs), inPlace) : receive(root, count);
    }

    private static Schedule receive(int root, long count) {
        return new ScheduleBuilder().recv(root, OUTPUT, 0, count).build();
    }

    private static Schedule send(int root, int size, Blocks blocks, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Ring ring = new Ring(size, root);
        for (int place = 1; place < size; place++) {
            int to = ring.rank(place);
            steps.send(to, INPUT, blocks.start(to), blocks.count(to));
        }
        if (!inPlace) {
            steps.copy(INPUT, blocks.start(root), OUTPUT, 0, blocks.count(root));
        }
        return steps.build();
    }
}
