package io.jmpi.commons;

import io.jmpi.data.Wire;
import io.jmpi.progress.Watch;
import io.jmpi.shm.RingInbox;
import java.nio.ByteBuffer;

/** The side of a {@linkplain PipeEntry pipe} that is emptied: by one rank at a time, which may leave it to another one. */
final class PipeExit implements Watch {

    private final NodeCommons commons;
    private final RingInbox ring;

    /** @param memory the same as that of the entry */
    PipeExit(NodeCommons commons, ByteBuffer memory) {
        this.commons = commons;
        this.ring = new RingInbox(-1, memory);
    }

    /** Takes it over from a rank that has left it. */
    void takeOver() {
        ring.takeOver();
    }

    /** Leaves it to another rank. */
    void leave() {
        ring.leave();
    }

    /** Waits for a piece; returns where in {@link #wire()} it is. */
    int await() {
        commons.await(this);
        return ring.peek();
    }

    @Override
    public boolean isOver() {
        return ring.peek() >= 0;
    }

    Wire wire() {
        return ring.wire();
    }

    /** The length of the whole that the piece is part of. */
    long length() {
        return ring.detail();
    }

    /**
     * The piece is no longer needed.
     *
     * @param writer who may wait for room
     */
    void empty(int writer) {
        if (ring.drop()) {
            commons.wake(writer);
        }
    }
}
