package io.jmpi.daemon.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFinderTest {

    @TempDir
    Path directory;

    @BeforeEach
    void makeFiles() throws IOException {
        Files.createDirectories(directory.resolve("a"));
        Files.createDirectories(directory.resolve("b/prog.d"));
        Files.writeString(directory.resolve("a/prog"), "");
        Files.writeString(directory.resolve("b/prog"), "");
        assertTrue(directory.resolve("b/prog").toFile().setExecutable(true));
        Files.writeString(directory.resolve("a/plain"), "");
        Files.writeString(directory.resolve("app.jar"), "");
        Files.writeString(directory.resolve("here"), "");
    }

    @Test
    void shouldTakeTheFirstExecutableOnThePath() {
        assertEquals(directory + "/b/prog", find("prog", "nowhere:a:b"));
        assertEquals(directory + "/b/prog", find("prog", directory + "/b"));
    }

    @Test
    void shouldResolvePathsFromTheWorkingDirectory() {
        assertEquals(directory + "/b/prog", find("b/prog", null));
        assertEquals(directory + "/./b/prog", find("./b/prog", ""));
    }

    @Test
    void shouldSayThatThereIsNoSuchProgram() {
        assertFails(127, "program not found: nope is in no directory of PATH", "nope", "a:b");
        assertFails(
                127,
                "program not found: here is in no directory of PATH; it is in the working directory: try ./here",
                "here",
                "a:b");
        assertFails(127, "program not found: c/nope (looked for " + directory + "/c/nope)", "c/nope", "a");
        assertFails(127, "program not found: /no/such", "/no/such", "a");
    }

    @Test
    void shouldSayThatAProgramCannotBeExecuted() {
        assertFails(126, "not executable: " + directory + "/a/plain; chmod +x makes it so", "plain", "a:b");
        assertFails(126, "not executable: ./app.jar; start it with java -jar ./app.jar", "./app.jar", "a:b");
        assertFails(126, "not a program but a directory: ./a", "./a", "a:b");
    }

    private String find(String name, String path) {
        return ProgramFinder.find(name, directory.toFile(), path);
    }

    private void assertFails(int status, String message, String name, String path) {
        ProgramException e = assertThrows(ProgramException.class, () -> find(name, path));
        assertEquals(message, e.getMessage());
        assertEquals(status, e.status());
    }
}
