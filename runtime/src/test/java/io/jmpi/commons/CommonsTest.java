package io.jmpi.commons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.jmpi.collectives.Collective;
import io.jmpi.data.Element;
import io.jmpi.data.Operator;
import io.jmpi.data.Reducer;
import io.jmpi.data.Reduction;
import io.jmpi.job.CommonsLayout;
import io.jmpi.job.JobKey;
import io.jmpi.job.JobSegment;
import io.jmpi.job.JobSegmentFile;
import io.jmpi.job.NodeHost;
import io.jmpi.job.Placement;
import io.jmpi.job.SegmentPlacement;
import io.jmpi.job.SleepWord;
import io.jmpi.progress.Engine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The ranks of a node in the threads of one process. */
class CommonsTest {

    private static final int RING = 1 << 14;
    private static final Reduction SUM = Reducer.of(Element.LONG).reduction(Operator.SUM);

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private JobSegmentFile file;

    private interface Rank {

        void run(NodeCommons commons, int rank) throws Exception;
    }

    private Engine engine(int rank) throws IOException {
        return new Engine(JobSegment.open(file.path()), rank, false);
    }

    private NodeCommons commons(int rank, int ranks) throws IOException {
        Engine engine = engine(rank);
        return new NodeCommons(
                engine, engine.commons(), rank, IntStream.range(0, ranks).toArray());
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
            NodeCommons commons = commons(rank, ranks);
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
    @CsvSource({"2, 1", "3, 2", "4, 3", "7, 4", "16, 5", "40, 6"})
    void shouldDoWhatTheCollectivesMean(int ranks, long seed) throws Exception {
        onAll(ranks, (commons, self) -> {
            Random common = new Random(seed);
            Random own = new Random(seed + self);
            for (int i = 0; i < 400; i++) {
                if (own.nextInt(50) == 0) {
                    LockSupport.parkNanos(500_000);
                }
                int kind = common.nextInt(11);
                int count = common.nextInt(10) == 0 ? common.nextInt(30_000) : common.nextInt(40);
                int root = common.nextInt(ranks);
                boolean inPlace = common.nextBoolean();
                long fill = common.nextLong();
                Call call = new Call(commons, ranks, self, count, root, inPlace, fill);
                switch (kind) {
                    case 0 -> commons.barrier();
                    case 1 -> call.bcast();
                    case 2 -> call.scatter();
                    case 3 -> call.gather();
                    case 4 -> call.allGather();
                    case 5 -> call.allToAll();
                    case 6 -> call.reduce();
                    case 7 -> call.reduceScatter();
                    case 8 -> call.scan(false);
                    case 9 -> call.scan(true);
                    default -> call.allReduce();
                }
            }
        });
    }

    /** One collective at a rank; in place where the collective has such a form. */
    private record Call(Commons commons, int ranks, int self, int count, int root, boolean inPlace, long fill) {

        private static final int BEFORE = 3;

        /** What a rank has for another one, or for all. */
        private long[] block(int from, int to) {
            long[] data = new long[count];
            for (int i = 0; i < count; i++) {
                data[i] = fill + i + 1000L * from + 1_000_000L * to;
            }
            return data;
        }

        private static long[] joined(List<long[]> blocks) {
            return blocks.stream().flatMapToLong(Arrays::stream).toArray();
        }

        private long[] blocks(IntFunction<long[]> ofRank) {
            return joined(IntStream.range(0, ranks).mapToObj(ofRank).toList());
        }

        private long[] sum(int first, int end, int to) {
            long[] sum = new long[count];
            for (int rank = first; rank < end; rank++) {
                long[] one = block(rank, to);
                Arrays.setAll(sum, i -> sum[i] + one[i]);
            }
            return sum;
        }

        private static long[] behind(long[] data) {
            long[] moved = new long[BEFORE + data.length];
            System.arraycopy(data, 0, moved, BEFORE, data.length);
            return moved;
        }

        /** @param expected null where nothing is taken, or in place where input is null */
        private void run(Collective collective, long[] input, long[] output, long[] expected) {
            long[] from = input == null ? null : behind(input);
            long[] to = output == null ? null : behind(output);
            commons.between(from, BEFORE * 8, to, BEFORE * 8).reducing(8, SUM).run(collective, (long) count << 3, root);
            if (expected != null) {
                long[] got = Arrays.copyOfRange(to, BEFORE, BEFORE + expected.length);
                assertArrayEquals(expected, got, () -> collective + " " + this);
            }
        }

        void bcast() {
            run(Collective.BCAST, null, self == root ? block(root, 0) : new long[count], block(root, 0));
        }

        void scatter() {
            boolean stays = inPlace && self == root;
            long[] expected = stays ? null : block(root, self);
            long[] input = self == root ? blocks(rank -> block(root, rank)) : null;
            run(Collective.SCATTER, input, stays ? null : new long[count], expected);
        }

        void gather() {
            boolean stays = inPlace && self == root;
            long[] all = self == root ? blocks(rank -> block(rank, 0)) : null;
            long[] output = self != root ? null : stays ? ownOf(all) : new long[all.length];
            run(Collective.GATHER, stays ? null : block(self, 0), output, all);
        }

        void allGather() {
            long[] all = blocks(rank -> block(rank, 0));
            run(
                    Collective.ALL_GATHER,
                    inPlace ? null : block(self, 0),
                    inPlace ? ownOf(all) : new long[all.length],
                    all);
        }

        private long[] ownOf(long[] all) {
            long[] own = new long[all.length];
            System.arraycopy(all, self * count, own, self * count, count);
            return own;
        }

        void allToAll() {
            long[] mine = blocks(rank -> block(self, rank));
            run(
                    Collective.ALL_TO_ALL,
                    inPlace ? null : mine,
                    inPlace ? mine : new long[mine.length],
                    blocks(rank -> block(rank, self)));
        }

        void reduce() {
            boolean stays = inPlace && self == root;
            long[] output = self != root ? null : stays ? block(self, 0) : new long[count];
            run(Collective.REDUCE, stays ? null : block(self, 0), output, self == root ? sum(0, ranks, 0) : null);
        }

        void allReduce() {
            reduceVector(Collective.ALL_REDUCE, sum(0, ranks, 0));
        }

        void scan(boolean exclusive) {
            if (exclusive) {
                reduceVector(Collective.EX_SCAN, self == 0 ? null : sum(0, self, 0));
            } else {
                reduceVector(Collective.SCAN, sum(0, self + 1, 0));
            }
        }

        private void reduceVector(Collective collective, long[] expected) {
            long[] mine = block(self, 0);
            run(collective, inPlace ? null : mine, inPlace ? mine : new long[count], expected);
        }

        void reduceScatter() {
            long[] mine = blocks(rank -> block(self, rank));
            run(
                    Collective.REDUCE_SCATTER,
                    inPlace ? null : mine,
                    inPlace ? mine : new long[count],
                    sum(0, ranks, self));
        }
    }

    /** Pieces that share the line with their length and such that do not, and that end wherever half of the track does. */
    @ParameterizedTest
    @CsvSource({"2, 1", "5, 2"})
    void shouldBroadcastAnyNumberOfBytes(int ranks, long seed) throws Exception {
        onAll(ranks, (commons, self) -> {
            Random common = new Random(seed);
            for (int i = 0; i < 3_000; i++) {
                int most = i % 100 == 0 ? 3 * CommonsLayout.HALF : i % 10 == 0 ? 20_000 : 130;
                byte[] expected = new byte[common.nextInt(most)];
                common.nextBytes(expected);
                int root = common.nextInt(ranks);
                byte[] got = self == root ? expected : new byte[expected.length];
                commons.between(null, 0, got, 0).run(Collective.BCAST, got.length, root);
                assertArrayEquals(expected, got);
            }
        });
    }

    /** The root's own block, which does not go along the track, is anywhere in a piece, or is several. */
    @ParameterizedTest
    @CsvSource({"2, 1", "5, 2"})
    void shouldScatterAnyNumberOfBytes(int ranks, long seed) throws Exception {
        onAll(ranks, (commons, self) -> {
            Random common = new Random(seed);
            for (int i = 0; i < 2_000; i++) {
                int most = i % 100 == 0 ? CommonsLayout.HALF : i % 10 == 0 ? 20_000 : 30;
                int length = common.nextInt(most);
                byte[] all = new byte[ranks * length];
                common.nextBytes(all);
                int root = common.nextInt(ranks);
                byte[] got = new byte[length];
                commons.between(self == root ? all : null, 0, got, 0).run(Collective.SCATTER, length, root);
                assertArrayEquals(Arrays.copyOfRange(all, self * length, (self + 1) * length), got);
            }
        });
    }

    /** And the next collective finds everything in order. */
    @ParameterizedTest
    @CsvSource({"5, 1", "5, 20000", "20000, 30000"})
    void shouldTellOfLengthsThatDiffer(int count, int other) throws Exception {
        onAll(4, (commons, self) -> {
            long[] data = new long[self == 2 ? other : count];
            MismatchException reduced = assertThrows(
                    MismatchException.class,
                    () -> commons.between(null, 0, data, 0)
                            .reducing(8, SUM)
                            .run(Collective.ALL_REDUCE, (long) data.length << 3, 0));
            String words = "rank 2 has given " + other * 8 + " bytes where rank 0 has given " + count * 8;
            assertTrue(reduced.getMessage().contains(words), reduced.getMessage());
            if (self == 2) {
                commons.between(null, 0, data, 0).run(Collective.BCAST, (long) other << 3, 2);
            } else {
                MismatchException told = assertThrows(
                        MismatchException.class,
                        () -> commons.between(null, 0, data, 0).run(Collective.BCAST, (long) count << 3, 2));
                assertTrue(told.getMessage().contains("has asked for " + count * 8), told.getMessage());
            }
            new Call(commons, 4, self, 20_000, 0, false, 1).allReduce();
        });
    }

    /** Raw bytes in, longs out. */
    @ParameterizedTest
    @EnumSource(names = {"SCAN", "ALL_REDUCE", "REDUCE_SCATTER", "ALL_GATHER"})
    void shouldTakeBuffersOfTwoKinds(Collective collective) throws Exception {
        onAll(3, (commons, self) -> {
            ByteBuffer ones = ByteBuffer.allocateDirect(3 * 8).order(ByteOrder.nativeOrder());
            ones.putLong(0, 1).putLong(8, 1).putLong(16, 1);
            long[] result = new long[3];
            commons.between(ones, 0, result, 0).reducing(8, SUM).run(collective, 8, 0);
            long expected = switch (collective) {
                case SCAN -> self + 1;
                case ALL_GATHER -> 1;
                default -> 3;
            };
            assertEquals(expected, result[0]);
        });
    }

    /** Those who cannot know it, go on; the next scan finds the pipes in order. */
    @ParameterizedTest
    @CsvSource({"5, 1", "1, 2000", "2000, 1"})
    void shouldTellOfLengthsThatDifferInAScan(int count, int other) throws Exception {
        onAll(4, (commons, self) -> {
            long[] data = new long[self == 2 ? other : count];
            Runnable scan = () ->
                    commons.between(null, 0, data, 0).reducing(8, SUM).run(Collective.SCAN, (long) data.length << 3, 0);
            if (self < 2) {
                scan.run();
            } else {
                int before = self == 2 ? count : other;
                String words = "rank " + (self - 1) + " has given " + before * 8 + " bytes where rank " + self
                        + " has given " + data.length * 8;
                MismatchException told = assertThrows(MismatchException.class, scan::run);
                assertTrue(told.getMessage().contains(words), told.getMessage());
            }
            new Call(commons, 4, self, 2_000, 0, false, 1).scan(false);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"ALL_GATHER", "ALL_TO_ALL", "REDUCE_SCATTER"})
    void shouldTellEverybodyOfALengthThatDiffers(Collective collective) throws Exception {
        onAll(4, (commons, self) -> {
            int count = self == 2 ? 7 : 5;
            long[] data = new long[4 * count];
            long[] result = new long[4 * count];
            MismatchException told = assertThrows(
                    MismatchException.class,
                    () -> commons.between(data, 0, result, 0).reducing(8, SUM).run(collective, (long) count << 3, 1));
            assertTrue(
                    told.getMessage().contains("rank 2 has given 56 bytes where rank 0 has given 40"),
                    told.getMessage());
            new Call(commons, 4, self, 3, 0, false, 1).allGather();
        });
    }

    /** The others go on; whoever is root next finds the pipes in order. */
    @ParameterizedTest
    @CsvSource({
        "GATHER, 5, 1",
        "GATHER, 5, 3000",
        "GATHER, 3000, 5",
        "REDUCE, 5, 1",
        "REDUCE, 5, 3000",
        "REDUCE, 3000, 5"
    })
    void shouldTellTheRootOfALengthThatDiffers(Collective collective, int count, int other) throws Exception {
        onAll(4, (commons, self) -> {
            int own = self == 2 ? other : count;
            long[] data = new long[own];
            long[] result = new long[4 * own];
            Runnable call =
                    () -> commons.between(data, 0, result, 0).reducing(8, SUM).run(collective, (long) own << 3, 1);
            if (self == 1) {
                MismatchException told = assertThrows(MismatchException.class, call::run);
                String words = "rank 2 has given " + other * 8 + " bytes where rank 1 has asked for " + count * 8;
                assertTrue(told.getMessage().contains(words), told.getMessage());
            } else {
                call.run();
            }
            new Call(commons, 4, self, 2_000, 1, false, 1).gather();
            new Call(commons, 4, self, 2_000, 3, false, 1).reduce();
        });
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "5, 3000", "3000, 5"})
    void shouldTellThoseWhoAskedForAnotherLengthOfAScatter(int count, int other) throws Exception {
        onAll(4, (commons, self) -> {
            int own = self == 2 ? other : count;
            long[] data = new long[4 * own];
            Runnable call =
                    () -> commons.between(data, 0, new long[own], 0).run(Collective.SCATTER, (long) own << 3, 1);
            if (self == 2) {
                MismatchException told = assertThrows(MismatchException.class, call::run);
                String words = "rank 1 has sent " + count * 8 + " bytes where rank 2 has asked for " + other * 8;
                assertTrue(told.getMessage().contains(words), told.getMessage());
            } else {
                call.run();
            }
            new Call(commons, 4, self, 2_000, 3, false, 1).scatter();
        });
    }

    /** The first root fills most of the track, so that the second one falls asleep until rank 2 has left a half of it. */
    @Test
    @Timeout(30)
    void shouldWakeTheNextRootThatWaitsForRoom() throws Exception {
        int bytes = CommonsLayout.HALF / 10 * 9;
        onAll(3, (commons, self) -> {
            byte[] data = new byte[3 * bytes];
            byte[] got = new byte[bytes];
            if (self == 2) {
                SleepWord waiting = new SleepWord(file.segment(), 1);
                while (!waiting.isAsleep()) {
                    LockSupport.parkNanos(100_000);
                }
            }
            for (int root = 0; root < 2; root++) {
                Arrays.fill(data, (byte) (7 + root));
                commons.between(data, 0, got, 0).run(Collective.SCATTER, bytes, root);
                assertEquals(7 + root, got[bytes - 1]);
            }
        });
    }

    /** Rank 1 has its block, the first of each scatter, long before the last one, and falls asleep until that is on the track. */
    @Test
    @Timeout(60)
    void shouldWakeTheNextRootThatWaitsForTheOneBefore() throws Exception {
        int bytes = 3_400_000;
        onAll(4, (commons, self) -> {
            byte[] data = new byte[4 * bytes];
            byte[] got = new byte[bytes];
            for (int i = 0; i < 200; i++) {
                Arrays.fill(data, (byte) i);
                commons.between(data, 0, got, 0).run(Collective.SCATTER, bytes, i % 2);
                assertEquals((byte) i, got[bytes - 1]);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"GATHER", "REDUCE", "SCATTER", "BCAST", "ALL_GATHER", "SCAN"})
    void shouldNeedNoBuffersForNothing(Collective collective) throws Exception {
        onAll(3, (commons, self) -> {
            commons.between(new long[0], 0, null, 0).reducing(8, SUM).run(collective, 0, 1);
            commons.between(null, 0, new long[0], 0).reducing(8, SUM).run(collective, 0, 2);
            commons.between(null, 0, null, 0).reducing(8, SUM).run(collective, 0, 0);
        });
    }

    /** Rank 0 doubles what all have given; before that nobody goes on. */
    @ParameterizedTest
    @CsvSource({"3, 1", "5, 2"})
    void shouldLetOneRankDoSomethingMeanwhile(int ranks, long seed) throws Exception {
        AtomicInteger done = new AtomicInteger();
        onAll(ranks, (commons, self) -> {
            Random common = new Random(seed);
            Random own = new Random(seed + self);
            for (int round = 0; round < 300; round++) {
                if (own.nextInt(30) == 0) {
                    LockSupport.parkNanos(500_000);
                }
                if (common.nextBoolean()) {
                    commons.barrier(done::incrementAndGet);
                    assertTrue(done.get() > round, "let go too early");
                    continue;
                }
                int count = common.nextInt((int) commons.mostThrough() >> 3);
                long[] data = LongStream.range(0, count).map(i -> i + self).toArray();
                long[] result = new long[count];
                commons.reducing(8, SUM).between(data, 0, result, 0);
                commons.allReduce((long) count << 3, () -> {
                    done.incrementAndGet();
                    Arrays.setAll(result, i -> 2 * result[i]);
                });
                long all = ranks * (ranks - 1);
                assertArrayEquals(
                        LongStream.range(0, count).map(i -> 2 * ranks * i + all).toArray(), result);
            }
        });
        assertEquals(300, done.get());
    }

    @Test
    void shouldTellThatCountsDifferBeforeAnythingIsDoneMeanwhile() throws Exception {
        onAll(3, (commons, self) -> {
            long[] data = new long[4];
            long[] result = new long[4];
            commons.reducing(8, SUM).between(data, 0, result, 0);
            MismatchException told = assertThrows(
                    MismatchException.class,
                    () -> commons.allReduce(self == 1 ? 24 : 32, () -> fail("with counts that do not fit")));
            assertTrue(
                    told.getMessage().contains("rank 1 has given 24 bytes where rank 0 has given 32"),
                    told.getMessage());
            commons.barrier();
        });
    }

    /** Two groups of one node at the same time, each in its own memory and its own order. */
    @Test
    void shouldServeSomeOfTheRanksOfANode() throws Exception {
        make(7, RING);
        int[][] groups = {{5, 1, 3}, {0, 2, 6, 4}};
        List<Future<?>> running = new ArrayList<>();
        for (int[] group : groups) {
            ByteBuffer memory = ByteBuffer.allocateDirect(CommonsLayout.length(group.length) + 64)
                    .alignedSlice(64)
                    .order(ByteOrder.LITTLE_ENDIAN);
            for (int member = 0; member < group.length; member++) {
                ByteBuffer own = memory.duplicate().order(ByteOrder.LITTLE_ENDIAN);
                Commons commons = new NodeCommons(engine(group[member]), own, member, group);
                int self = member;
                running.add(threads.submit(() -> {
                    Random late = new Random(self);
                    for (int i = 0; i < 300; i++) {
                        if (late.nextInt(30) == 0) {
                            LockSupport.parkNanos(500_000);
                        }
                        Call call = new Call(commons, group.length, self, i % 40, i % group.length, false, i);
                        call.scan(false);
                        call.allReduce();
                        call.bcast();
                    }
                }));
            }
        }
        for (Future<?> rank : running) {
            rank.get();
        }
    }

    @Test
    void shouldBeThereOnlyWhereItIsOfUse() throws IOException {
        make(3, RING);
        assertNotNull(engine(0).commons());
        file.close();
        make(1, RING);
        assertNull(engine(0).commons(), "a single rank has nobody to share it with");
        file.close();
        make(3, RING / 4);
        assertNull(engine(0).commons(), "memory is short");
    }
}
