package io.jmpi.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.job.JobKey;
import io.jmpi.job.JobSegment;
import io.jmpi.job.JobSegmentFile;
import io.jmpi.job.NodeHost;
import io.jmpi.job.Placement;
import io.jmpi.job.SegmentPlacement;
import io.jmpi.job.SleepWord;
import io.jmpi.transport.Failures;
import io.jmpi.transport.Inbox;
import io.jmpi.transport.Network;
import io.jmpi.transport.Outbox;
import io.jmpi.transport.RecordHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rank does between its last poll and its sleep. */
class SleepTest {

    private static final int TAKINGS = 3;

    @TempDir
    private Path directory;

    @Test
    void shouldNotSleepAfterItsOwnPollHasTakenTheRing() throws IOException {
        List<NodeHost> hosts = List.of(new NodeHost("here", List.of("127.0.0.1")));
        try (JobSegmentFile file = JobSegmentFile.create(
                Placement.of(0, 0), 0, hosts, JobKey.random(), List.of(new SegmentPlacement(directory, 8192)))) {
            JobSegment segment = file.segment();
            RingTaker network = new RingTaker(new SleepWord(segment, 0));
            Engine engine = new Engine(segment, 0, false, network, false);
            while (network.sleeps == 0) {
                engine.step();
            }
            assertEquals(TAKINGS, network.takings);
            assertTrue(network.asleep, "who would ring for a rank that sleeps and seems awake?");
        }
    }

    /** Like a poll during which another rank wakes this one, and which hears the bell: the first few times. */
    private static final class RingTaker extends Network {

        private final SleepWord word;
        private int takings;
        private int sleeps;
        private boolean asleep;

        RingTaker(SleepWord word) {
            this.word = word;
        }

        @Override
        public int poll(RecordHandler handler) {
            if (takings < TAKINGS && word.takeWaking()) {
                takings++;
            }
            return 0;
        }

        @Override
        public void sleep() {
            sleeps++;
            asleep = word.isAsleep();
        }

        @Override
        public void beforeSleep() {
            // nothing to prepare
        }

        @Override
        public boolean wantsPoll() {
            return false;
        }

        @Override
        public void flush() {
            // nothing is sent
        }

        @Override
        public void failures(Failures failures) {
            // nothing fails
        }

        @Override
        public Outbox outbox(int rank) {
            throw new AssertionError("both ranks are here");
        }

        @Override
        public Inbox inbox(int rank) {
            throw new AssertionError("both ranks are here");
        }

        @Override
        public boolean isLost() {
            return false;
        }

        @Override
        public void sayFarewell() {
            // there is nobody
        }

        @Override
        public boolean isOver() {
            return true;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
