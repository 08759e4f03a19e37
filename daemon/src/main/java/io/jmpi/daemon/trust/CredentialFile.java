package io.jmpi.daemon.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * The file that holds a user's secret word: {@code ~/.jmpd.conf}, or what {@code JMPD_CONF_FILE} names. One that others
 * can read is refused.
 */
public final class CredentialFile {

    private static final String VARIABLE = "JMPD_CONF_FILE";
    private static final String NAME = ".jmpd.conf";
    private static final String KEY = "secretword=";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path path;

    public CredentialFile(Path path) {
        this.path = path;
    }

    /** The file of the user whose environment and home this process has. */
    public static CredentialFile ofThisUser() {
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isEmpty()) {
            return new CredentialFile(Path.of(named));
        }
        String home = System.getenv("HOME");
        return new CredentialFile(
                Path.of(home == null || home.isEmpty() ? System.getProperty("user.home") : home, NAME));
    }

    public Path path() {
        return path;
    }

    /**
     * Reads the word.
     *
     * @return null if there is no such file
     * @throws IOException if it cannot be read, or others can, or it holds no word
     */
    public SecretWord read() throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        try {
            permissions.addAll(Files.getPosixFilePermissions(path));
        } catch (NoSuchFileException e) {
            return null;
        }
        permissions.removeAll(EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        if (!permissions.isEmpty()) {
            throw new IOException(
                    path + " holds the ring's secret word and can be reached by others; chmod 600 " + path);
        }
        for (String line : Files.readAllLines(path, StandardCharsets.US_ASCII)) {
            String entry = line.strip();
            if (entry.startsWith(KEY)) {
                try {
                    return new SecretWord(entry.substring(KEY.length()).strip());
                } catch (IllegalArgumentException e) {
                    throw new IOException(path + ": " + e.getMessage());
                }
            }
        }
        throw new IOException(path + " has no line " + KEY + "...; without the file jmpdboot makes one");
    }

    /** Reads the word, or makes one and writes it. */
    public SecretWord readOrMake() throws IOException {
        SecretWord word = read();
        if (word != null) {
            return word;
        }
        SecretWord made = SecretWord.random();
        try {
            write(made);
            return made;
        } catch (FileAlreadyExistsException e) {
            return read();
        }
    }

    /** Appears at once with its whole content, so that nobody reads half of it. */
    private void write(SecretWord word) throws IOException {
        Path temporary = path.resolveSibling(
                path.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.createFile(temporary, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(temporary, KEY + word.text() + "\n", StandardOpenOption.WRITE);
            Files.createLink(path, temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
