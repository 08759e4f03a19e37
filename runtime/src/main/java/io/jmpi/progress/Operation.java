package io.jmpi.progress;

import io.jmpi.match.Link;

/**
 * A send or a receive under way, or something made of them. Owned by whoever drives the engine; its outcome is valid when
 * {@link #isDone()}.
 */
public abstract class Operation extends Link {

    /** The outcome of an operation that went well. */
    public static final int OK = 0;

    /** The outcome of a receive whose message was longer than its buffer; the buffer holds the beginning. */
    public static final int TRUNCATED = 1;

    private boolean done;
    private int outcome;
    private int source;
    private int tag;
    private long bytes;

    /** For the kinds of operation. */
    protected Operation() {}

    final void begin() {
        done = false;
        outcome = OK;
    }

    /** Ends the operation; for a receive, with what came. */
    protected final void finish(int source, int tag, long bytes) {
        this.source = source;
        this.tag = tag;
        this.bytes = bytes;
        this.done = true;
    }

    final void truncated() {
        outcome = TRUNCATED;
    }

    public final boolean isDone() {
        return done;
    }

    /** {@link #OK} or {@link #TRUNCATED}. */
    public final int outcome() {
        return outcome;
    }

    /** Rank in COMM_WORLD that the message came from. */
    public final int source() {
        return source;
    }

    public final int tag() {
        return tag;
    }

    /** Bytes of the message; where it was truncated, of the whole message as sent. */
    public final long bytes() {
        return bytes;
    }
}
