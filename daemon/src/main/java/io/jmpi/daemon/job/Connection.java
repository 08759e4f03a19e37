package io.jmpi.daemon.job;

import io.jmpi.daemon.console.ConsoleClient;
import io.jmpi.daemon.control.Frame;
import java.io.IOException;

/** A launcher's connection to its daemon, over which both have said hello; {@link ConsoleClient} makes real ones. */
public interface Connection extends AutoCloseable {

    /** Sends a frame. Any thread may call. */
    void send(Frame frame) throws IOException;

    /**
     * Waits for a frame. For one thread.
     *
     * @return null when the daemon has ended the connection
     */
    Frame receive() throws IOException;

    /** Lets a thread that waits go. */
    @Override
    void close();

    /** That of a client which has come for a job. */
    static Connection of(ConsoleClient client) {
        return new Connection() {
            @Override
            public void send(Frame frame) throws IOException {
                client.send(frame);
            }

            @Override
            public Frame receive() throws IOException {
                return client.receive();
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }
}
