package io.jmpi.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A place for a job segment and the size of ring to make there.
 *
 * <p>Rings are as large as helps and the memory allows: shared memory with good rings comes first, then a file elsewhere
 * (the page cache serves as well, at the price of being written back), and small rings only when nothing else is left.
 *
 * @param directory an existing directory
 * @param ringStride bytes of each ring with its header, a multiple of the page size
 */
public record SegmentPlacement(Path directory, int ringStride) {

    /** Overrides the directory. */
    public static final String DIRECTORY_VARIABLE = "JMPI_SHM_DIR";

    private static final int LARGEST_RING = 1 << 18;
    static final int USEFUL_RING = 1 << 14;
    private static final int SMALLEST_RING = 1 << 12;
    private static final long BUDGET = 32L << 20;
    private static final long MOST = Integer.MAX_VALUE;

    /** The places to try on this machine, best first. */
    public static List<SegmentPlacement> candidates(int localSize) {
        List<Path> directories = directories();
        List<SegmentPlacement> places = new ArrayList<>();
        int largest = ringWithin(localSize, BUDGET);
        for (Path directory : directories) {
            for (int ring = largest; ring >= Math.min(USEFUL_RING, largest); ring /= 2) {
                places.add(new SegmentPlacement(directory, ring));
            }
        }
        for (Path directory : directories) {
            for (int ring = Math.min(USEFUL_RING, largest) / 2; ring >= SMALLEST_RING; ring /= 2) {
                places.add(new SegmentPlacement(directory, ring));
            }
        }
        return places;
    }

    /** The ring size that keeps a segment for so many ranks within a number of bytes, if at all possible. */
    static int ringWithin(int localSize, long bytes) {
        int ring = LARGEST_RING;
        while (ring > SMALLEST_RING && (long) localSize * localSize * ring > bytes) {
            ring /= 2;
        }
        return ring;
    }

    /** The directories to try, best first. */
    static List<Path> directories() {
        List<Path> directories = new ArrayList<>();
        String chosen = System.getenv(DIRECTORY_VARIABLE);
        if (chosen != null) {
            directories.add(Path.of(chosen));
            return directories;
        }
        addIfWritable(directories, "/dev/shm");
        addIfWritable(directories, System.getenv("XDG_RUNTIME_DIR"));
        addIfWritable(directories, System.getProperty("java.io.tmpdir"));
        return directories;
    }

    private static void addIfWritable(List<Path> directories, String name) {
        if (name != null && Files.isWritable(Path.of(name))) {
            directories.add(Path.of(name));
        }
    }

    /** @param jobTable see {@link JobTable#length} */
    long bytes(int localSize, int jobTable) {
        return JobLayout.length(localSize, jobTable, ringStride);
    }

    boolean hasRoom(int localSize, int jobTable) {
        long bytes = bytes(localSize, jobTable);
        return bytes <= MOST && directory.toFile().getUsableSpace() >= bytes;
    }

    static String noRoom(int localSize, int jobTable, List<SegmentPlacement> places) {
        StringBuilder text = new StringBuilder("no room for the job segment of ")
                .append(localSize)
                .append(" ranks: ");
        long least = JobLayout.length(localSize, jobTable, SMALLEST_RING);
        if (least > MOST) {
            return text.append("at most 700 ranks share one node; use more nodes")
                    .toString();
        }
        text.append("it needs at least ").append(least >> 10).append(" KiB, and there are");
        Path previous = null;
        for (SegmentPlacement place : places) {
            if (!place.directory.equals(previous)) {
                text.append(previous == null ? " " : ", ");
                text.append(place.directory.toFile().getUsableSpace() >> 10).append(" KiB in ");
                text.append(place.directory);
                previous = place.directory;
            }
            if (place.ringStride < USEFUL_RING) {
                break;
            }
        }
        return text.append("; free some, enlarge /dev/shm (docker run --shm-size), or name a directory with room in ")
                .append(DIRECTORY_VARIABLE)
                .toString();
    }
}
