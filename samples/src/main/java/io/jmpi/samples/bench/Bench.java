package io.jmpi.samples.bench;

import io.jmpi.samples.Sample;
import io.jmpi.samples.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mpi.Intracomm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures messages and collectives, in the manner of the OSU benchmarks.
 *
 * <p><b>To measure honestly:</b>
 *
 * <ul>
 *   <li>Look at medians to know what to expect and at the best to know what the code can do; a mean tells neither.
 *   <li>One launch is one sample: where ranks land, and what the JVM compiles, differ from launch to launch. Compare two
 *       things by many short launches in turn, A B A B, in the same minutes on the same machine.
 *   <li>One JVM that has seen arrays and direct buffers compiles code for both. {@code --buffers array} measures a program
 *       that knows arrays only.
 *   <li>With more ranks than processors the scheduler is part of what is measured. So is any other program that runs.
 *   <li>The messages are never touched by the program, so they stay in the caches as far as they fit.
 * </ul>
 */
@Command(
        name = "bench",
        sortOptions = false,
        description = "Latency, bandwidth and message rate between ranks 0 and 1, and collectives of all ranks.",
        footer = {
            "",
            "Best and median of the repeats. One launch is one sample: compare by many, in turn (A B A B), on a quiet "
                    + "machine."
        })
public final class Bench implements Sample {

    private static final int LARGEST = 1 << 28;

    @Parameters(
            arity = "0..*",
            paramLabel = "TEST",
            description =
                    "What to measure, all if none is given: latency bandwidth rate barrier bcast reduce allreduce "
                            + "gather scatter allgather alltoall reducescatter scan.")
    private List<String> names = List.of();

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            description = "Bytes of a message, for each rank (default: some for each test).")
    private int[] sizes;

    @Option(
            names = "--buffers",
            paramLabel = "KIND",
            description = "array, direct or both (default: ${DEFAULT-VALUE}).")
    private String buffers = "both";

    @Option(names = "--repeats", paramLabel = "N", description = "Batches to time (default: ${DEFAULT-VALUE}).")
    private int repeats = 15;

    @Option(
            names = "--batch",
            paramLabel = "MS",
            description = "How long a batch should last (default: ${DEFAULT-VALUE}).")
    private int batchMillis = 10;

    @Option(
            names = "--tuning",
            description = "Measure nothing, but show which algorithm JMPI takes for each collective, and why.")
    private boolean tuning;

    @Option(
            names = "--ranks",
            paramLabel = "N",
            description = "With --tuning: for so many ranks (default: those of this job).")
    private Integer ranks;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description = "With --tuning: on so many nodes (default: those of this job; 1 if ranks are given).")
    private Integer nodes;

    @Override
    public void run(Intracomm world) {
        if (tuning) {
            print(world, TuningReport.of(world, ranks, nodes).text(names, sizes));
            return;
        }
        if (ranks != null || nodes != null) {
            throw new UsageException("--ranks and --nodes are for --tuning; jmpiexec -n says how many ranks measure");
        }
        if (repeats < 1 || batchMillis < 1) {
            throw new UsageException("at least 1: --repeats=" + repeats + " --batch=" + batchMillis);
        }
        List<BufferKind> kinds = kinds();
        List<Test> tests = tests(world.getSize());
        checkSizes(world.getSize());
        Meter meter = new Meter(world, repeats, batchMillis / 1e3);
        for (Test test : tests) {
            measure(test, kinds, meter, world);
        }
    }

    private void measure(Test test, List<BufferKind> kinds, Meter meter, Intracomm world) {
        print(world, Table.heading(test.title(), kinds));
        for (int size : sizes == null ? test.sizes() : sizes) {
            if (test.accepts(size)) {
                double[] figures = new double[2 * kinds.size()];
                for (int i = 0; i < kinds.size(); i++) {
                    double[] seconds = meter.measure(test.kernel(world, kinds.get(i), size));
                    figures[2 * i] = test.figure(seconds[0], size);
                    figures[2 * i + 1] = test.figure(seconds[seconds.length / 2], size);
                }
                print(world, Table.line(size, figures));
            }
        }
        print(world, "");
    }

    private static void print(Intracomm world, String text) {
        if (world.getRank() == 0) {
            System.out.println(text);
        }
    }

    private List<BufferKind> kinds() {
        return switch (buffers) {
            case "both" -> List.of(BufferKind.values());
            case "array" -> List.of(BufferKind.ARRAY);
            case "direct" -> List.of(BufferKind.DIRECT);
            default -> throw new UsageException("--buffers=" + buffers + ": array, direct or both");
        };
    }

    private List<Test> tests(int ranks) {
        List<Test> all = new ArrayList<>(List.of(PointToPoint.values()));
        all.addAll(List.of(Collective.values()));
        if (names.isEmpty()) {
            all.removeIf(test -> test.ranks() > ranks);
            return all;
        }
        List<Test> chosen = new ArrayList<>();
        for (String name : names) {
            Test test = find(all, name);
            if (test.ranks() > ranks) {
                throw new UsageException(
                        name + " needs " + test.ranks() + " ranks: jmpiexec -n " + test.ranks() + " ...");
            }
            chosen.add(test);
        }
        return chosen;
    }

    private static Test find(List<Test> tests, String name) {
        for (Test test : tests) {
            if (test.toString().equalsIgnoreCase(name)) {
                return test;
            }
        }
        throw new UsageException("no such test: " + name + "; there are: "
                + tests.toString().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", ""));
    }

    private void checkSizes(int ranks) {
        for (int size : sizes == null ? new int[0] : sizes) {
            if (size < 0 || (long) size * ranks > LARGEST) {
                throw new UsageException(
                        "--sizes: " + size + " is not in 0.." + LARGEST / ranks + ", for " + ranks + " ranks");
            }
        }
    }
}
