package io.jmpi.job;

import io.jmpi.os.Doorbell;
import io.jmpi.os.FifoDoorbell;
import io.jmpi.os.LocalDoorbell;
import io.jmpi.os.MappedFile;
import io.jmpi.os.Words;
import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
    private final int node;
    private final int ringStride;
    private final int rings;
    private final RankEntry[] entries;
    private final Waker[] wakers;
    private final JobTable table;
    private final Placement placement;
    private final Doorbell localBell;

    JobSegment(ByteBuffer memory) {
        this(memory, null);
    }

    private JobSegment(ByteBuffer memory, Doorbell localBell) {
        this.memory = memory;
        this.localBell = localBell;
        this.localSize = Words.getIntPlain(memory, JobLayout.LOCAL_SIZE_OFFSET);
        this.node = Words.getIntPlain(memory, JobLayout.NODE_OFFSET);
        this.ringStride = Words.getIntPlain(memory, JobLayout.RING_STRIDE_OFFSET);
        this.rings = (int) Words.getLongPlain(memory, JobLayout.RINGS_OFFSET);
        int jobSize = Words.getIntPlain(memory, JobLayout.JOB_SIZE_OFFSET);
        this.table = new JobTable(memory, JobLayout.jobTableOffset(localSize), jobSize);
        this.placement = table.placement(jobSize);
        this.entries = new RankEntry[localSize];
        this.wakers = new Waker[localSize];
        for (int rank = 0; rank < localSize; rank++) {
            entries[rank] = new RankEntry(memory, rank);
            wakers[rank] = new Waker(this, rank);
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
        Placement alone = Placement.onOneNode(1);
        List<NodeHost> here = List.of(new NodeHost("localhost", List.of()));
        int length = (int) JobLayout.length(1, JobTable.length(alone, here), ringStride);
        ByteBuffer memory = ByteBuffer.allocateDirect(length + ALIGNMENT)
                .alignedSlice(ALIGNMENT)
                .slice(0, length)
                .order(ByteOrder.LITTLE_ENDIAN);
        writeHeader(memory, alone, 0, here, new byte[JobKey.LENGTH], ringStride);
        return new JobSegment(memory, new LocalDoorbell());
    }

    static void writeHeader(
            ByteBuffer memory, Placement placement, int node, List<NodeHost> hosts, byte[] key, int ringStride) {
        int localSize = placement.localSize(node);
        int jobTable = JobTable.length(placement, hosts);
        Words.putLongPlain(memory, JobLayout.MAGIC_OFFSET, JobLayout.MAGIC);
        Words.putIntPlain(memory, JobLayout.VERSION_OFFSET, JobLayout.VERSION);
        Words.putIntPlain(memory, JobLayout.LOCAL_SIZE_OFFSET, localSize);
        Words.putIntPlain(memory, JobLayout.JOB_SIZE_OFFSET, placement.size());
        Words.putIntPlain(memory, JobLayout.NODE_OFFSET, node);
        Words.putIntPlain(memory, JobLayout.RING_STRIDE_OFFSET, ringStride);
        Words.putIntPlain(
                memory, JobLayout.PROCESSORS_OFFSET, Runtime.getRuntime().availableProcessors());
        Words.putLongPlain(memory, JobLayout.RINGS_OFFSET, JobLayout.ringsOffset(localSize, jobTable));
        Words.putLongPlain(memory, JobLayout.LENGTH_OFFSET, JobLayout.length(localSize, jobTable, ringStride));
        if (CommonsLayout.length(localSize, ringStride) != 0) {
            Words.putLongPlain(
                    memory, JobLayout.COMMONS_OFFSET, JobLayout.commonsOffset(localSize, jobTable, ringStride));
        }
        memory.put(JobLayout.KEY_OFFSET, key, 0, JobKey.LENGTH);
        new JobTable(memory, JobLayout.jobTableOffset(localSize), placement.size()).write(placement, hosts);
    }

    /** Names the doorbells, one number a rank and the daemon's behind a common path, and declares the segment ready. */
    void publish(String bellPath, int[] bells) throws IOException {
        byte[] path = bellPath.getBytes(StandardCharsets.UTF_8);
        if (path.length > JobLayout.BELL_PATH_CAPACITY) {
            throw new IOException("path too long for a job segment: " + bellPath);
        }
        memory.put(JobLayout.BELL_PATH_OFFSET, path);
        Words.putIntPlain(memory, JobLayout.BELL_PATH_LENGTH_OFFSET, path.length);
        for (int rank = 0; rank < localSize; rank++) {
            entries[rank].bell(bells[rank]);
            new SleepWord(this, rank).awake();
        }
        Words.putIntPlain(memory, JobLayout.DAEMON_BELL_OFFSET, bells[localSize]);
        Words.putIntRelease(memory, JobLayout.READY_OFFSET, 1);
    }

    /** Number of ranks on this node. */
    public int localSize() {
        return localSize;
    }

    /** Whether the ranks of this node outnumber the processors that the daemon may use. */
    public boolean isCrowded() {
        return share() > 1;
    }

    /** How many ranks of this node there are for each of the processors that the daemon may use, at the fullest. */
    public int share() {
        int processors = Words.getIntPlain(memory, JobLayout.PROCESSORS_OFFSET);
        return (localSize + processors - 1) / processors;
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

    /** The {@link CommonsLayout memory} of all ranks of the node together, zeroed at first, null if there is none. */
    public ByteBuffer commons() {
        int offset = (int) Words.getLongPlain(memory, JobLayout.COMMONS_OFFSET);
        return offset == 0
                ? null
                : memory.slice(offset, CommonsLayout.length(localSize, ringStride))
                        .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The whole segment, for words addressed by {@link RankEntry#sleepWord()}. */
    public ByteBuffer memory() {
        return memory;
    }

    /** Which rank of the job is on which node. */
    public Placement placement() {
        return placement;
    }

    /** This node. */
    public int node() {
        return node;
    }

    /** What a node is called, and where it may be reached. */
    public NodeHost host(int ofNode) {
        return table.host(ofNode);
    }

    /** The job's key, {@link JobKey#LENGTH} bytes. */
    public byte[] key() {
        byte[] key = new byte[JobKey.LENGTH];
        memory.get(JobLayout.KEY_OFFSET, key);
        return key;
    }

    /** The port on which a rank of the job accepts connections, 0 if that is not known yet. */
    public int port(int rank) {
        return table.port(rank);
    }

    /**
     * Makes known on which port a rank of the job accepts connections, and wakes the local ranks that may be waiting for
     * it. A rank does this for itself, then {@linkplain #tellDaemon tells the daemon}; the daemon does it for the ranks of
     * other nodes. One thread at a time.
     */
    public void port(int rank, int port) {
        table.port(rank, port);
        wakeAll();
    }

    /** Rings the daemon's bell, if it listens: this rank has come further. See {@link JobSegmentFile#awaitRanks}. */
    public void tellDaemon() throws IOException {
        if (Words.getIntAcquire(memory, JobLayout.LISTENS_OFFSET) != 0) {
            try (Doorbell bell = openDaemonBell()) {
                bell.ring();
            }
        }
    }

    void daemonListens() {
        Words.putIntRelease(memory, JobLayout.LISTENS_OFFSET, 1);
    }

    /** Wakes a local rank. */
    public Waker waker(int localRank) {
        return wakers[localRank];
    }

    /** Opens the bell on which a local rank sleeps. */
    public Doorbell openDoorbell(int localRank) throws IOException {
        return localBell != null ? localBell : openBell(entries[localRank].bell());
    }

    Doorbell openDaemonBell() throws IOException {
        return openBell(Words.getIntPlain(memory, JobLayout.DAEMON_BELL_OFFSET));
    }

    private Doorbell openBell(int number) throws IOException {
        byte[] path = new byte[Words.getIntPlain(memory, JobLayout.BELL_PATH_LENGTH_OFFSET)];
        memory.get(JobLayout.BELL_PATH_OFFSET, path);
        return FifoDoorbell.open(new String(path, StandardCharsets.UTF_8) + number);
    }

    /** Wakes all ranks of this node that sleep, after something was written that they may be waiting for. */
    private void wakeAll() {
        VarHandle.fullFence();
        for (Waker waker : wakers) {
            waker.wakeAfterFence();
        }
    }

    /** The same for some of them; makes one fence, and only if one of them may be asleep. */
    public void wake(int[] localRanks) {
        boolean fenced = false;
        for (int localRank : localRanks) {
            Waker waker = wakers[localRank];
            if (waker.mayBeNeeded()) {
                if (!fenced) {
                    VarHandle.fullFence();
                    fenced = true;
                }
                waker.wakeAfterFence();
            }
        }
    }

    void closeWakers() {
        for (Waker waker : wakers) {
            waker.close();
        }
    }
}
