package io.jmpi.job;

import io.jmpi.os.MappedFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Memory that a rank makes for itself and some others of its node, with its space reserved. The others open it while the
 * rank that has made it keeps this open; it lasts as long as it is in use. As with {@link JobSegmentFile}, the name is gone
 * at once where the system shows open files under {@code /proc}, and with {@link #close()} elsewhere.
 */
public final class CommonsFile implements AutoCloseable {

    private static final String NAME = "commons";

    private final Path directory;
    private RandomAccessFile file;
    private ByteBuffer memory;
    private String path;

    private CommonsFile(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes it in the first place that has room for it, and for as much again.
     *
     * @throws IOException when none has
     */
    public static CommonsFile make(int length) throws IOException {
        for (Path place : SegmentPlacement.directories()) {
            if (place.toFile().getUsableSpace() >= 2L * length) {
                return make(PrivateDirectory.make(place), length);
            }
        }
        throw new IOException("no room for " + length + " bytes of commons");
    }

    private static CommonsFile make(Path directory, int length) throws IOException {
        CommonsFile file = new CommonsFile(directory);
        boolean made = false;
        try {
            file.open();
            file.memory = MappedFile.reserve(file.file, length).memory();
            made = true;
            return file;
        } finally {
            if (!made) {
                file.close();
            }
        }
    }

    private void open() throws IOException {
        Path name = directory.resolve(NAME);
        file = new RandomAccessFile(name.toFile(), "rw");
        int[] number = OpenFiles.numbers(directory, 1);
        if (number == null) {
            path = name.toString();
        } else {
            path = OpenFiles.pathPrefix() + number[0];
            PrivateDirectory.delete(directory);
        }
    }

    /**
     * Opens what another rank has made.
     *
     * @throws IOException when this process cannot
     */
    public static ByteBuffer open(String path) throws IOException {
        return MappedFile.open(path).memory();
    }

    /** Zeroed at first. */
    public ByteBuffer memory() {
        return memory;
    }

    /** Where the others find it. */
    public String path() {
        return path;
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                // the descriptor is gone all the same
            }
        }
        PrivateDirectory.delete(directory);
    }
}
