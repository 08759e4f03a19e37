package io.jmpi.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * The sockets of a rank, and the call that tells which of them are ready.
 *
 * <p>Used by one thread at a time; {@link #sleep} needs no turn of the engine's, but while a thread is in it no other may
 * call anything here or close a {@link Flow}.
 */
abstract class Poller {

    /** Hears of connections that were accepted. */
    interface Acceptor {

        /** A connection from somebody, which has no watcher yet. */
        void onAccepted(Flow flow);

        /** None can be accepted now, for want of descriptors or memory. */
        void onRefused(IOException reason);
    }

    /** Accepts who calls at a port, which becomes the poller's to close. */
    abstract void listen(Port port, Acceptor acceptor) throws IOException;

    /** Stops or goes on to accept; meanwhile the system keeps who knocks. */
    abstract void accepting(boolean on);

    /** Begins a connection; the watcher hears when it is there or has failed. */
    abstract Flow connect(InetSocketAddress address, Watcher watcher) throws IOException;

    /** Calls the watchers of what is ready; returns how many were. What they throw comes out here. */
    abstract int poll();

    /**
     * Blocks until something is ready, the bell rings or a time is over; calls nobody.
     *
     * @param until as {@link System#nanoTime} tells it, {@link Long#MAX_VALUE} for ever
     */
    abstract void sleep(long until) throws IOException;

    abstract void close();
}
