package io.jmpi.samples.matmul;

import io.jmpi.samples.FailureException;
import io.jmpi.samples.Png;
import io.jmpi.samples.Progress;
import io.jmpi.samples.Sample;
import io.jmpi.samples.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 *
 * <p>The other ways to make it are what this one is compared to: {@link Way}. {@link TableRun} makes them all.
 */
@Command(
        name = "matmul",
        description =
                "The product of two random matrices, C = A * B, in double, in one of many ways or in all, checked.",
        sortOptions = false)
public final class Matmul implements Sample {

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

    @Option(
            names = "--how",
            paramLabel = "WAY",
            description = "naive, blas, threads or opencl: rank 0 alone; mpi or mpi+opencl: all ranks (default: mpi).")
    private String how;

    @Option(names = "--naive", description = "Ranks multiply with three loops in Java instead of OpenBLAS.")
    private boolean naive;

    @Option(names = "--table", description = "Multiply in every way, and show each beside the talk's figures.")
    private boolean table;

    @Option(
            names = "--without",
            paramLabel = "WAY",
            split = ",",
            description = "Rows to leave out of the table; naive is the slow one.")
    private List<String> without = List.of();

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw the table as bars, in a PNG file.")
    private Path plot;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of OpenBLAS for each rank (default: 1); with --how threads those of Java "
                    + "(default: as many as processors).")
    private Integer threads;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "OpenCL device by a part of its name (default: the one that each rank is given).")
    private String device = "";

    @Option(
            names = "--tune",
            description =
                    "Look for the fastest way of each OpenCL device first, if it is not known yet; takes seconds.")
    private boolean tune;

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
                    "How often to multiply; the first time the JVM compiles its code (default: 1; for rows of the "
                            + "table 3 after that, of which the median counts).")
    private Integer repeats;

    @Override
    public void run(Intracomm world) {
        validate();
        Shape shape = new Shape(rows, inner, columns).validated();
        List<Way> ways = ways();
        if (table && plot != null && world.getRank() == 0) {
            Png.checkPlace(plot);
        }
        RankHosts hosts = RankHosts.of(world);
        try (Progress progress = Progress.ofRank(world.getRank())) {
            Matrices matrices = new Matrices(world, shape);
            progress.show("making random matrices");
            matrices.fill(seed);
            Setting setting = new Setting(world, matrices, threads, device, tune ? progress::show : null, naive);
            if (table) {
                tabulate(setting, ways, hosts, progress);
            } else {
                new SingleRun(setting, ways.get(0), progress).run(repeats == null ? 1 : repeats, checks, ~seed, hosts);
            }
        }
    }

    private void validate() {
        if (threads != null && threads < 1 || checks < 0 || repeats != null && repeats < 1) {
            throw new UsageException("at least 1 thread, 0 checks and 1 repeat: --threads=" + threads + " --checks="
                    + checks + " --repeats=" + repeats);
        }
        if (table ? how != null || naive : !without.isEmpty() || plot != null) {
            throw new UsageException("--how and --naive are for one way to multiply, --without and --plot for --table");
        }
        if (naive && how != null && Way.named(how) != Way.MPI) {
            throw new UsageException("--naive is for ranks, --how mpi; --how naive is for one process");
        }
    }

    private List<Way> ways() {
        if (!table) {
            return List.of(how == null ? Way.MPI : Way.named(how));
        }
        List<Way> ways = new ArrayList<>(List.of(Way.values()));
        for (String name : without) {
            ways.remove(Way.named(name));
        }
        return ways;
    }

    private void tabulate(Setting setting, List<Way> ways, RankHosts hosts, Progress progress) {
        List<Row> made = new TableRun(setting, repeats == null ? 3 : repeats, checks, progress).rows(ways);
        if (setting.world().getRank() != 0) {
            return;
        }
        progress.show("");
        TableText text = new TableText(setting.matrices().shape(), made);
        System.out.print(text.heading(hosts.toString()) + text.lines() + text.footing(checks));
        if (plot != null) {
            Png.write(new Plot(text.heading(hosts.toString()).strip(), made).draw(), plot);
            System.out.println("drawn in " + plot);
        }
        for (Row row : made) {
            if (row.isWrong()) {
                throw new FailureException("the product of " + row.way() + " is wrong");
            }
        }
    }
}
