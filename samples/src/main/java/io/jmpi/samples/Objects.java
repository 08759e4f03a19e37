package io.jmpi.samples;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mpi.Intracomm;
import mpi.MPI;
import picocli.CommandLine.Command;

/**
 * Messages that are objects: anything serialisable, for example records, lists and maps.
 *
 * <p>For what a program says once in a while; arrays and buffers of numbers are faster by far.
 */
@Command(name = "objects", description = "Records, lists and maps as messages.")
final class Objects implements Sample {

    private static final int TAG = 7;

    /** A point with a name. */
    record Place(String name, double latitude, double longitude) implements Serializable {}

    /** What a rank has to say about itself. */
    record Report(int rank, long processId, String java) implements Serializable {}

    @Override
    public void run(Intracomm world) {
        if (world.getSize() < 2) {
            throw new UsageException("objects needs at least 2 ranks: jmpiexec -n 2 ...");
        }
        sendAndReceive(world);
        broadcast(world);
        collect(world);
    }

    private static void sendAndReceive(Intracomm world) {
        if (world.getRank() == 0) {
            world.sendObject(List.of(new Place("Bern", 46.9, 7.4), new Place("Quito", -0.2, -78.5)), 1, TAG);
        } else if (world.getRank() == 1) {
            List<Place> places = world.recvObject(0, TAG);
            System.out.println("rank 1 received " + places);
        }
    }

    /** All ranks get what rank 0 has; what the others pass does not matter. */
    private static void broadcast(Intracomm world) {
        int last = world.getSize() - 1;
        Map<String, Object> settings = null;
        if (world.getRank() == 0) {
            settings = new TreeMap<>(Map.of("steps", 1000, "tolerance", 1e-9, "method", "midpoint"));
        }
        settings = world.bcastObject(settings, 0);
        if (world.getRank() == last) {
            System.out.println("rank " + last + " works with " + settings);
        }
    }

    /** Rank 0 takes the reports as they come. */
    private static void collect(Intracomm world) {
        if (world.getRank() != 0) {
            String java = System.getProperty("java.version");
            world.sendObject(new Report(world.getRank(), ProcessHandle.current().pid(), java), 0, TAG);
            return;
        }
        Map<Integer, Report> reports = new TreeMap<>();
        while (reports.size() < world.getSize() - 1) {
            Report report = world.recvObject(MPI.ANY_SOURCE, TAG);
            reports.put(report.rank(), report);
        }
        System.out.println("rank 0 has reports of ranks " + reports.keySet() + "; rank 1 runs Java "
                + reports.get(1).java());
    }
}
