package io.jmpi.os;

import java.io.IOException;

/**
 * A bell that a process sleeps on and others ring.
 *
 * <p>One thread at a time may be in {@link #await()}; any thread may call {@link #ring()}. A ring is remembered until
 * somebody awaits.
 */
public interface Doorbell extends AutoCloseable {

    /** Blocks until the bell has been rung since the last call. Uses no processor meanwhile. */
    void await() throws IOException;

    /** Wakes the one that awaits, or the next one that does. */
    void ring() throws IOException;

    @Override
    void close() throws IOException;
}
