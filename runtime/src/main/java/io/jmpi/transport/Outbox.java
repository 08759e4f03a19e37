package io.jmpi.transport;

import io.jmpi.data.Wire;
import java.nio.ByteBuffer;

/**
 * The way out to one peer. Used by one thread at a time, the one that drives the engine.
 *
 * <p>A record is claimed, filled in place in {@link #wire()}, and committed; until then the peer sees nothing of it. At
 * most one claim is open at a time, and it must be committed.
 *
 * <p>Some transports can send a long payload from where it is. It is lent to them; while it is, nothing else is claimed.
 */
public abstract class Outbox {

    /** What {@link #tryClaim} answers when there is no room now; there will be when the peer has read on. */
    public static final int BACK_PRESSURE = -1;

    /**
     * Claims room for a record.
     *
     * @param payload bytes after the envelope, at most {@link #largestPayload()}
     * @return where in {@link #wire()} the payload goes, aligned to 8 bytes, or {@link #BACK_PRESSURE}
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

    /**
     * Messages up to this many bytes are worth sending at once, in pieces if need be, without asking whether they are
     * awaited; at least {@link #eagerLimit()}.
     */
    public int unaskedLimit() {
        return eagerLimit();
    }

    /** No payload is larger; a multiple of 64 bytes. */
    public abstract int largestPayload();

    /** Most bytes of a payload that is a piece of a message of so many bytes. */
    public int piece(long length) {
        return largestPayload();
    }

    /** Whether the peer, when last looked at, had more unexpected data than it wants; see {@link Inbox#pressure}. */
    public abstract boolean underPressure();

    /** The shortest payload that is worth lending; for transports that always copy, none is. */
    public int shortestLoan() {
        return Integer.MAX_VALUE;
    }

    /** The longest payload that {@link #tryLend} takes, a multiple of 64 bytes. */
    public int longestLoan() {
        return 0;
    }

    /**
     * Sends a record whose payload is read from the caller's memory, which must not change while {@link #isLoanOut}.
     *
     * @param memory direct; its position and limit do not matter
     * @return false when there is no room now
     */
    public boolean tryLend(long head, long detail, ByteBuffer memory, int at, int length) {
        throw new UnsupportedOperationException();
    }

    /** Whether memory that was lent is still needed. */
    public boolean isLoanOut() {
        return false;
    }

    /** Ends a loan now: what is still needed of it is copied. For payloads that could have been claimed as well. */
    public void endLoan() {
        // nothing is ever lent here
    }
}
