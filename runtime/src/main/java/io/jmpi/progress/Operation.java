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

    /** The outcome of an operation that a {@link #failure} has ended. */
    public static final int FAILED = 2;

    /** The outcome of an operation that was cancelled in time. */
    public static final int CANCELLED = 3;

    private boolean done;
    private int outcome;
    private Completion completion;
    private Throwable failure;
    private int source;
    private int tag;
    private long bytes;

    /** For the kinds of operation. */
    protected Operation() {}

    protected final void begin() {
        done = false;
        outcome = OK;
        failure = null;
    }

    /** Says whom to tell when the operation is done. It is told in the midst of polling, so it had better only take note. */
    public final void tell(Completion completion) {
        this.completion = completion;
    }

    /** Ends the operation; for a receive, with what came. */
    protected final void finish(int source, int tag, long bytes) {
        this.source = source;
        this.tag = tag;
        this.bytes = bytes;
        this.done = true;
        if (completion != null) {
            completion.completed(this);
        }
    }

    /** Ends the operation with what has gone wrong. */
    protected final void fail(Throwable failure) {
        this.failure = failure;
        this.outcome = FAILED;
        finish(-1, 0, 0);
    }

    /** Ends the operation as if it had never been. */
    final void cancelled() {
        letGo();
        outcome = CANCELLED;
        finish(-1, 0, 0);
    }

    /** The buffer is no longer needed. */
    void letGo() {
        // there is none, or it is somebody else's affair
    }

    final void truncated() {
        outcome = TRUNCATED;
    }

    public final boolean isDone() {
        return done;
    }

    /** {@link #OK}, {@link #TRUNCATED}, {@link #FAILED} or {@link #CANCELLED}. */
    public final int outcome() {
        return outcome;
    }

    /** What has gone wrong, if the outcome is {@link #FAILED}. */
    public final Throwable failure() {
        return failure;
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
