package io.jmpi.samples.matmul;

import io.jmpi.samples.FailureException;
import io.jmpi.samples.Progress;
import io.jmpi.samples.Sample;
import io.jmpi.samples.UsageException;
import java.util.Locale;
import mpi.Intracomm;
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
 * memory.
 */
@Command(
        name = "matmul",
        description = "The product of two random matrices, C = A * B, in double on all ranks, checked.",
        sortOptions = false)
public final class Matmul implements Sample {

    private static final double GIGA = 1e9;

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

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description =
                    "How often to multiply; the first time the JVM compiles its code (default: ${DEFAULT-VALUE}).")
    private int repeats = 1;

    @Override
    public void run(Intracomm world) {
        if (threads < 1 || checks < 0 || repeats < 1) {
            throw new UsageException("at least 1 thread, 0 checks and 1 repeat: --threads=" + threads + " --checks="
                    + checks + " --repeats=" + repeats);
        }
        Shape shape = new Shape(rows, inner, columns).validated();
        Multiplier multiplier = naive ? new TripleLoop() : new OpenBlas(threads);
        DistributedProduct product = new DistributedProduct(world, shape);
        Times[] times = new Times[repeats];
        boolean isRoot = world.getRank() == 0;
        RankHosts hosts = RankHosts.of(world);
        double largestError = 0;
        Stopwatch checking;
        try (Progress progress = Progress.ofRank(world.getRank())) {
            progress.show("making random matrices");
            product.fill(seed);
            for (int i = 0; i < repeats; i++) {
                times[i] = product.multiply(multiplier, progress).longest(world);
            }
            checking = new Stopwatch();
            if (isRoot) {
                progress.show("checking C");
                largestError = product.test().largestError(checks, ~seed);
            }
        }
        if (isRoot) {
            describe(shape, hosts);
            for (Times each : times) {
                report(shape, each);
            }
            report(largestError, checking.lap());
        }
    }

    private void describe(Shape shape, RankHosts hosts) {
        String means = naive ? "three loops" : "OpenBLAS with " + threads + (threads == 1 ? " thread" : " threads");
        print("%s in double%n%s, %s each%n", shape, hosts, means);
    }

    private static void report(Shape shape, Times longest) {
        print("time           %8.3f s  %7.1f GFLOP/s%n", longest.all(), shape.operations() / longest.all() / GIGA);
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
