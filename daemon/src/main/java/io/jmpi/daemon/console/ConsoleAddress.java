package io.jmpi.daemon.console;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Where the console of this user's daemon is, whether there is one or not. */
public final class ConsoleAddress {

    private static final String EXTENSION_VARIABLE = "JMPD_CON_EXT";
    private static final String DIRECTORY_VARIABLE = "JMPD_TMPDIR";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final File directory;
    private final String suffix;

    ConsoleAddress(File directory, String extension) {
        this.directory = directory;
        this.suffix = extension.isEmpty() ? "" : "." + asFileName(extension);
    }

    /** The one that the environment of this process tells of. */
    public static ConsoleAddress ofThisUser() {
        return ofThisUser(extensionVariable());
    }

    /** What tells two rings of one user apart, empty if there is one only. */
    public static String extensionVariable() {
        String value = System.getenv(EXTENSION_VARIABLE);
        return value == null ? "" : value;
    }

    /** That of the ring with an extension. */
    public static ConsoleAddress ofThisUser(String extension) {
        String parent = System.getenv(DIRECTORY_VARIABLE);
        String user = asFileName(System.getProperty("user.name"));
        return new ConsoleAddress(
                new File(parent == null || parent.isEmpty() ? "/tmp" : parent, "jmpd-" + user), extension);
    }

    private static String asFileName(String text) {
        StringBuilder name = new StringBuilder(text);
        for (int i = 0; i < name.length(); i++) {
            if (!Character.isLetterOrDigit(name.charAt(i))) {
                name.setCharAt(i, '_');
            }
        }
        return name.toString();
    }

    /** Whether a daemon runs, or was killed. */
    public boolean exists() {
        return socket().exists();
    }

    public File socket() {
        return new File(directory, "console" + suffix);
    }

    public File pidFile() {
        return new File(directory, "pid" + suffix);
    }

    public File logFile() {
        return new File(directory, "log" + suffix);
    }

    /**
     * Makes the directory if it is missing.
     *
     * @throws IOException if there is one that others own or can enter
     */
    public void makeDirectory() throws IOException {
        Path path = directory.toPath();
        try {
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            Object owner = Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
            boolean ours = owner.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
            boolean closed = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                    && Files.getPosixFilePermissions(path).equals(OWNER_ONLY);
            if (!ours || !closed) {
                throw new IOException(
                        directory + " is not a directory that only this user can enter; remove it, or set "
                                + DIRECTORY_VARIABLE + " to another place than /tmp");
            }
        }
    }

    /** Removes what a daemon leaves that does not end by itself; the log stays. */
    public void remove() {
        socket().delete();
        pidFile().delete();
    }

    @Override
    public String toString() {
        return socket().getPath();
    }
}
