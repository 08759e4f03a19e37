package io.jmpi.commons;

import io.jmpi.data.Reduction;
import io.jmpi.data.UserMemory;
import io.jmpi.data.Wire;
import io.jmpi.job.CommonsLayout;
import io.jmpi.progress.Engine;
import java.nio.ByteBuffer;

/** The collectives of a communicator whose members are all the ranks of one node. Used by one thread at a time. */
public final class Commons {

    private final Engine engine;
    private final Gate gate;
    private final CommonBcast bcast;
    private final CommonAllReduce allReduce;

    private Commons(Engine engine, ByteBuffer memory, int self, int ranks) {
        Wire wire = new Wire(memory);
        this.engine = engine;
        this.gate = new Gate(memory, CommonsLayout.GATE, ranks);
        this.bcast = new CommonBcast(this, memory, wire, self, ranks);
        this.allReduce = new CommonAllReduce(this, gate, memory, wire, self, ranks);
    }

    /** Those of all ranks of the job; null if they do not all share memory, or there is none to spare. */
    public static Commons of(Engine engine, int self, int ranks) {
        ByteBuffer memory = engine.commons();
        return memory == null ? null : new Commons(engine, memory, self, ranks);
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
     * Broadcasts.
     *
     * @param buffer where the data is at the root, and goes elsewhere
     * @param offset in bytes
     * @param length in bytes
     * @throws MismatchException when the root's length is another one
     */
    public void bcast(Object buffer, UserMemory user, long offset, long length, int root) {
        engine.enter();
        try {
            bcast.run(buffer, user, offset, length, root);
        } finally {
            engine.exit();
        }
    }

    /**
     * Combines the data of all ranks, in the order of the ranks.
     *
     * @param input may be null: then it is where the output goes
     * @param length in bytes
     * @param unit bytes of what the reduction counts, a power of two
     * @throws MismatchException when the length of another rank is another one
     */
    public void allReduce(
            Object input,
            long inputOffset,
            Object output,
            long outputOffset,
            long length,
            int unit,
            Reduction reduction) {
        engine.enter();
        try {
            allReduce.input(input == null ? output : input, input == null ? outputOffset : inputOffset);
            allReduce.output(output, outputOffset);
            allReduce.run(length, unit, reduction);
        } finally {
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

    void await(Mark mark) {
        if (!mark.isOver()) {
            engine.await(mark);
        }
    }
}
