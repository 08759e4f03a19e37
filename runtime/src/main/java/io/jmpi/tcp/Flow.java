package io.jmpi.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * The two directions of a connection, as bytes. Never blocks; buffers are direct, and their positions and limits neither
 * matter nor move.
 */
abstract class Flow {

    private Watcher watcher;

    final Watcher watcher() {
        return watcher;
    }

    /** Says who hears when something is ready. */
    final void watcher(Watcher watcher) {
        this.watcher = watcher;
    }

    /**
     * Reads what is there.
     *
     * @return how many bytes were stored between {@code from} and {@code to}, 0 if none are there now, -1 at the end
     */
    abstract int read(ByteBuffer target, int from, int to) throws IOException;

    /** Writes as much as there is room for; returns how many bytes that were. */
    abstract int write(ByteBuffer source, int from, int to) throws IOException;

    /** Writes from two places, as if they were one; returns how many bytes. */
    abstract int write(ByteBuffer first, int from, int to, ByteBuffer second, int secondFrom, int secondTo)
            throws IOException;

    /** Whether bytes have arrived that no poller tells of, since they are here already. */
    boolean isAhead() {
        return false;
    }

    /** Whether what was written is on its way, as far as this process is concerned. */
    boolean isFlushed() {
        return true;
    }

    /** Whether small writes go at once, rather than wait for the answer to those that are under way. */
    abstract void noDelay(boolean on) throws IOException;

    /** Tells the peer's kernel that everything has been received that has. */
    abstract void acknowledge() throws IOException;

    /** Whether the peer's machine is asked from time to time if it is still there, and the connection fails if not. */
    abstract void keepAlive(int seconds) throws IOException;

    /** Like {@link #keepAlive}, and for want of an answer to anything else too. Not where data may have to wait. */
    abstract void giveUpAfter(int seconds) throws IOException;

    /** Whether a connection inside of which something else is still to be agreed on is there. */
    boolean isConnected() {
        return false;
    }

    /** Has the watcher called when there is something to read, and if {@code writes} also when to write. */
    abstract void watch(boolean writes) throws IOException;

    /** Whether a connection that was begun is there now. */
    abstract boolean finishConnect() throws IOException;

    abstract InetSocketAddress remote();

    /** Ends it, and with it the watching. What was written is still delivered. */
    abstract void close();
}
