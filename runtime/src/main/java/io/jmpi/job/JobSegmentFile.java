package io.jmpi.job;

import io.jmpi.os.MappedFile;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * The daemon's hold on a job segment: makes it, with its space reserved, and keeps it alive until closed.
 *
 * <p>Where the system shows open files under {@code /proc}, the names are gone as soon as the files are open, and ranks
 * open them through the daemon's descriptors: whatever dies, nothing stays behind. Elsewhere the names last until
 * {@link #close()}.
 */
public final class JobSegmentFile implements AutoCloseable {

    private static final String SEGMENT = "segment";

    private final JobSegment segment;
    private final Path directory;
    private final RandomAccessFile[] held;
    private String path;

    private JobSegmentFile(JobSegment segment, Path directory, RandomAccessFile[] held) {
        this.segment = segment;
        this.directory = directory;
        this.held = held;
    }

    /**
     * Makes the segment for the ranks of one node in the first place that has room for it.
     *
     * @param localSize number of ranks on this node
     * @param jobSize number of ranks of the whole job
     * @param node number of this node in the job
     * @param places where to look for room, best first; see {@link SegmentPlacement}
     * @throws IOException naming the size needed and the remedy, when there is no room anywhere
     */
    public static JobSegmentFile create(int localSize, int jobSize, int node, List<SegmentPlacement> places)
            throws IOException {
        IOException last = null;
        for (SegmentPlacement place : places) {
            if (!place.hasRoom(localSize)) {
                continue;
            }
            try {
                return createAt(place, localSize, jobSize, node);
            } catch (IOException e) {
                last = e;
            }
        }
        throw new IOException(SegmentPlacement.noRoom(localSize, places), last);
    }

    private static JobSegmentFile createAt(SegmentPlacement place, int localSize, int jobSize, int node)
            throws IOException {
        Path directory = makeDirectory(place.directory());
        RandomAccessFile[] held = new RandomAccessFile[localSize + 1];
        JobSegmentFile made = null;
        try {
            RandomAccessFile file =
                    new RandomAccessFile(directory.resolve(SEGMENT).toFile(), "rw");
            held[localSize] = file;
            MappedFile mapped = MappedFile.reserve(file, JobLayout.length(localSize, place.ringStride()));
            JobSegment.writeHeader(mapped.memory(), localSize, jobSize, node, place.ringStride());
            made = new JobSegmentFile(new JobSegment(mapped.memory()), directory, held);
            made.publish();
            return made;
        } finally {
            if (made == null || made.path == null) {
                release(directory, held);
            }
        }
    }

    /**
     * Makes a directory that only this user can enter. {@code Files.createTempDirectory} would do the same, but for the
     * classes of its random numbers, 20 ms of every launch.
     */
    private static Path makeDirectory(Path parent) throws IOException {
        FileAttribute<Set<PosixFilePermission>> ownersOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        String prefix = "jmpi-" + ProcessHandle.current().pid() + "-";
        while (true) {
            try {
                String name = prefix + Long.toHexString(System.nanoTime());
                return Files.createDirectory(parent.resolve(name), ownersOnly);
            } catch (FileAlreadyExistsException e) {
                // left behind by a process that had the same number: the next name is another
            }
        }
    }

    private void publish() throws IOException {
        makeDoorbells();
        int[] numbers = OpenFiles.numbers(directory, held.length);
        if (numbers != null) {
            segment.publish(OpenFiles.pathPrefix(), numbers);
            path = OpenFiles.pathPrefix() + numbers[segment.localSize()];
            deleteNames(directory);
        } else {
            segment.publish(directory + File.separator, OpenFiles.countingUp(held.length));
            path = directory.resolve(SEGMENT).toString();
        }
    }

    private void makeDoorbells() throws IOException {
        String[] command = new String[1 + segment.localSize()];
        command[0] = "mkfifo";
        for (int rank = 0; rank < segment.localSize(); rank++) {
            command[1 + rank] = Integer.toString(rank);
        }
        Process mkfifo = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            if (mkfifo.waitFor() != 0) {
                throw new IOException(
                        "mkfifo: " + new String(mkfifo.getInputStream().readAllBytes()).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while making the job segment", e);
        }
        for (int rank = 0; rank < segment.localSize(); rank++) {
            held[rank] = new RandomAccessFile(
                    directory.resolve(Integer.toString(rank)).toFile(), "rw");
        }
    }

    /** The value of {@link JobEnvironment#SEGMENT} for the ranks. */
    public String path() {
        return path;
    }

    public JobSegment segment() {
        return segment;
    }

    /** Lets go of the segment; to be called when the last rank has ended. */
    @Override
    public void close() {
        release(directory, held);
    }

    private static void release(Path directory, RandomAccessFile[] held) {
        for (RandomAccessFile file : held) {
            if (file != null) {
                try {
                    file.close();
                } catch (IOException e) {
                    // the descriptor is gone all the same
                }
            }
        }
        deleteNames(directory);
    }

    private static void deleteNames(Path directory) {
        File[] files = directory.toFile().listFiles();
        if (files != null) {
            for (File file : files) {
                file.delete();
            }
            directory.toFile().delete();
        }
    }
}
