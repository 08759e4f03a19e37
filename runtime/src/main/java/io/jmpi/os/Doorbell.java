package io.jmpi.os;

import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * A bell that one process sleeps on and others ring: a FIFO, so that neither side needs native code.
 *
 * <p>Opened for reading and writing on both sides, hence opening never blocks and a peer's death is no end of file. One
 * thread at a time may be in {@link #await()}; any thread of any process may call {@link #ring()}. A ring is remembered
 * until somebody awaits.
 */
public final class Doorbell implements AutoCloseable {

    private static final int DRAIN = 64;

    private final RandomAccessFile fifo;
    private final byte[] rung = new byte[DRAIN];

    private Doorbell(RandomAccessFile fifo) {
        this.fifo = fifo;
    }

    public static Doorbell open(String path) throws IOException {
        return new Doorbell(new RandomAccessFile(path, "rw"));
    }

    /** Blocks until the bell has been rung since the last call. Uses no processor meanwhile. */
    public void await() throws IOException {
        fifo.read(rung, 0, DRAIN);
    }

    /** Wakes the process that awaits, or the next one that does. */
    public void ring() throws IOException {
        fifo.write(1);
    }

    @Override
    public void close() throws IOException {
        fifo.close();
    }
}
