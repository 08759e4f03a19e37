package io.jmpi.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.os.Doorbell;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobSegmentFileTest {

    private static final int RING = 1 << 14;

    @TempDir
    private Path directory;

    @Test
    void shouldBeSeenByRanksAndLeaveNoName() throws IOException {
        try (JobSegmentFile file = JobSegmentFile.create(3, 5, 1, places())) {
            assertEquals(0, directory.toFile().list().length, "names must be gone at once");
            JobSegment rank = JobSegment.open(file.path());
            assertEquals(3, rank.localSize());
            rank.ring(2, 1).putLong(128, 42);
            assertEquals(42, file.segment().ring(2, 1).getLong(128));
            assertEquals(0, file.segment().ring(1, 2).getLong(128));
            rank.entry(1).state(RankState.FINALIZED);
            assertEquals(RankState.FINALIZED, file.segment().entry(1).state());
        }
    }

    @Test
    void shouldKeepRingsApart() throws IOException {
        try (JobSegmentFile file = JobSegmentFile.create(4, 4, 0, places())) {
            JobSegment segment = file.segment();
            for (int receiver = 0; receiver < 4; receiver++) {
                for (int sender = 0; sender < 4; sender++) {
                    assertEquals(RING, segment.ring(receiver, sender).capacity());
                    segment.ring(receiver, sender).putInt(0, 10 * receiver + sender);
                    segment.ring(receiver, sender).putInt(RING - 4, 10 * receiver + sender);
                }
            }
            for (int receiver = 0; receiver < 4; receiver++) {
                for (int sender = 0; sender < 4; sender++) {
                    assertEquals(
                            10 * receiver + sender,
                            segment.ring(receiver, sender).getInt(0));
                    assertEquals(
                            10 * receiver + sender,
                            segment.ring(receiver, sender).getInt(RING - 4));
                }
            }
            assertEquals(RankState.STARTED, segment.entry(3).state(), "the table must not lie under a ring");
        }
    }

    @Test
    void shouldWakeThroughTheDoorbell() throws Exception {
        try (JobSegmentFile file = JobSegmentFile.create(2, 2, 0, places())) {
            Doorbell own = file.segment().openDoorbell(1);
            Doorbell others = JobSegment.open(file.path()).openDoorbell(1);
            Thread sleeper = new Thread(() -> {
                try {
                    own.await();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            sleeper.start();
            others.ring();
            sleeper.join();
            others.close();
            own.close();
        }
    }

    @Test
    void shouldSayHowMuchRoomIsMissingAndWhatToDo() throws IOException {
        List<SegmentPlacement> places = List.of(new SegmentPlacement(directory, 1 << 30));
        IOException error = assertThrows(IOException.class, () -> JobSegmentFile.create(4, 4, 0, places));
        assertTrue(
                error.getMessage().startsWith("no room for the job segment of 4 ranks: it needs at least 72 KiB"),
                error.getMessage());
        assertTrue(error.getMessage().contains(directory.toString()), error.getMessage());
        assertTrue(error.getMessage().contains("JMPI_SHM_DIR"), error.getMessage());
        assertEquals(0, directory.toFile().list().length);
    }

    @Test
    void shouldRefuseAFileThatIsNoSegment() throws IOException {
        File other = directory.resolve("other").toFile();
        Files.write(other.toPath(), new byte[8192]);
        IOException error = assertThrows(IOException.class, () -> JobSegment.open(other.getPath()));
        assertEquals(other + " is not a job segment; start the program with jmpiexec", error.getMessage());
        IOException missing = assertThrows(
                IOException.class,
                () -> JobSegment.open(directory.resolve("none").toString()));
        assertEquals("no such file: " + directory.resolve("none"), missing.getMessage());
        assertFalse(directory.resolve("none").toFile().exists());
    }

    private List<SegmentPlacement> places() {
        return List.of(new SegmentPlacement(directory, RING));
    }
}
