package io.jmpi.samples.matmul;

import io.jmpi.samples.Partition;
import io.jmpi.samples.Progress;
import java.nio.DoubleBuffer;
import mpi.Intracomm;
import mpi.MPI;

/**
 * A product of which every rank computes some rows: rank 0 scatters the rows of A and broadcasts B, and gathers the rows
 * of C. Rank 0 works on the first rows of A and C in place. Of one rank it is that rank's product.
 */
final class DistributedProduct implements Product {

    private static final int ROOT = 0;
    private static final int PERCENT = 100;

    /** About half a second; the first megabytes of a JVM take ten times as long as later ones. */
    private static final int REHEARSALS = 50;

    private static final int REHEARSED_ROWS = 128;
    private static final int REHEARSED_SIZE = 1000;

    private final Intracomm ranks;
    private final Multiplier multiplier;
    private final Shape shape;
    private final Partition partition;
    private final boolean isRoot;
    private final DoubleBuffer a;
    private final DoubleBuffer b;
    private final DoubleBuffer c;

    /**
     * Prepares this rank; exchanges no messages.
     *
     * @param ranks all ranks, or one alone
     * @param multiplier how this rank multiplies; closed with the product
     */
    DistributedProduct(Intracomm ranks, Matrices matrices, Multiplier multiplier) {
        this.ranks = ranks;
        this.multiplier = multiplier;
        this.shape = matrices.shape();
        this.partition = new Partition(shape.rows(), ranks.getSize());
        this.isRoot = ranks.getRank() == ROOT;
        this.a = matrices.a();
        this.b = matrices.b();
        this.c = matrices.c();
    }

    @Override
    public Times multiply(Progress progress) {
        ranks.barrier();
        Stopwatch watch = new Stopwatch();
        progress.show("scattering A");
        scatterRows();
        double scatter = watch.lap();
        progress.show("broadcasting B");
        ranks.bcast(b, ROOT);
        double broadcast = watch.lap();
        multiplyRows(progress);
        double computation = watch.lap();
        progress.show("waiting for the other ranks");
        ranks.barrier();
        double waiting = watch.lap();
        progress.show("gathering C");
        gatherRows();
        double gather = watch.lap();
        return Times.of(scatter, broadcast, gather, 0, computation, waiting).longest(ranks);
    }

    /** Where the multiplier is slow, messages do not matter. */
    @Override
    public void rehearse() {
        if (multiplier.isSlow()) {
            return;
        }
        Shape small = shape.within(REHEARSED_ROWS * ranks.getSize(), REHEARSED_SIZE, REHEARSED_SIZE);
        Matrices matrices = new Matrices(ranks, small);
        matrices.fill(1);
        DistributedProduct product = new DistributedProduct(ranks, matrices, multiplier);
        for (int i = 0; i < REHEARSALS; i++) {
            product.multiply(Progress.NONE);
        }
    }

    private void scatterRows() {
        int width = shape.inner();
        if (isRoot) {
            ranks.scatterv(a, partition.counts(width), partition.displacements(width), MPI.DOUBLE, ROOT);
        } else {
            ranks.scatterv(a, a.capacity(), MPI.DOUBLE, ROOT);
        }
    }

    private void gatherRows() {
        int width = shape.columns();
        if (isRoot) {
            ranks.gatherv(c, partition.counts(width), partition.displacements(width), MPI.DOUBLE, ROOT);
        } else {
            ranks.gatherv(c, c.capacity(), MPI.DOUBLE, ROOT);
        }
    }

    /** All of this rank's rows at once, or a hundredth at a time where one has time to watch. */
    private void multiplyRows(Progress progress) {
        int rows = partition.count(ranks.getRank());
        int step = multiplier.isSlow() ? Math.max(1, rows / PERCENT) : Math.max(1, rows);
        for (int first = 0; first < rows; first += step) {
            progress.show(step == rows ? "multiplying" : "multiplying " + PERCENT * (long) first / rows + " %");
            Shape part = shape.withRows(Math.min(step, rows - first));
            multiplier.multiply(part, MPI.slice(a, first * shape.inner()), b, MPI.slice(c, first * shape.columns()));
        }
    }

    @Override
    public void close() {
        multiplier.close();
    }
}
