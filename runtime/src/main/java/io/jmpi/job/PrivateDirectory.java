package io.jmpi.job;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Directories for the files that processes of one user map together. */
final class PrivateDirectory {

    private PrivateDirectory() {}

    /**
     * Makes a directory that only this user can enter. {@code Files.createTempDirectory} would do the same, but for the
     * classes of its random numbers, 20 ms of every launch.
     */
    static Path make(Path parent) throws IOException {
        FileAttribute<Set<PosixFilePermission>> ownersOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        String prefix = "jmpi-" + ProcessHandle.current().pid() + "-";
        while (true) {
            try {
                String name = prefix + Long.toHexString(System.nanoTime());
                return Files.createDirectory(parent.resolve(name), ownersOnly);
            } catch (FileAlreadyExistsException e) {
                // left behind by a process that had the same number: the next name is another
            }
        }
    }

    /** Deletes a directory and the files in it, as far as they are there. */
    static void delete(Path directory) {
        File[] files = directory.toFile().listFiles();
        if (files != null) {
            for (File file : files) {
                file.delete();
            }
            directory.toFile().delete();
        }
    }
}
