package io.jmpi.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.os.Doorbell;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobSegmentFileTest {

    private static final int RING = 1 << 14;

    @TempDir
    private Path directory;

    @Test
    void shouldBeSeenByRanksAndLeaveNoName() throws IOException {
        try (JobSegmentFile file = create(Placement.of(0, 1, 1, 0, 1), 1)) {
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
        try (JobSegmentFile file = create(Placement.onOneNode(4), 0)) {
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
        try (JobSegmentFile file = create(Placement.onOneNode(2), 0)) {
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
        IOException error = assertThrows(
                IOException.class,
                () -> JobSegmentFile.create(Placement.onOneNode(4), 0, hosts(1), JobKey.random(), places));
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

    @Test
    void shouldDescribeTheJob() throws IOException {
        Placement placement = Placement.of(0, 1, 2, 1, 0);
        byte[] key = JobKey.random();
        List<NodeHost> hosts = List.of(
                new NodeHost("knoten-ä", List.of("10.0.0.1", "fe80::1%eth0")),
                new NodeHost("b", List.of()),
                new NodeHost("c", List.of("c.example")));
        try (JobSegmentFile file =
                JobSegmentFile.create(placement, 1, hosts, key, List.of(new SegmentPlacement(directory, RING)))) {
            JobSegment rank = JobSegment.open(file.path());
            assertEquals(1, rank.node());
            assertEquals(2, rank.localSize());
            for (int other = 0; other < placement.size(); other++) {
                assertEquals(placement.node(other), rank.placement().node(other));
                assertEquals(placement.localRank(other), rank.placement().localRank(other));
                assertEquals(0, rank.port(other), "not known yet");
            }
            for (int node = 0; node < hosts.size(); node++) {
                assertEquals(hosts.get(node), rank.host(node));
            }
            assertArrayEquals(key, rank.key());
            assertEquals(RankState.STARTED, rank.entry(1).state(), "the tables must not overlap");
        }
    }

    @Test
    void shouldTellTheDaemonOfPortsAndTheRanksOfOthers() throws Exception {
        try (JobSegmentFile file = create(Placement.of(0, 1, 0), 0)) {
            file.listen();
            JobSegment rank = JobSegment.open(file.path());
            rank.port(2, 40_000);
            rank.tellDaemon();
            assertTrue(file.awaitRanks());
            assertEquals(40_000, file.segment().port(2));
            SleepWord word = new SleepWord(rank, 1);
            word.asleep();
            file.segment().port(1, 50_000);
            rank.openDoorbell(1).await();
            assertEquals(50_000, rank.port(1));
            assertFalse(word.isAsleep());
        }
    }

    /** Else one who has seen it woken by another would make no fence, and it may fall asleep again at once. */
    @Test
    void shouldHaveSendersAlwaysFenceWhereRanksShareProcessors() throws Exception {
        int ranks = Runtime.getRuntime().availableProcessors() + 1;
        try (JobSegmentFile file = create(Placement.onOneNode(ranks), 0)) {
            JobSegment segment = JobSegment.open(file.path());
            assertTrue(segment.isCrowded());
            for (int rank = 0; rank < ranks; rank++) {
                SleepWord word = new SleepWord(segment, rank);
                assertTrue(word.mayNeedWaking(), "before it comes");
                assertFalse(word.takeWaking());
                word.asleep();
                assertTrue(word.takeWaking());
                assertFalse(word.isAsleep());
                assertTrue(word.mayNeedWaking(), "woken");
                word.awake();
                assertTrue(word.mayNeedWaking(), "at work");
            }
        }
    }

    @Test
    void shouldStopListeningWhenClosed() throws Exception {
        JobSegmentFile file = create(Placement.onOneNode(2), 0);
        file.listen();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return file.awaitRanks();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        file.close();
        assertFalse(waiting.get());
        assertFalse(file.awaitRanks());
    }

    private JobSegmentFile create(Placement placement, int node) throws IOException {
        List<SegmentPlacement> places = List.of(new SegmentPlacement(directory, RING));
        return JobSegmentFile.create(placement, node, hosts(placement.nodes()), JobKey.random(), places);
    }

    private static List<NodeHost> hosts(int nodes) {
        return Collections.nCopies(nodes, new NodeHost("here", List.of("127.0.0.1")));
    }
}
