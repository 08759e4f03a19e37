package io.jmpi.os;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A doorbell between processes: a FIFO, so that neither side needs native code.
 *
 * <p>Both sides open it for reading and writing; so opening never blocks, and a peer's death is no end of file.
 */
public final class FifoDoorbell implements Doorbell {

    private static final int DRAIN = 64;

    private static final String OPEN_FILES = "/proc/self/fd";

    private final String path;
    private final RandomAccessFile fifo;
    private final byte[] rung = new byte[DRAIN];

    private FifoDoorbell(String path, RandomAccessFile fifo) {
        this.path = path;
        this.fifo = fifo;
    }

    public static FifoDoorbell open(String path) throws IOException {
        return new FifoDoorbell(path, new RandomAccessFile(path, "rw"));
    }

    /**
     * The FIFO's descriptor in this process, for those who wait for more than this bell. When it is readable,
     * {@link #await} takes no time.
     *
     * @throws IOException where the system does not show it
     */
    public int descriptor() throws IOException {
        Object wanted = identity(Path.of(path));
        String[] numbers = new File(OPEN_FILES).list();
        if (numbers != null) {
            for (String number : numbers) {
                Path open = Path.of(OPEN_FILES, number);
                if (Files.exists(open) && wanted.equals(identity(open))) {
                    return Integer.parseInt(number);
                }
            }
        }
        throw new IOException(OPEN_FILES + " does not show " + path);
    }

    /** Device and inode: in a container the same inode number on another device is easily met. */
    private static Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
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
