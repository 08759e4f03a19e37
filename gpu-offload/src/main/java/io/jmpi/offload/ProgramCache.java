package io.jmpi.offload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Compiled programs on disk, so that only the first run on a device compiles; a file each, in the user's cache:
 *
 * <pre>
 *   $XDG_CACHE_HOME/jmpi/programs/HASH     or ~/.cache/jmpi/programs/HASH
 *   $JMPI_PROGRAM_CACHE/HASH               where the user says so; none if it is "off"
 * </pre>
 *
 * The hash is of all that the result depends on. A file appears whole or not at all, whoever else writes it. What cannot be
 * read is as if it were not there, and what cannot be written is not.
 */
final class ProgramCache {

    static final String DIRECTORY = "JMPI_PROGRAM_CACHE";

    private static final String OFF = "off";

    private final Path directory; // null for none

    ProgramCache(Path directory) {
        this.directory = directory;
    }

    static ProgramCache ofUser() {
        String said = System.getenv(DIRECTORY);
        if (said != null && !said.isEmpty()) {
            return new ProgramCache(said.equals(OFF) ? null : Path.of(said));
        }
        String caches = System.getenv("XDG_CACHE_HOME");
        Path base = caches == null || caches.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(caches);
        return new ProgramCache(base.resolve("jmpi").resolve("programs"));
    }

    /** The name of a program on a device. */
    static String key(Device device, String source, String options) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {
                device.platform(), device.vendor(), device.name(), device.version(), device.driver(), options, source
            }) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Null if it is not there. */
    CompiledProgram find(String key) {
        if (directory == null) {
            return null;
        }
        try {
            return CompiledProgram.of(Files.readAllBytes(directory.resolve(key)));
        } catch (IOException e) {
            return null;
        }
    }

    void keep(String key, CompiledProgram program) {
        if (directory == null) {
            return;
        }
        Path written = null;
        try {
            Files.createDirectories(directory);
            written = Files.createTempFile(directory, "program", ".new");
            Files.write(written, program.toBytes());
            Files.move(written, directory.resolve(key), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(written);
        }
    }

    private static void discard(Path written) {
        if (written != null) {
            try {
                Files.deleteIfExists(written);
            } catch (IOException e) {
                // It is the disk's fault, and the program is there.
            }
        }
    }
}
