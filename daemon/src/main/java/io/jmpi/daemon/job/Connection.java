package io.jmpi.daemon.job;

import io.jmpi.daemon.control.Frame;
import java.io.IOException;

/** A launcher's connection to its daemon, over which both have said hello. */
public interface Connection extends AutoCloseable {

    /** Sends a frame. Any thread may call. */
    void send(Frame frame) throws IOException;

    /**
     * Waits for a frame. For one thread.
     *
     * @throws IOException when the connection has ended
     */
    Frame receive() throws IOException;

    /** Lets a thread that waits go. */
    @Override
    void close();
}
