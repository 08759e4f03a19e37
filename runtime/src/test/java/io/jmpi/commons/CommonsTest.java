package io.jmpi.commons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.data.Element;
import io.jmpi.data.Operator;
import io.jmpi.data.Reducer;
import io.jmpi.data.Reduction;
import io.jmpi.data.UserMemory;
import io.jmpi.job.JobKey;
import io.jmpi.job.JobSegment;
import io.jmpi.job.JobSegmentFile;
import io.jmpi.job.NodeHost;
import io.jmpi.job.Placement;
import io.jmpi.job.SegmentPlacement;
import io.jmpi.progress.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ranks of a node in the threads of one process. */
class CommonsTest {

    private static final int RING = 1 << 14;
    private static final Reduction SUM = Reducer.of(Element.LONG).reduction(Operator.SUM);

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private JobSegmentFile file;

    private interface Rank {

        void run(Commons commons, int rank) throws Exception;
    }

    private Engine engine(int rank) throws IOException {
        return new Engine(JobSegment.open(file.path()), rank, false);
    }

    private void make(int ranks, int ring) throws IOException {
        List<NodeHost> hosts = List.of(new NodeHost("here", List.of("127.0.0.1")));
        file = JobSegmentFile.create(
                Placement.onOneNode(ranks), 0, hosts, JobKey.random(), List.of(new SegmentPlacement(directory, ring)));
    }

    private void onAll(int ranks, Rank program) throws Exception {
        make(ranks, RING);
        List<Future<?>> running = new ArrayList<>();
        for (int rank = 0; rank < ranks; rank++) {
            Commons commons = Commons.of(engine(rank), rank, ranks);
            int self = rank;
            running.add(threads.submit(() -> {
                program.run(commons, self);
                return null;
            }));
        }
        for (Future<?> rank : running) {
            rank.get();
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS), "a rank hangs");
        file.close();
    }

    /** Each rank late at times, so that all the others sleep. */
    @ParameterizedTest
    @CsvSource({"3, 1", "3, 2", "4, 3", "7, 4", "16, 5"})
    void shouldDoWhatTheCollectivesMean(int ranks, long seed) throws Exception {
        onAll(ranks, (commons, self) -> {
            Random common = new Random(seed);
            Random own = new Random(seed + self);
            for (int i = 0; i < 400; i++) {
                if (own.nextInt(50) == 0) {
                    LockSupport.parkNanos(500_000);
                }
                int kind = common.nextInt(3);
                int count = common.nextInt(10) == 0 ? common.nextInt(30_000) : common.nextInt(40);
                int root = common.nextInt(ranks);
                long fill = common.nextLong();
                switch (kind) {
                    case 0 -> commons.barrier();
                    case 1 -> bcast(commons, count, root, self, fill);
                    default -> allReduce(commons, count, ranks, self, fill);
                }
            }
        });
    }

    private static long[] pattern(int count, long fill) {
        long[] data = new long[count];
        for (int i = 0; i < count; i++) {
            data[i] = fill + i;
        }
        return data;
    }

    private static void bcast(Commons commons, int count, int root, int self, long fill) {
        long[] data = self == root ? pattern(count, fill) : new long[count];
        commons.bcast(data, UserMemory.of(data), 0, (long) count << 3, root);
        assertArrayEquals(pattern(count, fill), data);
    }

    private static void allReduce(Commons commons, int count, int ranks, int self, long fill) {
        boolean inPlace = (fill & 1) == 0;
        long[] mine = pattern(count, fill + self);
        long[] sum = inPlace ? mine : new long[count];
        commons.allReduce(inPlace ? null : mine, 0, sum, 0, (long) count << 3, 8, SUM);
        for (int i = 0; i < count; i++) {
            assertEquals(ranks * (fill + i) + ranks * (ranks - 1) / 2, sum[i]);
        }
    }

    /** And the next collective finds everything in order. */
    @ParameterizedTest
    @CsvSource({"5, 1", "5, 20000", "20000, 30000"})
    void shouldTellOfLengthsThatDiffer(int count, int other) throws Exception {
        onAll(4, (commons, self) -> {
            long[] data = new long[self == 2 ? other : count];
            MismatchException reduced = assertThrows(
                    MismatchException.class,
                    () -> commons.allReduce(null, 0, data, 0, (long) data.length << 3, 8, SUM));
            String words = "rank 2 has given " + other * 8 + " bytes where rank 0 has given " + count * 8;
            assertTrue(reduced.getMessage().contains(words), reduced.getMessage());
            if (self == 2) {
                commons.bcast(data, UserMemory.of(data), 0, (long) other << 3, 2);
            } else {
                MismatchException told = assertThrows(
                        MismatchException.class,
                        () -> commons.bcast(data, UserMemory.of(data), 0, (long) count << 3, 2));
                assertTrue(told.getMessage().contains("has asked for " + count * 8), told.getMessage());
            }
            allReduce(commons, 20_000, 4, self, 1);
        });
    }

    @Test
    void shouldBeThereOnlyWhereItIsOfUse() throws IOException {
        make(3, RING);
        assertNotNull(Commons.of(engine(0), 0, 3));
        file.close();
        make(2, RING);
        assertNull(Commons.of(engine(0), 0, 2), "two ranks have their rings");
        file.close();
        make(3, RING / 4);
        assertNull(Commons.of(engine(0), 0, 3), "memory is short");
    }
}
