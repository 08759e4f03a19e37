package io.jmpi.daemon.console;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A stream of bytes in both directions; one thread may read while another one writes. */
interface Wire extends AutoCloseable {

    /** Reads until a buffer is full, and returns whether it is; else the stream has ended. */
    boolean read(ByteBuffer buffer) throws IOException;

    /** Writes all of a buffer. */
    void write(ByteBuffer buffer) throws IOException;

    /** Whoever reads or writes fails. */
    @Override
    void close();
}
