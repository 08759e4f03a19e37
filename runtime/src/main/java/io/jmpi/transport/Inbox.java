package io.jmpi.transport;

/** The way in from one peer. Used by one thread at a time, the one that drives the engine. */
public abstract class Inbox {

    /**
     * Hands on the records that have arrived.
     *
     * @param limit the most records to hand on
     * @return how many were handed on
     */
    public abstract int poll(RecordHandler handler, int limit);

    /** Asks the peer to announce messages rather than to send them whole ({@code true}), or takes that back. */
    public abstract void pressure(boolean on);
}
