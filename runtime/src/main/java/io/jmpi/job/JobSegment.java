package io.jmpi.job;

import io.jmpi.os.Doorbell;
import io.jmpi.os.FifoDoorbell;
import io.jmpi.os.LocalDoorbell;
import io.jmpi.os.MappedFile;
import io.jmpi.os.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The mapped job segment of one node, as {@link JobLayout} draws it.
 *
 * <p>May be used from any thread. The daemon that has made the segment holds a {@link JobSegmentFile}; a rank opens it by
 * the path in its environment.
 */
public final class JobSegment {

    private static final int ALIGNMENT = 64;

    private final ByteBuffer memory;
    private final int localSize;
    private final int ringStride;
    private final int rings;
    private final RankEntry[] entries;
    private final Doorbell localBell;

    JobSegment(ByteBuffer memory) {
        this(memory, null);
    }

    private JobSegment(ByteBuffer memory, Doorbell localBell) {
        this.memory = memory;
        this.localBell = localBell;
        this.localSize = Words.getIntPlain(memory, JobLayout.LOCAL_SIZE_OFFSET);
        this.ringStride = Words.getIntPlain(memory, JobLayout.RING_STRIDE_OFFSET);
        this.rings = (int) Words.getLongPlain(memory, JobLayout.RINGS_OFFSET);
        this.entries = new RankEntry[localSize];
        for (int rank = 0; rank < localSize; rank++) {
            entries[rank] = new RankEntry(memory, rank);
        }
    }

    /**
     * Maps the segment that the daemon made.
     *
     * @throws IOException when there is none at the path, or it is not one of this version
     */
    public static JobSegment open(String path) throws IOException {
        ByteBuffer memory = MappedFile.open(path).memory();
        if (memory.capacity() < JobLayout.PAGE
                || Words.getIntAcquire(memory, JobLayout.READY_OFFSET) != 1
                || Words.getLongPlain(memory, JobLayout.MAGIC_OFFSET) != JobLayout.MAGIC) {
            throw new IOException(path + " is not a job segment; start the program with jmpiexec");
        }
        int version = Words.getIntPlain(memory, JobLayout.VERSION_OFFSET);
        if (version != JobLayout.VERSION) {
            throw new IOException("the job segment has version " + version + ", this library version "
                    + JobLayout.VERSION + "; use the jmpiexec and the library of one release");
        }
        return new JobSegment(memory);
    }

    /** A segment in the memory of this process, for a job of one rank that no launcher has started. */
    public static JobSegment ofOneRank(int ringStride) {
        int length = (int) JobLayout.length(1, ringStride);
        ByteBuffer memory = ByteBuffer.allocateDirect(length + ALIGNMENT)
                .alignedSlice(ALIGNMENT)
                .slice(0, length)
                .order(ByteOrder.LITTLE_ENDIAN);
        writeHeader(memory, 1, 1, 0, ringStride);
        return new JobSegment(memory, new LocalDoorbell());
    }

    static void writeHeader(ByteBuffer memory, int localSize, int jobSize, int node, int ringStride) {
        Words.putLongPlain(memory, JobLayout.MAGIC_OFFSET, JobLayout.MAGIC);
        Words.putIntPlain(memory, JobLayout.VERSION_OFFSET, JobLayout.VERSION);
        Words.putIntPlain(memory, JobLayout.LOCAL_SIZE_OFFSET, localSize);
        Words.putIntPlain(memory, JobLayout.JOB_SIZE_OFFSET, jobSize);
        Words.putIntPlain(memory, JobLayout.NODE_OFFSET, node);
        Words.putIntPlain(memory, JobLayout.RING_STRIDE_OFFSET, ringStride);
        Words.putLongPlain(memory, JobLayout.RINGS_OFFSET, JobLayout.ringsOffset(localSize));
        Words.putLongPlain(memory, JobLayout.LENGTH_OFFSET, JobLayout.length(localSize, ringStride));
    }

    /** Names the doorbells, one number a rank behind a common path, and declares the segment ready. */
    void publish(String bellPath, int[] bells) throws IOException {
        byte[] path = bellPath.getBytes(StandardCharsets.UTF_8);
        if (path.length > JobLayout.BELL_PATH_CAPACITY) {
            throw new IOException("path too long for a job segment: " + bellPath);
        }
        memory.put(JobLayout.BELL_PATH_OFFSET, path);
        Words.putIntPlain(memory, JobLayout.BELL_PATH_LENGTH_OFFSET, path.length);
        for (int rank = 0; rank < localSize; rank++) {
            entries[rank].bell(bells[rank]);
        }
        Words.putIntRelease(memory, JobLayout.READY_OFFSET, 1);
    }

    /** Number of ranks on this node. */
    public int localSize() {
        return localSize;
    }

    /** The table's entry of a local rank. */
    public RankEntry entry(int localRank) {
        return entries[localRank];
    }

    /** The ring on which one local rank sends to another one, or to itself: zeroed memory, page-aligned. */
    public ByteBuffer ring(int receiver, int sender) {
        int offset = rings + (receiver * localSize + sender) * ringStride;
        return memory.slice(offset, ringStride).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The whole segment, for words addressed by {@link RankEntry#sleepWord()}. */
    public ByteBuffer memory() {
        return memory;
    }

    /** Opens the bell on which a local rank sleeps. */
    public Doorbell openDoorbell(int localRank) throws IOException {
        if (localBell != null) {
            return localBell;
        }
        byte[] path = new byte[Words.getIntPlain(memory, JobLayout.BELL_PATH_LENGTH_OFFSET)];
        memory.get(JobLayout.BELL_PATH_OFFSET, path);
        return FifoDoorbell.open(new String(path, StandardCharsets.UTF_8) + entries[localRank].bell());
    }
}
