package io.jmpi.commons;

import io.jmpi.collectives.Collective;
import io.jmpi.data.Reduction;
import io.jmpi.data.Wire;
import io.jmpi.job.CommonsLayout;
import io.jmpi.progress.Engine;
import java.nio.ByteBuffer;

/** The collectives of a communicator whose members are all the ranks of one node. Used by one thread at a time. */
public final class Commons {

    private final Engine engine;
    private final Gate gate;
    private final Cells cells;
    private final CommonBcast bcast;
    private final CommonScan scan;
    private final CommonAllReduce allReduce;
    private final CommonGather gather;
    private final CommonGather allGather;
    private final CommonReduce reduce;
    private final CommonAllToAll allToAll;
    private final CommonReduceScatter reduceScatter;
    private final Ends ends = new Ends();

    private Commons(Engine engine, ByteBuffer memory, int self, int ranks) {
        Wire wire = new Wire(memory);
        this.engine = engine;
        this.gate = new Gate(memory, CommonsLayout.GATE, ranks);
        this.cells = new Cells(memory, wire, gate, self, ranks);
        this.bcast = new CommonBcast(this, memory, wire, self, ranks);
        this.scan = new CommonScan(this, memory, wire, self, ranks);
        this.allReduce = new CommonAllReduce(this, gate, cells);
        this.gather = new CommonGather(this, cells, false);
        this.allGather = new CommonGather(this, cells, true);
        this.reduce = new CommonReduce(this, cells);
        this.allToAll = new CommonAllToAll(this, cells);
        this.reduceScatter = new CommonReduceScatter(this, cells);
    }

    /** Those of all ranks of the job; null if they do not all share memory, or there is none to spare. */
    public static Commons of(Engine engine, int self, int ranks) {
        ByteBuffer memory = engine.commons();
        return memory == null ? null : new Commons(engine, memory, self, ranks);
    }

    /** Whether so many ranks can do one together. */
    public boolean offers(Collective collective) {
        return switch (collective) {
            case ALL_TO_ALL, REDUCE_SCATTER -> cells.share() != 0;
            default -> true;
        };
    }

    public void barrier() {
        engine.enter();
        try {
            pass(gate);
        } finally {
            engine.exit();
        }
    }

    /**
     * Says what the next collective works on, and it alone.
     *
     * @param input null for one in place: the data is where it would go
     * @param inputOffset in bytes
     * @param output null at a rank that gets nothing
     * @param outputOffset in bytes
     * @return this
     */
    public Commons between(Object input, long inputOffset, Object output, long outputOffset) {
        ends.set(input, inputOffset, output, outputOffset);
        return this;
    }

    /**
     * Says how the next collective combines data, if it does.
     *
     * @param unit bytes of what the reduction counts, a power of two
     * @return this
     */
    public Commons reducing(int unit, Reduction reduction) {
        ends.reduction(unit, reduction);
        return this;
    }

    /**
     * Carries it out. Data is combined in the order of the ranks.
     *
     * @param length bytes of a rank's data, or of a block where a rank has one of each rank or for each
     * @param root does not matter where there is none
     * @throws MismatchException when the length of another rank is another one; who learns of it, depends on the collective
     */
    public void run(Collective collective, long length, int root) {
        ends.extent(length, root);
        engine.enter();
        try {
            switch (collective) {
                case BCAST -> bcast.bcast(ends);
                case SCATTER -> bcast.scatter(ends);
                case SCAN -> scan.run(ends, false);
                case EX_SCAN -> scan.run(ends, true);
                case ALL_REDUCE -> allReduce.run(ends);
                case ALL_GATHER -> allGather.run(ends);
                case GATHER -> gather.run(ends);
                case REDUCE -> reduce.run(ends);
                case ALL_TO_ALL -> allToAll.run(ends);
                case REDUCE_SCATTER -> reduceScatter.run(ends);
                default -> throw new IllegalArgumentException("not done in common: " + collective);
            }
        } finally {
            ends.clear();
            engine.exit();
        }
    }

    /** Arrives and waits for the others. */
    void pass(Gate toPass) {
        if (toPass.arrive()) {
            open(toPass);
        } else {
            await(toPass.opened());
        }
    }

    void open(Gate toOpen) {
        toOpen.open();
        engine.wakeNeighbours();
    }

    /** Fills a mark. */
    void tell(Mark mark, long value) {
        mark.set(value);
        engine.wakeNeighbours();
    }

    /** Fills a mark that one rank waits for. */
    void tell(Mark mark, long value, int rank) {
        mark.set(value);
        engine.wakeNeighbour(rank);
    }

    void await(Mark mark) {
        if (!mark.isOver()) {
            engine.await(mark);
        }
    }
}
