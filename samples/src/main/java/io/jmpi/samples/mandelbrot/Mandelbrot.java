package io.jmpi.samples.mandelbrot;

import io.jmpi.samples.Partition;
import io.jmpi.samples.Png;
import io.jmpi.samples.Sample;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Locale;
import mpi.Intracomm;
import mpi.MPI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The Mandelbrot set. Rows are dealt like cards: of 3 ranks rank 0 has rows 0, 3, 6 ... Neighbouring rows take about the
 * same time, so each rank gets its share of those that take long, and nobody has to deal while the others compute.
 */
@Command(
        name = "mandelbrot",
        description = "A picture of the Mandelbrot set, its rows dealt to ranks.",
        sortOptions = false)
public final class Mandelbrot implements Sample {

    private static final int ROOT = 0;

    @Option(names = "--width", paramLabel = "N", description = "Pixels of a row (default: ${DEFAULT-VALUE}).")
    private int width = 1200;

    @Option(names = "--height", paramLabel = "N", description = "Rows (default: ${DEFAULT-VALUE}).")
    private int height = 800;

    @Option(names = "-x", paramLabel = "X", description = "Real part of the middle (default: ${DEFAULT-VALUE}).")
    private double x = -0.75;

    @Option(names = "-y", paramLabel = "Y", description = "Imaginary part of the middle (default: ${DEFAULT-VALUE}).")
    private double y;

    @Option(
            names = "--span",
            paramLabel = "X",
            description = "From the left edge to the right one (default: ${DEFAULT-VALUE}).")
    private double span = 3.6;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "What has not escaped after so many is in the set (default: ${DEFAULT-VALUE}).")
    private int iterations = 1000;

    @Option(names = "--out", paramLabel = "FILE", description = "The picture (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("mandelbrot.png");

    @Option(
            names = "--device",
            paramLabel = "NAME",
            arity = "0..1",
            fallbackValue = "",
            description = "Compute on OpenCL devices: the one that each rank is given, or one by a part of its name.")
    private String device;

    @Override
    public void run(Intracomm world) {
        View view = new View(width, height, x, y, span, iterations).validated();
        boolean isRoot = world.getRank() == ROOT;
        if (isRoot) {
            Png.checkPlace(file);
        }
        Partition rows = new Partition(height, world.getSize());
        int[] mine = new int[rows.count(world.getRank()) * width];
        int[] all = isRoot ? new int[height * width] : null;
        double[] seconds = new double[2];
        double start;
        try (Escape escape = device == null ? new JavaEscape() : new DeviceEscape(device)) {
            world.barrier();
            start = MPI.wtime();
            escape.count(view, world.getRank(), world.getSize(), mine);
            seconds[0] = MPI.wtime() - start;
        }
        gather(world, mine, all, rows);
        seconds[1] = MPI.wtime() - start;
        double[][] times = extremes(world, seconds);
        if (isRoot) {
            Png.write(picture(all, rows), file);
            System.out.printf(
                    Locale.ROOT,
                    "%dx%d pixels, %.1f %% of them in the set, in %.3f s; %d rank(s) computed for %.3f to %.3f s; drawn in "
                            + "%s%n",
                    width,
                    height,
                    100 * partInSet(all),
                    times[1][1],
                    world.getSize(),
                    times[0][0],
                    times[1][0],
                    file);
        }
    }

    /** What all ranks have, at rank 0: first all rows of rank 0, then those of rank 1 ... */
    private void gather(Intracomm world, int[] mine, int[] all, Partition rows) {
        if (world.getRank() == ROOT) {
            world.gatherv(
                    mine, mine.length, MPI.INT, all, rows.counts(width), rows.displacements(width), MPI.INT, ROOT);
        } else {
            world.gatherv(mine, mine.length, MPI.INT, ROOT);
        }
    }

    /** The least and the most of all ranks. */
    private static double[][] extremes(Intracomm world, double[] seconds) {
        double[] least = new double[seconds.length];
        double[] most = new double[seconds.length];
        world.reduce(seconds, least, MPI.MIN, ROOT);
        world.reduce(seconds, most, MPI.MAX, ROOT);
        return new double[][] {least, most};
    }

    private BufferedImage picture(int[] counts, Partition rows) {
        BufferedImage image = Png.image(width, height);
        for (int row = 0; row < height; row++) {
            int ranks = rows.ranks();
            int from = (rows.first(row % ranks) + row / ranks) * width;
            for (int column = 0; column < width; column++) {
                image.setRGB(column, row, Palette.colour(counts[from + column], iterations));
            }
        }
        return image;
    }

    private double partInSet(int[] counts) {
        long inside = 0;
        for (int count : counts) {
            inside += count == iterations ? 1 : 0;
        }
        return (double) inside / counts.length;
    }
}
