package io.jmpi.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The few messages of known length that go over a connection before its records. */
final class Exchange {

    private final Flow flow;
    private final ByteBuffer scratch;
    private final byte[] message = new byte[Handshake.MOST_BYTES];
    private int arrived;

    /** @param scratch direct memory for {@link Handshake#MOST_BYTES}, which others may use between two calls */
    Exchange(Flow flow, ByteBuffer scratch) {
        this.flow = flow;
        this.scratch = scratch;
    }

    /**
     * Reads the rest of a message, and nothing of what follows.
     *
     * @return null if not all of it is here
     */
    byte[] read(int length) throws IOException {
        int count = flow.read(scratch, 0, length - arrived);
        if (count < 0) {
            throw new IOException("it ended the connection before it said who it is");
        }
        scratch.get(0, message, arrived, count);
        arrived += count;
        if (arrived < length) {
            return null;
        }
        arrived = 0;
        return Arrays.copyOf(message, length);
    }

    void write(byte[] bytes) throws IOException {
        scratch.put(0, bytes);
        if (flow.write(scratch, 0, bytes.length) != bytes.length) {
            throw new IOException("it does not take " + bytes.length + " bytes");
        }
    }
}
