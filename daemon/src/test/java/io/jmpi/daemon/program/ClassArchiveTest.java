package io.jmpi.daemon.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    private static final String NAME = "some/build.jsa";
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path directory;

    private File jar;
    private File[] places;

    @BeforeEach
    void makeJar() throws IOException {
        jar = jarIn("here");
        places = new File[] {directory.resolve("cds").toFile(), null};
    }

    private File jarIn(String where) throws IOException {
        Path path = Files.createDirectory(directory.resolve(where)).resolve("some.jar");
        new JarOutputStream(Files.newOutputStream(path)).close();
        Files.setLastModifiedTime(path, FileTime.from(Instant.EPOCH));
        return path.toFile();
    }

    private boolean make(String... training) {
        return ClassArchive.make(JAVA, jar.getPath(), List.of(training), ClassArchive.place(places, NAME));
    }

    @Test
    void shouldFindAnArchiveOnlyWhereItIsOfUse() throws IOException {
        assertNull(ClassArchive.find(places, NAME, jar));
        assertTrue(make("-version"));
        File archive = ClassArchive.find(places, NAME, jar);
        assertTrue(archive.length() > 0);
        assertNull(ClassArchive.find(places, NAME, jarIn("copy")), "the JVM refuses it there");
        assertTrue(jar.setLastModified(archive.lastModified() + 1000));
        assertNull(ClassArchive.find(places, NAME, jar), "it is of an older jar");
    }

    @Test
    void shouldRememberThatAnArchiveCannotBeMade() {
        make("no.such.Program");
        assertEquals(0, ClassArchive.find(places, NAME, jar).length());
        assertEquals(1, ClassArchive.place(places, NAME).getParentFile().list().length, "something else is left");
    }
}
