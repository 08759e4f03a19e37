package io.jmpi.daemon.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialFileTest {

    @TempDir
    Path directory;

    private CredentialFile file;

    @BeforeEach
    void setUp() {
        file = new CredentialFile(directory.resolve(".jmpd.conf"));
    }

    @Test
    void shouldMakeAWordOnceForItsOwnerOnly() throws IOException {
        assertNull(file.read());
        String made = file.readOrMake().text();
        assertEquals(made, file.readOrMake().text());
        assertEquals(64, made.length());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
        try (var files = Files.list(directory)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void shouldRefuseAFileThatOthersCanRead() throws IOException {
        file.readOrMake();
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r-----"));
        IOException refusal = assertThrows(IOException.class, file::read);
        assertEquals(
                file.path() + " holds the ring's secret word and can be reached by others; chmod 600 " + file.path(),
                refusal.getMessage());
    }

    @Test
    void shouldSayWhatIsWrongWithAFile() throws IOException {
        file.readOrMake();
        Files.writeString(file.path(), "# nothing\n");
        assertEquals(
                file.path() + " has no line secretword=...; without the file jmpdboot makes one",
                assertThrows(IOException.class, file::read).getMessage());
        Files.writeString(file.path(), "secretword = x\nsecretword=short\n");
        assertEquals(
                file.path()
                        + ": the secret word has 5 characters, at least 16 are needed; jmpdboot makes a good one when"
                        + " there is none",
                assertThrows(IOException.class, file::read).getMessage());
    }
}
