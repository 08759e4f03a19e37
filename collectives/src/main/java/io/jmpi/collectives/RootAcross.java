package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * Collectives between two groups with a root in one of them: data goes from the root to all ranks of the other group, or
 * from them to the root. The other ranks of the root's group do nothing.
 *
 * <pre>
 *   3 ranks here with root 1, 4 ranks there
 *   broadcast   1 -> 0'   then down a tree of the other group
 *   reduce      up the tree, then 0' -> 1
 *   scatter     1 -> 0' 1' 2' 3'
 * </pre>
 *
 * Peers are numbered as in {@link Sides}. Cost: that of a tree over the other group and one message; gather and scatter
 * (n) alpha + m beta at the root.
 */
public final class RootAcross {

    private final Sides sides;
    private final ScheduleBuilder steps = new ScheduleBuilder();

    private RootAcross(int rank, int here, int there) {
        this.sides = new Sides(rank, here, there);
    }

    /** At the root. */
    public static Schedule bcastFrom(int rank, int here, int there, long count) {
        RootAcross root = new RootAcross(rank, here, there);
        return root.steps.send(root.sides.across(0), OUTPUT, 0, count).build();
    }

    /** In the other group. */
    public static Schedule bcastTo(int rank, int here, int there, int root, long count) {
        RootAcross other = new RootAcross(rank, here, there);
        Crew crew = other.sides.crew();
        if (crew.isFirst()) {
            other.steps.recv(other.sides.across(root), OUTPUT, 0, count).endRound();
        } else {
            crew.receive(other.steps, count, Sides.RADIX);
        }
        crew.pass(other.steps, count, Sides.RADIX);
        return other.steps.build();
    }

    /** At the root. */
    public static Schedule reduceTo(int rank, int here, int there, long count) {
        RootAcross root = new RootAcross(rank, here, there);
        return root.steps.recv(root.sides.across(0), OUTPUT, 0, count).build();
    }

    /** In the other group. */
    public static Schedule reduceFrom(int rank, int here, int there, int root, long count, boolean commutative) {
        RootAcross other = new RootAcross(rank, here, there);
        Crew crew = other.sides.crew();
        Accumulator value = new Accumulator(other.steps, count, INPUT, commutative, false, 1);
        crew.reduce(other.steps, value, count, Sides.RADIX);
        if (crew.isFirst()) {
            value.send(other.sides.across(root), 0, count);
        }
        return other.steps.build();
    }

    /** At the root of a gather: a block of each rank of the other group. */
    public static Schedule gatherTo(int rank, int here, int there, int[] counts, int[] displs) {
        return new RootAcross(rank, here, there).gather(Blocks.of(counts, displs));
    }

    /** Blocks of one count. */
    public static Schedule gatherTo(int rank, int here, int there, long count) {
        return new RootAcross(rank, here, there).gather(Blocks.uniform(count));
    }

    private Schedule gather(Blocks blocks) {
        for (int peer = 0; peer < sides.there(); peer++) {
            steps.recv(sides.across(peer), OUTPUT, blocks.start(peer), blocks.count(peer));
        }
        return steps.build();
    }

    /** In the other group. */
    public static Schedule gatherFrom(int rank, int here, int there, int root, long count) {
        RootAcross other = new RootAcross(rank, here, there);
        return other.steps.send(other.sides.across(root), INPUT, 0, count).build();
    }

    /** At the root of a scatter: a block for each rank of the other group. */
    public static Schedule scatterFrom(int rank, int here, int there, int[] counts, int[] displs) {
        return new RootAcross(rank, here, there).scatter(Blocks.of(counts, displs));
    }

    /** Blocks of one count. */
    public static Schedule scatterFrom(int rank, int here, int there, long count) {
        return new RootAcross(rank, here, there).scatter(Blocks.uniform(count));
    }

    private Schedule scatter(Blocks blocks) {
        for (int peer = 0; peer < sides.there(); peer++) {
            steps.send(sides.across(peer), INPUT, blocks.start(peer), blocks.count(peer));
        }
        return steps.build();
    }

    /** In the other group. */
    public static Schedule scatterTo(int rank, int here, int there, int root, long count) {
        RootAcross other = new RootAcross(rank, here, there);
        return other.steps.recv(other.sides.across(root), OUTPUT, 0, count).build();
    }

    /** For the others in the root's group. */
    public static Schedule nothing() {
        return new ScheduleBuilder().build();
    }
}
