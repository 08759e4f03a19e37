package io.jmpi.samples.bench;

import io.jmpi.collectives.Collective;
import io.jmpi.collectives.Tuning;
import io.jmpi.samples.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mpi.Comm;
import mpi.Intracomm;
import mpi.MPI;

/**
 * Which row of JMPI's tuning table is taken for each collective and size. First by a blocking call with a
 * predefined operation; where that makes a difference, also by other calls, and by an operation that does not commute.
 */
final class TuningReport {

    private static final int[] SIZES = {8, 1 << 10, 1 << 16, 1 << 20};

    /** Two have nobody to share it with. */
    private static final int LEAST_IN_COMMON = 3;

    private final int ranks;
    private final int nodes;
    private final boolean levels;
    private final Tuning.Memory memory;

    /** @param crowded whether ranks outnumber the processors, if there is one node */
    TuningReport(int ranks, int nodes, boolean crowded) {
        if (ranks < 1 || nodes < 1 || nodes > ranks) {
            throw new UsageException(
                    "not in 1.." + Math.max(1, ranks) + ": --nodes=" + nodes + " for --ranks=" + ranks);
        }
        this.ranks = ranks;
        this.nodes = nodes;
        this.levels = nodes > 1 ? nodes < ranks : crowded;
        this.memory = (ranks - 1) / nodes + 1 < LEAST_IN_COMMON
                ? Tuning.Memory.NONE
                : nodes == 1 ? Tuning.Memory.OF_ALL : Tuning.Memory.OF_NODES;
    }

    /** For this job, unless told otherwise. All ranks must call it. */
    static TuningReport of(Intracomm world, Integer ranks, Integer nodes) {
        int some = ranks != null ? ranks : world.getSize();
        int spread = nodes != null ? nodes : ranks != null ? 1 : nodes(world);
        return new TuningReport(some, spread, some > Runtime.getRuntime().availableProcessors());
    }

    private static int nodes(Intracomm world) {
        Intracomm neighbours = world.splitType(Comm.TYPE_SHARED, world.getRank(), MPI.INFO_NULL);
        int[] first = {neighbours.getRank() == 0 ? 1 : 0};
        neighbours.free();
        world.allReduce(first, 1, MPI.INT, MPI.SUM);
        return first[0];
    }

    /**
     * A line for each case.
     *
     * @param names of collectives; none means all
     * @param sizes in bytes, for each rank; null means some
     */
    String text(List<String> names, int[] sizes) {
        StringBuilder text = new StringBuilder(ranks + (ranks == 1 ? " rank on " : " ranks on ") + nodes);
        text.append(nodes == 1 ? " node" : " nodes").append(levels && nodes == 1 ? ", more than processors\n" : "\n");
        text.append(line("bytes", Tuning.heading()));
        for (Collective collective : collectives(names)) {
            int[] own = collective == Collective.BARRIER ? new int[1] : sizes == null ? SIZES : sizes;
            for (int size : own) {
                if (size < 0) {
                    throw new UsageException("--sizes: " + size + " is less than 0");
                }
                lines(text, collective, size);
            }
        }
        return text.toString().stripTrailing();
    }

    private void lines(StringBuilder text, Collective collective, int size) {
        Tuning table = Tuning.table();
        long bytes = collective.decisive(size, ranks);
        String world = table.taken(collective, ranks, bytes, true, levels, memory);
        String other = table.taken(collective, ranks, bytes, true, levels, Tuning.Memory.NONE);
        String ordered =
                reduces(collective) ? table.taken(collective, ranks, bytes, false, levels, Tuning.Memory.NONE) : other;
        text.append(line(size, world));
        if (!other.equals(world)) {
            text.append(line(size, other + "; if not in blocking calls"));
        }
        if (!ordered.equals(other)) {
            text.append(line(size, ordered + "; if it does not commute"));
        }
    }

    private static boolean reduces(Collective collective) {
        return collective == Collective.REDUCE
                || collective == Collective.ALL_REDUCE
                || collective == Collective.REDUCE_SCATTER;
    }

    private static List<Collective> collectives(List<String> names) {
        if (names.isEmpty()) {
            return List.of(Collective.values());
        }
        List<Collective> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(Arrays.stream(Collective.values())
                    .filter(one -> one.toString().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("no such collective: " + name + "; there are: "
                            + Arrays.toString(Collective.values()).replaceAll("[\\[\\],]", ""))));
        }
        return chosen;
    }

    private static String line(int size, String row) {
        return line(String.valueOf(size), row);
    }

    private static String line(String size, String row) {
        return String.format("%10s  %s%n", size, row);
    }
}
