package io.jmpi.samples.bench;

import java.util.Arrays;
import mpi.Intracomm;
import mpi.MPI;

/**
 * Times a kernel on all ranks together.
 *
 * <p>Each batch begins with a barrier and lasts as long as on the slowest rank, which all ranks learn: so they take the
 * same decisions without another message. Batches grow until they last as long as asked. The warm-up goes on until the JVM
 * has compiled the code, as far as one can see: until all kernels together have run so often that it has compiled what they
 * have in common, and a few batches in a row are no faster than the best before.
 */
final class Meter {

    private static final double WARM_UP_AT_LEAST = 0.2;
    private static final double WARM_UP_AT_MOST = 5;
    private static final int WARM = 10_000;
    private static final double PROGRESS = 0.98;
    private static final int BATCHES_WITHOUT_PROGRESS = 4;

    private final Intracomm world;
    private final int repeats;
    private final double batchSeconds;
    private long runs;

    Meter(Intracomm world, int repeats, double batchSeconds) {
        this.world = world;
        this.repeats = repeats;
        this.batchSeconds = batchSeconds;
    }

    /** Seconds for one iteration in each batch, the fewest first. */
    double[] measure(Kernel kernel) {
        int iterations = warmUp(kernel);
        double[] seconds = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            seconds[i] = batch(kernel, iterations) / iterations;
        }
        Arrays.sort(seconds);
        return seconds;
    }

    /** Returns how many iterations fill a batch. */
    private int warmUp(Kernel kernel) {
        int iterations = 1;
        int withoutProgress = 0;
        double best = Double.POSITIVE_INFINITY;
        double spent = 0;
        while (spent < WARM_UP_AT_MOST
                && (spent < WARM_UP_AT_LEAST || runs < WARM || withoutProgress < BATCHES_WITHOUT_PROGRESS)) {
            double seconds = batch(kernel, iterations);
            runs += iterations;
            spent += seconds;
            double each = seconds / iterations;
            withoutProgress = each < best * PROGRESS ? 0 : withoutProgress + 1;
            best = Math.min(best, each);
            iterations = next(iterations, seconds);
        }
        return iterations;
    }

    /** At most twice as many as the last time, since the first batches are slow. */
    private int next(int iterations, double seconds) {
        double wanted = iterations * Math.min(2, batchSeconds / Math.max(seconds, 1e-9));
        return (int) Math.max(1, Math.min(wanted, 1 << 24));
    }

    private double batch(Kernel kernel, int iterations) {
        double[] seconds = new double[1];
        world.barrier();
        double start = MPI.wtime();
        kernel.run(iterations);
        seconds[0] = MPI.wtime() - start;
        world.allReduce(seconds, 1, MPI.DOUBLE, MPI.MAX);
        return seconds[0];
    }
}
