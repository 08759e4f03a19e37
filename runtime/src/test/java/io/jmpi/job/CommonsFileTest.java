package io.jmpi.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommonsFileTest {

    private static final int LENGTH = 10_000;

    @Test
    void shouldBeSeenByWhoOpensItAndLastLongerThanItsMaker() throws IOException {
        CommonsFile file = CommonsFile.make(LENGTH);
        ByteBuffer own = file.memory();
        ByteBuffer other = CommonsFile.open(file.path());
        assertEquals(LENGTH, other.capacity());
        assertEquals(0, other.getLong(LENGTH - 8), "zeroed");
        file.close();
        own.putLong(LENGTH - 8, 77);
        assertEquals(77, other.getLong(LENGTH - 8));
    }

    @Test
    void shouldNotBeThereForOthersOnceItIsClosed() throws IOException {
        CommonsFile file = CommonsFile.make(LENGTH);
        String path = file.path();
        file.close();
        assertThrows(IOException.class, () -> CommonsFile.open(path));
    }

    /** Where the system shows open files the name is gone at once. */
    @Test
    void shouldLeaveNothingBehindWhenKilled() throws IOException {
        try (CommonsFile file = CommonsFile.make(LENGTH)) {
            if (file.path().startsWith("/proc/")) {
                String target = Files.readSymbolicLink(Path.of(file.path())).toString();
                assertTrue(target.endsWith("(deleted)"), target);
                Path directory = Path.of(target).getParent();
                assertFalse(Files.exists(directory), directory.toString());
            }
        }
    }
}
