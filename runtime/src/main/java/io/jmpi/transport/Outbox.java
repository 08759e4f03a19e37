package io.jmpi.transport;

import io.jmpi.data.Wire;

/**
 * The way out to one peer. Used by one thread at a time, the one that drives the engine.
 *
 * <p>A record is claimed, filled in place in {@link #wire()}, and committed; until then the peer sees nothing of it. At
 * most one claim is open at a time, and it must be committed.
 */
public abstract class Outbox {

    /** What {@link #tryClaim} answers when there is no room now; there will be when the peer has read on. */
    public static final int BACK_PRESSURE = -1;

    /**
     * Claims room for a record.
     *
     * @param payload bytes after the envelope, at most {@link #largestPayload()}
     * @return where in {@link #wire()} the payload goes, aligned to 16 bytes, or {@link #BACK_PRESSURE}
     */
    public abstract int tryClaim(int payload);

    /** The memory that claims are in. */
    public abstract Wire wire();

    /**
     * Publishes the claimed record.
     *
     * @param head an {@link Envelope#head}
     * @param detail an {@link Envelope#detail}
     */
    public abstract void commit(long head, long detail);

    /** Messages up to this many bytes are worth sending whole, at once. */
    public abstract int eagerLimit();

    /** No payload is larger; a multiple of 64 bytes. */
    public abstract int largestPayload();

    /** Whether the peer, when last looked at, had more unexpected data than it wants; see {@link Inbox#pressure}. */
    public abstract boolean underPressure();
}
