package io.jmpi.samples;

import io.jmpi.offload.Accelerator;
import io.jmpi.offload.DeviceFloats;
import io.jmpi.offload.Elementwise;
import io.jmpi.offload.OffloadException;
import java.util.Locale;
import mpi.Intracomm;
import mpi.MPI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * y = a * x + y on the device of each rank, many times: once with x and y on the device from the first call to the last,
 * once copying them there and back for each call. The kernel is made from an expression while the program runs.
 */
@Command(
        name = "saxpy",
        description = "y = a * x + y on each rank's OpenCL device: data that stays there, and data copied each time.",
        sortOptions = false)
final class Saxpy implements Sample {

    /** A power of two, so that nothing is rounded and the result is known. */
    private static final float FACTOR = 0.5f;

    private static final int CYCLE = 100;

    @Option(names = "--length", paramLabel = "N", description = "Elements for each rank (default: ${DEFAULT-VALUE}).")
    private int length = 1 << 22;

    @Option(names = "--calls", paramLabel = "N", description = "How often to call it (default: ${DEFAULT-VALUE}).")
    private int calls = 50;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "A part of the device's name (default: the one that the rank is given).")
    private String device = "";

    @Override
    public void run(Intracomm world) {
        if (length < 1 || calls < 1 || calls > 1000) {
            throw new UsageException("at least 1, and 1000 calls at most: --length=" + length + " --calls=" + calls);
        }
        try (Accelerator accelerator = RankDevice.open(device);
                Elementwise saxpy = accelerator.elementwise("float a, float* x, float* y", "y[i] = a * x[i] + y[i]");
                DeviceFloats x = accelerator.floats(length);
                DeviceFloats y = accelerator.floats(length)) {
            double[] seconds = {staying(world, saxpy, x, y), copying(world, saxpy, x, y)};
            double[] longest = new double[seconds.length];
            world.reduce(seconds, longest, MPI.MAX, 0);
            if (world.getRank() == 0) {
                report(accelerator.device().name(), world.getSize(), longest);
            }
        } catch (OffloadException e) {
            throw new FailureException(e.getMessage());
        }
    }

    /** Each call finds x and y where they are. */
    private double staying(Intracomm world, Elementwise saxpy, DeviceFloats x, DeviceFloats y) {
        float[] host = numbers();
        float[] result = new float[length];
        saxpy.run(FACTOR, x, y); // once, so that the device is awake
        y.read(result);
        world.barrier();
        double start = MPI.wtime();
        x.write(host);
        y.write(host);
        for (int call = 0; call < calls; call++) {
            saxpy.run(FACTOR, x, y);
        }
        y.read(result);
        double seconds = MPI.wtime() - start;
        verify(host, result);
        return seconds;
    }

    /** Each call takes x and y there and y back. */
    private double copying(Intracomm world, Elementwise saxpy, DeviceFloats x, DeviceFloats y) {
        float[] host = numbers();
        float[] result = host.clone();
        world.barrier();
        double start = MPI.wtime();
        for (int call = 0; call < calls; call++) {
            x.write(host);
            y.write(result);
            saxpy.run(FACTOR, x, y);
            y.read(result);
        }
        double seconds = MPI.wtime() - start;
        verify(host, result);
        return seconds;
    }

    private float[] numbers() {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = i % CYCLE;
        }
        return numbers;
    }

    private void verify(float[] before, float[] after) {
        for (int i = 0; i < length; i++) {
            float expected = before[i] + calls * FACTOR * before[i];
            if (after[i] != expected) {
                throw new FailureException("element " + i + " is " + after[i] + ", not " + expected);
            }
        }
    }

    private void report(String name, int ranks, double[] seconds) {
        System.out.printf(
                Locale.ROOT,
                "saxpy of %d floats, %d calls, on %d rank(s) with %s%n"
                        + "on the device throughout  %8.4f s  %7.2f GB/s read and written%n"
                        + "copied at each call       %8.4f s  %7.1f times as long%n"
                        + "verified%n",
                length,
                calls,
                ranks,
                name,
                seconds[0],
                3.0 * Float.BYTES * length * calls / seconds[0] / 1e9,
                seconds[1],
                seconds[1] / seconds[0]);
    }
}
