package io.jmpi.samples.matmul;

import io.jmpi.samples.FailureException;
import io.jmpi.samples.Progress;
import io.jmpi.samples.Sample;
import io.jmpi.samples.UsageException;
import java.nio.DoubleBuffer;
import java.util.Locale;
import java.util.SplittableRandom;
import mpi.Intracomm;
import mpi.MPI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The product of two matrices on all ranks.
 *
 * <pre>
 *   rank 0   A0 |          rank 0   A0 * B |
 *   rank 1   A1 |          rank 1   A1 * B |
 *   rank 2   A2 |  * B  =  rank 2   A2 * B |  = C
 *   rank 3   A3 |          rank 3   A3 * B |
 * </pre>
 *
 * <p>Rank 0 has A and B. It scatters the rows of A, as evenly as they go, and broadcasts B; each rank multiplies its rows
 * with B; rank 0 gathers the rows of C and checks them. Direct buffers, so that messages and BLAS work on the same
 * memory; rank 0 uses the first rows of A and C in place.
 */
@Command(
        name = "matmul",
        description = "The product of two random matrices, C = A * B, in double on all ranks, checked.",
        sortOptions = false)
public final class Matmul implements Sample {

    private static final int ROOT = 0;
    private static final double GIGA = 1e9;
    private static final int PERCENT = 100;

    @Option(
            names = {"-m", "--rows"},
            paramLabel = "N",
            description = "Rows of A and C (default: ${DEFAULT-VALUE}).")
    private int rows = 4000;

    @Option(
            names = {"-k", "--inner"},
            paramLabel = "N",
            description = "Columns of A, rows of B (default: ${DEFAULT-VALUE}).")
    private int inner = 2000;

    @Option(
            names = {"-n", "--columns"},
            paramLabel = "N",
            description = "Columns of B and C (default: ${DEFAULT-VALUE}).")
    private int columns = 4000;

    @Option(names = "--naive", description = "Multiply with three loops in Java instead of OpenBLAS.")
    private boolean naive;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of OpenBLAS for each rank (default: ${DEFAULT-VALUE}).")
    private int threads = 1;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the random matrices (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--checks",
            paramLabel = "N",
            description =
                    "Rounds of Freivalds' test; n rounds overlook an error once in 2^n (default: ${DEFAULT-VALUE}).")
    private int checks = 10;

    @Override
    public void run(Intracomm world) {
        if (threads < 1 || checks < 0) {
            throw new UsageException("at least 1 thread and 0 checks: --threads=" + threads + " --checks=" + checks);
        }
        Shape shape = new Shape(rows, inner, columns).validated();
        Multiplier multiplier = naive ? new TripleLoop() : new OpenBlas(threads);
        try (Progress progress = Progress.ofRank(world.getRank())) {
            multiply(world, shape, multiplier, progress);
        }
    }

    private void multiply(Intracomm world, Shape shape, Multiplier multiplier, Progress progress) {
        int rank = world.getRank();
        RowPartition partition = new RowPartition(rows, world.getSize());
        int own = partition.count(rank);
        int held = rank == ROOT ? rows : own;
        DoubleBuffer a = matrix("A", held, inner);
        DoubleBuffer b = matrix("B", inner, columns);
        DoubleBuffer c = matrix("C", held, columns);
        if (rank == ROOT) {
            progress.show("making random matrices");
            SplittableRandom random = new SplittableRandom(seed);
            fill(a, random);
            fill(b, random);
        }
        world.barrier();
        Stopwatch watch = new Stopwatch();
        Stopwatch all = new Stopwatch();

        progress.show("scattering A");
        scatterRows(world, partition, a);
        final double scatter = watch.lap();
        progress.show("broadcasting B");
        world.bcast(b, ROOT);
        final double broadcast = watch.lap();
        multiplyRows(shape.withRows(own), multiplier, a, b, c, progress);
        final double computation = watch.lap();
        progress.show("waiting for the other ranks");
        world.barrier();
        final double waiting = watch.lap();
        progress.show("gathering C");
        gatherRows(world, partition, c);
        double gather = watch.lap();
        double seconds = all.lap();

        Times longest =
                Times.of(scatter, broadcast, computation, waiting, gather).longest(world);
        if (rank == ROOT) {
            progress.show("checking C");
            double largestError = new Freivalds(shape, a, b, c).largestError(checks, ~seed);
            double checking = watch.lap();
            progress.show("");
            report(shape, world.getSize(), seconds, longest);
            report(largestError, checking);
        }
    }

    private static DoubleBuffer matrix(String name, int rows, int columns) {
        try {
            return MPI.newDoubleBuffer(rows * columns);
        } catch (OutOfMemoryError e) {
            throw new FailureException("not enough memory for " + name + " (" + rows + "x" + columns
                    + "); give a rank more: java -XX:MaxDirectMemorySize=4g -jar ...");
        }
    }

    private static void fill(DoubleBuffer matrix, SplittableRandom random) {
        for (int i = 0; i < matrix.capacity(); i++) {
            matrix.put(i, 2 * random.nextDouble() - 1);
        }
    }

    private void scatterRows(Intracomm world, RowPartition partition, DoubleBuffer a) {
        if (world.getRank() == ROOT) {
            world.scatterv(a, partition.counts(inner), partition.displacements(inner), MPI.DOUBLE, ROOT);
        } else {
            world.scatterv(a, a.capacity(), MPI.DOUBLE, ROOT);
        }
    }

    private void gatherRows(Intracomm world, RowPartition partition, DoubleBuffer c) {
        if (world.getRank() == ROOT) {
            world.gatherv(c, partition.counts(columns), partition.displacements(columns), MPI.DOUBLE, ROOT);
        } else {
            world.gatherv(c, c.capacity(), MPI.DOUBLE, ROOT);
        }
    }

    /** The product of this rank's rows; with BLAS at once, with loops in a hundred steps, since one has time to watch. */
    private void multiplyRows(
            Shape own, Multiplier multiplier, DoubleBuffer a, DoubleBuffer b, DoubleBuffer c, Progress progress) {
        int step = naive ? Math.max(1, own.rows() / PERCENT) : Math.max(1, own.rows());
        for (int first = 0; first < own.rows(); first += step) {
            progress.show("multiplying" + (naive ? " " + PERCENT * (long) first / own.rows() + " %" : ""));
            int count = Math.min(step, own.rows() - first);
            multiplier.multiply(own.withRows(count), MPI.slice(a, first * inner), b, MPI.slice(c, first * columns));
        }
    }

    private void report(Shape shape, int ranks, double seconds, Times longest) {
        String means = naive ? "three loops" : "OpenBLAS with " + threads + (threads == 1 ? " thread" : " threads");
        print("%s in double%n", shape);
        print("%d %s, %s each%n", ranks, ranks == 1 ? "rank" : "ranks", means);
        print("time           %8.3f s  %7.1f GFLOP/s%n", seconds, shape.operations() / seconds / GIGA);
        print("computation    %8.3f s  (the longest of any rank)%n", longest.computation());
        print(
                "communication  %8.3f s  (scatter A %.3f, broadcast B %.3f, gather C %.3f)%n",
                longest.communication(), longest.scatter(), longest.broadcast(), longest.gather());
        print("waiting        %8.3f s  (of the rank that computed fastest)%n", longest.waiting());
    }

    private void report(double largestError, double seconds) {
        if (largestError > 1) {
            throw new FailureException(String.format(
                    Locale.ROOT,
                    "the product is wrong: Freivalds' test found an error of %.3g times what rounding explains",
                    largestError));
        }
        print(
                "verified       %8.3f s  (Freivalds' test, %d rounds; largest error %.1e of the tolerance)%n",
                seconds, checks, largestError);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
