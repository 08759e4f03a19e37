package io.jmpi.os;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * A file mapped into memory, shared with every process that maps it.
 *
 * <p>The mapping outlives the file's name and lasts as long as {@link #memory()} is reachable.
 */
public final class MappedFile {

    private static final int RESERVE_CHUNK = 1 << 18;

    private final ByteBuffer memory;

    private MappedFile(ByteBuffer memory) {
        this.memory = memory;
    }

    /** Maps an existing file whole. */
    public static MappedFile open(String path) throws IOException {
        if (!new File(path).exists()) {
            throw new IOException("no such file: " + path);
        }
        try (RandomAccessFile file = new RandomAccessFile(path, "rw")) {
            return map(file, file.length());
        }
    }

    /**
     * Makes a file of {@code length} zero bytes whose space is taken from the file system now, so that a later store
     * cannot fault for want of space, and maps it.
     *
     * @throws IOException when the space is not there; the file may be left behind and is the caller's to delete
     */
    public static MappedFile reserve(RandomAccessFile file, long length) throws IOException {
        byte[] zeros = new byte[(int) Math.min(length, RESERVE_CHUNK)];
        for (long at = 0; at < length; at += zeros.length) {
            file.write(zeros, 0, (int) Math.min(zeros.length, length - at));
        }
        return map(file, length);
    }

    private static MappedFile map(RandomAccessFile file, long length) throws IOException {
        ByteBuffer memory = file.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, length);
        return new MappedFile(memory.order(ByteOrder.LITTLE_ENDIAN));
    }

    /** The whole file, little-endian, page-aligned. */
    public ByteBuffer memory() {
        return memory;
    }
}
