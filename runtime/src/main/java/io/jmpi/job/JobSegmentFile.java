package io.jmpi.job;

import io.jmpi.os.Doorbell;
import io.jmpi.os.MappedFile;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;

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
    private Doorbell daemonBell;
    private volatile boolean closed;

    private JobSegmentFile(JobSegment segment, Path directory, RandomAccessFile[] held) {
        this.segment = segment;
        this.directory = directory;
        this.held = held;
    }

    /**
     * Makes the segment for the ranks of one node in the first place that has room for it.
     *
     * @param placement of all ranks of the job
     * @param node the one to make the segment for
     * @param hosts one for each node
     * @param key see {@link JobKey}
     * @param places where to look for room, best first; see {@link SegmentPlacement}
     * @throws IOException naming the size needed and the remedy, when there is no room anywhere
     */
    public static JobSegmentFile create(
            Placement placement, int node, List<NodeHost> hosts, byte[] key, List<SegmentPlacement> places)
            throws IOException {
        if (hosts.size() != placement.nodes()) {
            throw new IllegalArgumentException(hosts.size() + " hosts for " + placement.nodes() + " nodes");
        }
        int localSize = placement.localSize(node);
        int jobTable = JobTable.length(placement, hosts);
        IOException last = null;
        for (SegmentPlacement place : places) {
            if (!place.hasRoom(localSize, jobTable)) {
                continue;
            }
            Path directory = PrivateDirectory.make(place.directory());
            RandomAccessFile[] held = new RandomAccessFile[localSize + 2];
            boolean made = false;
            try {
                RandomAccessFile file =
                        new RandomAccessFile(directory.resolve(SEGMENT).toFile(), "rw");
                held[localSize + 1] = file;
                MappedFile mapped = MappedFile.reserve(file, place.bytes(localSize, jobTable));
                JobSegment.writeHeader(mapped.memory(), placement, node, hosts, key, place.ringStride());
                JobSegmentFile segmentFile = new JobSegmentFile(new JobSegment(mapped.memory()), directory, held);
                segmentFile.publish();
                made = true;
                return segmentFile;
            } catch (IOException e) {
                last = e;
            } finally {
                if (!made) {
                    release(directory, held);
                }
            }
        }
        throw new IOException(SegmentPlacement.noRoom(localSize, jobTable, places), last);
    }

    private void publish() throws IOException {
        makeDoorbells();
        int[] numbers = OpenFiles.numbers(directory, held.length);
        if (numbers != null) {
            segment.publish(OpenFiles.pathPrefix(), numbers);
            path = OpenFiles.pathPrefix() + numbers[held.length - 1];
            PrivateDirectory.delete(directory);
        } else {
            segment.publish(directory + File.separator, OpenFiles.countingUp(held.length));
            path = directory.resolve(SEGMENT).toString();
        }
    }

    private void makeDoorbells() throws IOException {
        int bells = held.length - 1;
        String[] command = new String[1 + bells];
        command[0] = "mkfifo";
        for (int bell = 0; bell < bells; bell++) {
            command[1 + bell] = Integer.toString(bell);
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
        for (int bell = 0; bell < bells; bell++) {
            held[bell] = new RandomAccessFile(
                    directory.resolve(Integer.toString(bell)).toFile(), "rw");
        }
    }

    /** The value of {@link JobEnvironment#SEGMENT} for the ranks. */
    public String path() {
        return path;
    }

    public JobSegment segment() {
        return segment;
    }

    /** Asks the ranks to ring the daemon's bell as they come further; to be called before the first one starts. */
    public void listen() throws IOException {
        daemonBell = segment.openDaemonBell();
        segment.daemonListens();
    }

    /**
     * Waits until a rank of this node has {@linkplain JobSegment#port(int, int) published its port} or joined the job
     * since the last call; look at the table to see which. For one thread, after {@link #listen}.
     *
     * @return false when the file has been closed
     */
    public boolean awaitRanks() throws IOException {
        if (!closed) {
            try {
                daemonBell.await();
            } catch (IOException e) {
                if (!closed) {
                    throw e;
                }
            }
        }
        return !closed;
    }

    /** Lets go of the segment; to be called when the last rank has ended. */
    @Override
    public void close() {
        closed = true;
        if (daemonBell != null) {
            try (Doorbell bell = daemonBell) {
                bell.ring();
            } catch (IOException e) {
                // nobody has to be woken then
            }
        }
        segment.closeWakers();
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
        PrivateDirectory.delete(directory);
    }
}
