package io.jmpi.commons;

import io.jmpi.data.Wire;
import io.jmpi.progress.Watch;
import io.jmpi.shm.RingOutbox;
import io.jmpi.transport.Envelope;
import java.nio.ByteBuffer;

/**
 * The side of a pipe that is filled, always by the same rank: pieces of data go in as records of a ring, each with the length of
 * the whole that it is part of.
 */
final class PipeEntry implements Watch {

    private final NodeCommons commons;
    private final RingOutbox ring;
    private final long half;
    private int wanted;

    /** @param memory a ring, zeroed before its first use */
    PipeEntry(NodeCommons commons, ByteBuffer memory) {
        this.commons = commons;
        this.ring = new RingOutbox(memory, commons.haul());
        this.half = Math.max(1, memory.capacity() / 2 / piece()) * (long) piece();
    }

    /** The most bytes of a piece, a multiple of all units that are reduced. */
    int piece() {
        return ring.eagerLimit();
    }

    /** The bytes that fill half of it, in whole pieces. */
    long half() {
        return half;
    }

    /** Waits for room for a piece; returns where in {@link #wire()} it goes. */
    int await(int bytes) {
        wanted = bytes;
        commons.await(this);
        return ring.tryClaim(bytes);
    }

    @Override
    public boolean isOver() {
        return ring.tryClaim(wanted) >= 0;
    }

    /** The room, of which the reader tells now and then. */
    @Override
    public Coming coming() {
        return Coming.IN_BULK;
    }

    Wire wire() {
        return ring.wire();
    }

    /**
     * Says that the piece is there.
     *
     * @param length of the whole
     * @param reader who may wait for it
     */
    void fill(long length, int reader) {
        ring.commit(Envelope.head(Envelope.EAGER, 0), length);
        commons.wake(reader);
    }
}
