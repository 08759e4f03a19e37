package io.jmpi.samples;

import java.util.Locale;
import mpi.Intracomm;
import mpi.MPI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Pi as the area under 4 / (1 + x^2) between 0 and 1: a sum over many narrow strips, of which each rank adds up every
 * size-th, and one reduction.
 */
@Command(
        name = "pi",
        description = "Pi by numerical integration: every rank adds up its part, one reduction the parts.")
final class Pi implements Sample {

    @Option(
            names = "--intervals",
            paramLabel = "N",
            description = "Strips to cut the area into (default: ${DEFAULT-VALUE}).")
    private long intervals = 100_000_000;

    @Override
    public void run(Intracomm world) {
        if (intervals < 1) {
            throw new UsageException("--intervals=" + intervals + ": at least 1");
        }
        world.barrier();
        double start = MPI.wtime();
        double[] part = {integrate(world.getRank(), world.getSize(), intervals)};
        double[] whole = new double[1];
        world.reduce(part, whole, MPI.SUM, 0);
        double seconds = MPI.wtime() - start;
        if (world.getRank() == 0) {
            System.out.printf(
                    Locale.ROOT,
                    "pi is about %.15f, off by %.1e; %d intervals, %d rank(s), in %.3f s%n",
                    whole[0],
                    Math.abs(whole[0] - Math.PI),
                    intervals,
                    world.getSize(),
                    seconds);
        }
    }

    /** The area of the strips first, first + step, first + 2 step ..., by the height in the middle of each. */
    static double integrate(int first, int step, long intervals) {
        double width = 1.0 / intervals;
        double sum = 0;
        for (long i = first; i < intervals; i += step) {
            double x = (i + 0.5) * width;
            sum += 4 / (1 + x * x);
        }
        return sum * width;
    }
}
