package io.jmpi.os;

import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * A doorbell between processes: a FIFO, so that neither side needs native code.
 *
 * <p>Both sides open it for reading and writing; so opening never blocks, and a peer's death is no end of file.
 */
public final class FifoDoorbell implements Doorbell {

    private static final int DRAIN = 64;

    private final RandomAccessFile fifo;
    private final byte[] rung = new byte[DRAIN];

    private FifoDoorbell(RandomAccessFile fifo) {
        this.fifo = fifo;
    }

    public static FifoDoorbell open(String path) throws IOException {
        return new FifoDoorbell(new RandomAccessFile(path, "rw"));
    }

    @Override
    public void await() throws IOException {
        fifo.read(rung, 0, DRAIN);
    }

    @Override
    public void ring() throws IOException {
        fifo.write(1);
    }

    @Override
    public void close() throws IOException {
        fifo.close();
    }
}
