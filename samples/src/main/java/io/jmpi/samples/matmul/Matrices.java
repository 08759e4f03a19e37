package io.jmpi.samples.matmul;

import io.jmpi.samples.FailureException;
import io.jmpi.samples.Partition;
import java.nio.DoubleBuffer;
import java.util.SplittableRandom;
import mpi.Intracomm;
import mpi.MPI;

/**
 * What a rank holds of the three matrices, in direct buffers, for as many products as one likes.
 *
 * <p>Rank 0 holds A, B and C; the others hold B and their rows of A and C.
 */
final class Matrices {

    private final Shape shape;
    private final boolean isRoot;
    private final DoubleBuffer a;
    private final DoubleBuffer b;
    private final DoubleBuffer c;

    /** Room for this rank's part; rank 0's A and B are zero until {@link #fill}. */
    Matrices(Intracomm world, Shape shape) {
        int rank = world.getRank();
        this.shape = shape;
        this.isRoot = rank == 0;
        int held = isRoot ? shape.rows() : new Partition(shape.rows(), world.getSize()).count(rank);
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

    Shape shape() {
        return shape;
    }

    DoubleBuffer a() {
        return a;
    }

    DoubleBuffer b() {
        return b;
    }

    DoubleBuffer c() {
        return c;
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

    /** Fills C with what is no number, so that no product is taken for another that was made before. */
    void spoil() {
        for (int i = 0; i < c.capacity(); i++) {
            c.put(i, Double.NaN);
        }
    }

    /** The test of what rank 0 holds. */
    Freivalds test() {
        return new Freivalds(shape, a, b, c);
    }
}
