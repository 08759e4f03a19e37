package io.jmpi.offload.blas;

import io.jmpi.offload.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * The tiles that were found to be fast, a file for each device and kind of numbers:
 *
 * <pre>
 *   $XDG_CACHE_HOME/jmpi/gemm/ID     or ~/.cache/jmpi/gemm/ID; ID is a hash of line 1
 *   line 1                            the device, its driver and the kind of numbers
 *   line 2                            the tile
 * </pre>
 *
 * What cannot be read is as if it were not there, and what cannot be written is not: the next search takes some seconds again.
 */
final class TileCache {

    private final Path directory;

    TileCache(Path directory) {
        this.directory = directory;
    }

    static TileCache ofUser() {
        String given = System.getenv("XDG_CACHE_HOME");
        Path base =
                given == null || given.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return new TileCache(base.resolve("jmpi").resolve("gemm"));
    }

    private static String title(Device device, Real real) {
        return device.name() + ", " + device.platform() + ", " + device.driver() + ", " + device.units() + ", "
                + real.word();
    }

    private Path file(String title) {
        return directory.resolve(
                UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8)).toString());
    }

    /** Null if none is known. */
    Tile get(Device device, Real real) {
        String title = title(device, real);
        try {
            String[] lines = Files.readString(file(title)).split("\n");
            return lines.length == 2 && lines[0].equals(title) ? Tile.parse(lines[1]) : null;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    void put(Device device, Real real, Tile tile) {
        String title = title(device, real);
        try {
            Files.createDirectories(directory);
            Path written = Files.createTempFile(directory, "tile", ".new");
            Files.writeString(written, title + "\n" + tile.text() + "\n");
            Files.move(written, file(title), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // See above.
        }
    }
}
