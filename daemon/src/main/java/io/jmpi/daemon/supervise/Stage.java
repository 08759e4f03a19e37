package io.jmpi.daemon.supervise;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The directory that ranks start in when their files are copied here: a part's own, which only this user can enter. Its
 * guardian removes it. Used by one thread.
 */
final class Stage implements AutoCloseable {

    private static final String UP = "..";

    private final File directory;
    private String openName;
    private OutputStream open;

    private Stage(File directory) {
        this.directory = directory;
    }

    static Stage make() throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        String prefix = "jmpi-" + ProcessHandle.current().pid() + "-stage-";
        while (true) {
            try {
                Path path = parent.resolve(prefix + Long.toHexString(System.nanoTime()));
                Files.createDirectory(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                return new Stage(path.toFile());
            } catch (FileAlreadyExistsException e) {
                // the next name is another
            }
        }
    }

    File directory() {
        return directory;
    }

    /** More of a file; one that has been written in full does not go on. */
    void write(PartOrder.Stage piece) throws IOException {
        if (!piece.name().equals(openName)) {
            close();
            File file = new File(directory, checked(piece.name()));
            Files.createDirectories(file.getParentFile().toPath());
            open = new FileOutputStream(file);
            openName = piece.name();
            file.setExecutable(piece.executable());
        }
        open.write(piece.bytes());
    }

    /** Files stay below the directory. */
    private static String checked(String name) throws IOException {
        Path path = Path.of(name);
        boolean good = !name.isEmpty() && !path.isAbsolute();
        for (Path step : path) {
            good &= !step.toString().equals(UP);
        }
        if (!good) {
            throw new IOException("a file cannot be staged as " + name);
        }
        return name;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
