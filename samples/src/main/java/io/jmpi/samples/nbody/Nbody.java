package io.jmpi.samples.nbody;

import io.jmpi.samples.FailureException;
import io.jmpi.samples.Partition;
import io.jmpi.samples.Progress;
import io.jmpi.samples.Sample;
import io.jmpi.samples.UsageException;
import java.util.Locale;
import mpi.Intracomm;
import mpi.MPI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Bodies under their own gravity. Each rank moves some of them; after each step an allGather tells every rank where all
 * are.
 *
 * <p>Steps are those of the leapfrog: half a step faster or slower, a whole step onwards, half a step faster or slower. It
 * keeps the energy about what it was however long it goes on, so what the energy has drifted tells whether the sum is
 * right and the step short enough.
 */
@Command(
        name = "nbody",
        description = "Bodies that attract each other, split over ranks, with an allGather at each step.",
        sortOptions = false)
public final class Nbody implements Sample {

    @Option(names = "--bodies", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int count = 4096;

    @Option(names = "--steps", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int steps = 20;

    @Option(
            names = "--step",
            paramLabel = "T",
            description = "How long one is; the ball of bodies falls together in about 1 (default: ${DEFAULT-VALUE}).")
    private double step = 0.005;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the places (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            description = "How much of the energy may be lost or won (default: ${DEFAULT-VALUE}).")
    private double tolerance = 1e-3;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            arity = "0..1",
            fallbackValue = "",
            description = "Compute on OpenCL devices: the one that each rank is given, or one by a part of its name.")
    private String device;

    @Override
    public void run(Intracomm world) {
        if (count < 2 || count > Integer.MAX_VALUE / Bodies.DIMENSIONS || steps < 1 || !(step > 0)) {
            throw new UsageException("at least 2 bodies and 1 step longer than 0: --bodies=" + count + " --steps="
                    + steps + " --step=" + step);
        }
        Start start = new Start(new Partition(count, world.getSize()), world.getRank(), seed);
        double[] energies = new double[2];
        double[] seconds = new double[2];
        try (Bodies bodies = device == null ? new JavaBodies(start) : new DeviceBodies(start, device);
                Progress progress = Progress.ofRank(world.getRank())) {
            bodies.pull();
            energies[0] = bodies.energy();
            world.barrier();
            double began = MPI.wtime();
            seconds[1] = advance(world, bodies, progress);
            energies[1] = bodies.energy();
            seconds[0] = MPI.wtime() - began;
        }
        double[] sums = new double[2];
        double[] longest = new double[2];
        world.reduce(energies, sums, MPI.SUM, 0);
        world.reduce(seconds, longest, MPI.MAX, 0);
        if (world.getRank() == 0) {
            report(world.getSize(), sums[0], sums[1], longest);
        }
    }

    /** All steps; how long the messages took. */
    private double advance(Intracomm world, Bodies bodies, Progress progress) {
        double messages = 0;
        for (int i = 0; i < steps; i++) {
            progress.show("step " + i + " of " + steps);
            bodies.accelerate(step / 2);
            bodies.move(step);
            double start = MPI.wtime();
            bodies.share(world);
            messages += MPI.wtime() - start;
            bodies.pull();
            bodies.accelerate(step / 2);
        }
        return messages;
    }

    private void report(int ranks, double before, double after, double[] seconds) {
        double pairs = (double) count * count * steps;
        double drift = Math.abs((after - before) / before);
        System.out.printf(
                Locale.ROOT,
                "%d bodies, %d steps on %d rank(s) in %.3f s, %.0f million pairs a second, messages and waiting %.0f %%%n"
                        + "energy %.9f before, %.9f after, drift %.1e%n",
                count,
                steps,
                ranks,
                seconds[0],
                pairs / seconds[0] / 1e6,
                100 * seconds[1] / seconds[0],
                before,
                after,
                drift);
        if (!(drift <= tolerance)) {
            throw new FailureException(String.format(
                    Locale.ROOT,
                    "the energy has drifted by %.1e, more than %.1e; take a shorter --step than %s",
                    drift,
                    tolerance,
                    step));
        }
    }
}
