package io.jmpi.samples.matmul;

import io.jmpi.samples.FailureException;
import io.jmpi.samples.Progress;
import java.nio.DoubleBuffer;
import java.util.SplittableRandom;
import mpi.Intracomm;
import mpi.MPI;

/**
 * A product of which every rank computes some rows. Every rank makes one and calls its methods in the same order.
 *
 * <p>Rank 0 holds A, B and C, and works on the first rows of A and C in place; the others hold B and their rows of A and C.
 */
final class DistributedProduct {

    private static final int ROOT = 0;
    private static final int PERCENT = 100;

    private final Intracomm world;
    private final Shape shape;
    private final RowPartition partition;
    private final boolean isRoot;
    private final DoubleBuffer a;
    private final DoubleBuffer b;
    private final DoubleBuffer c;

    DistributedProduct(Intracomm world, Shape shape) {
        this.world = world;
        this.shape = shape;
        this.partition = new RowPartition(shape.rows(), world.getSize());
        this.isRoot = world.getRank() == ROOT;
        int held = isRoot ? shape.rows() : partition.count(world.getRank());
        this.a = matrix("A", held, shape.inner());
        this.b = matrix("B", shape.inner(), shape.columns());
        this.c = matrix("C", held, shape.columns());
    }

    private static DoubleBuffer matrix(String name, int rows, int columns) {
        try {
            return MPI.newDoubleBuffer(rows * columns);
        } catch (OutOfMemoryError e) {
            throw new FailureException("not enough memory for " + name + " (" + rows + "x" + columns
                    + "); give a rank more: java -XX:MaxDirectMemorySize=4g -jar ...");
        }
    }

    /** Fills A and B, at rank 0, with numbers between -1 and 1. */
    void fill(long seed) {
        if (isRoot) {
            SplittableRandom random = new SplittableRandom(seed);
            fill(a, random);
            fill(b, random);
        }
    }

    private static void fill(DoubleBuffer matrix, SplittableRandom random) {
        for (int i = 0; i < matrix.capacity(); i++) {
            matrix.put(i, 2 * random.nextDouble() - 1);
        }
    }

    /** Makes C, at rank 0, and returns how long each part has taken on this rank. */
    Times multiply(Multiplier multiplier, Progress progress) {
        world.barrier();
        Stopwatch watch = new Stopwatch();
        progress.show("scattering A");
        scatterRows();
        double scatter = watch.lap();
        progress.show("broadcasting B");
        world.bcast(b, ROOT);
        double broadcast = watch.lap();
        multiplyRows(multiplier, progress);
        double computation = watch.lap();
        progress.show("waiting for the other ranks");
        world.barrier();
        double waiting = watch.lap();
        progress.show("gathering C");
        gatherRows();
        double gather = watch.lap();
        return Times.of(scatter, broadcast, computation, waiting, gather);
    }

    private void scatterRows() {
        int width = shape.inner();
        if (isRoot) {
            world.scatterv(a, partition.counts(width), partition.displacements(width), MPI.DOUBLE, ROOT);
        } else {
            world.scatterv(a, a.capacity(), MPI.DOUBLE, ROOT);
        }
    }

    private void gatherRows() {
        int width = shape.columns();
        if (isRoot) {
            world.gatherv(c, partition.counts(width), partition.displacements(width), MPI.DOUBLE, ROOT);
        } else {
            world.gatherv(c, c.capacity(), MPI.DOUBLE, ROOT);
        }
    }

    /** All of this rank's rows at once, or a hundredth at a time where one has time to watch. */
    private void multiplyRows(Multiplier multiplier, Progress progress) {
        int rows = partition.count(world.getRank());
        int step = multiplier.isSlow() ? Math.max(1, rows / PERCENT) : Math.max(1, rows);
        for (int first = 0; first < rows; first += step) {
            progress.show(step == rows ? "multiplying" : "multiplying " + PERCENT * (long) first / rows + " %");
            Shape part = shape.withRows(Math.min(step, rows - first));
            multiplier.multiply(part, MPI.slice(a, first * shape.inner()), b, MPI.slice(c, first * shape.columns()));
        }
    }

    /** The test of what rank 0 holds. */
    Freivalds test() {
        return new Freivalds(shape, a, b, c);
    }
}
