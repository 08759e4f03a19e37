package io.jmpi.offload;

import static io.jmpi.offload.Failures.fails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramCacheTest {

    private static final String SOURCE = "kernel void add(global int* x, int a) { x[get_global_id(0)] += a; }"
            + " kernel void other(global float* x) { x[0] = 1; }";

    private final Device device = Device.all().get(0);

    @TempDir
    private Path directory;

    /** Runs the program, and tells whether it came out of the cache. */
    private boolean runs(String source, String options) {
        try (Accelerator accelerator = Accelerator.open(device, new ProgramCache(directory));
                DeviceInts x = accelerator.copyOf(1, 2, 3);
                Program program = accelerator.program(source, options)) {
            Kernel add = program.kernel("add");
            add.launch(Range.of(3), x, 10);
            assertArrayEquals(new int[] {11, 12, 13}, x.toArray());
            // The checks are those of a program that was compiled here.
            fails("argument 2 (int a) of kernel add does not take the Float", () -> add.arguments(x, 1f));
            fails("takes 2 arguments, not 1", () -> add.arguments(x));
            fails("there are: add, other", () -> program.kernel("sub"));
            return program.isCached();
        }
    }

    private List<Path> files() throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    @Test
    void shouldCompileOnce() throws IOException {
        assertFalse(runs(SOURCE, ""));
        assertTrue(runs(SOURCE, ""));
        assertFalse(runs(SOURCE + " ", ""));
        assertFalse(runs(SOURCE, "-DX=1"));
        assertTrue(runs(SOURCE, "-DX=1"));
        assertEquals(3, files().size(), files()::toString);
    }

    @Test
    void shouldCompileAnewWhatIsDamaged() throws IOException {
        assertFalse(runs(SOURCE, ""));
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        byte[] changed = bytes.clone();
        changed[bytes.length / 2] ^= 4;
        Files.write(file, changed);
        assertFalse(runs(SOURCE, ""));
        assertTrue(runs(SOURCE, ""));
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        assertFalse(runs(SOURCE, ""));
        Files.write(file, new byte[0]);
        assertFalse(runs(SOURCE, ""));
        assertTrue(runs(SOURCE, ""));
    }

    @Test
    void shouldCompileAnewWhatTheDriverDoesNotTake() throws IOException {
        assertFalse(runs(SOURCE, ""));
        CompiledProgram kept = CompiledProgram.of(Files.readAllBytes(files().get(0)));
        Files.write(files().get(0), new CompiledProgram(new byte[] {1, 2, 3}, kept.kernels()).toBytes());
        assertFalse(runs(SOURCE, ""));
        assertTrue(runs(SOURCE, ""));
    }

    @Test
    void shouldDoWithoutAPlace() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        ProgramCache nowhere = new ProgramCache(file.resolve("below"));
        nowhere.keep("key", new CompiledProgram(new byte[1], Map.of()));
        assertEquals(null, nowhere.find("key"));
        ProgramCache off = new ProgramCache(null);
        off.keep("key", new CompiledProgram(new byte[1], Map.of()));
        assertEquals(null, off.find("key"));
    }

    @Test
    void shouldNotKeepWhatIncludesFiles() throws IOException {
        Path header = Files.writeString(directory.resolve("ten.h"), "#define TEN 10\n");
        String source = "#include \"ten.h\"\n" + SOURCE.replace("+= a", "+= TEN");
        assertFalse(runs(source, "-I " + directory));
        assertFalse(runs(source, "-I " + directory));
        assertEquals(List.of(header), files());
    }

    @Test
    void shouldTellProgramsApart() {
        assertNotEquals(ProgramCache.key(device, "ab", "c"), ProgramCache.key(device, "a", "bc"));
        assertEquals(ProgramCache.key(device, "ab", "c"), ProgramCache.key(device, "ab", "c"));
    }
}
