package io.jmpi.transport;

import java.io.IOException;

/**
 * The ways to ranks that share no memory with this one. Used by one thread at a time, the one that drives the engine,
 * except for {@link #sleep}.
 *
 * <p>Once a peer is lost, {@link #poll} throws what {@link Failures} makes of it, now and ever after.
 */
public abstract class Network {

    /** Says what the loss of a peer becomes; before the first poll. */
    public abstract void failures(Failures failures);

    /** The way out to a rank. */
    public abstract Outbox outbox(int rank);

    /** What goes with the way in from a rank; {@link #poll} hands on what comes from all of them. */
    public abstract Inbox inbox(int rank);

    /** Takes in what has arrived and sends what waits; returns how many things moved. */
    public abstract int poll(RecordHandler handler);

    /** Hands what was committed since the last {@link #poll} to the system, so that it goes even if nobody polls. */
    public abstract void flush();

    /** Whether only {@link #poll} can do what is to be done next, so that who sleeps has to be woken for it. */
    public abstract boolean wantsPoll();

    /** Announces {@link #sleep}; until that is over polls do nothing. */
    public abstract void beforeSleep();

    /** Blocks until something can be done or the rank's bell rings. Called without the engine's turn. */
    public abstract void sleep() throws IOException;

    /** Whether a peer is lost. */
    public abstract boolean isLost();

    /** Tells the peers that nothing more will come from this rank. */
    public abstract void sayFarewell();

    /** Whether all peers have said farewell too and all is sent, so that the network can be closed. */
    public abstract boolean isOver();

    /** Lets go of everything. */
    public abstract void close();
}
