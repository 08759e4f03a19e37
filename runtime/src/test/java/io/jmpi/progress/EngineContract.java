package io.jmpi.progress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.data.UserMemory;
import io.jmpi.job.JobSegment;
import io.jmpi.job.SleepWord;
import io.jmpi.os.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What engines do over every transport: those of three ranks in the threads of one process. */
abstract class EngineContract {

    static final int CONTEXT = 7;
    private static final UserMemory BYTES = UserMemory.of(new byte[0]);

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private TestJob job;

    /** The job that the ranks are of. */
    abstract TestJob job(Path where) throws IOException;

    @BeforeEach
    void makeJob() throws IOException {
        job = job(directory);
    }

    @AfterEach
    void dropJob() throws InterruptedException {
        threads.shutdownNow();
        assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS), "a rank hangs");
        job.close();
    }

    Engine engine(int rank, boolean multiple) throws IOException {
        return job.engine(rank, multiple);
    }

    static byte[] pattern(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static SendOperation send(Engine engine, int to, int tag, byte[] data, boolean synchronous) {
        SendOperation send = new SendOperation().prepare(to, CONTEXT, tag, data, BYTES, 0, data.length, synchronous);
        engine.start(send);
        return send;
    }

    static ReceiveOperation receive(Engine engine, int from, int tag, byte[] data) {
        ReceiveOperation receive = new ReceiveOperation().prepare(from, CONTEXT, tag, data, BYTES, 0, data.length);
        engine.start(receive);
        return receive;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1999, 2000, 5000, 100_000})
    void shouldSendToItself(int length) throws IOException {
        Engine engine = engine(0, false);
        byte[] data = pattern(length, 1);
        byte[] received = new byte[length];
        ReceiveOperation receive = receive(engine, 0, 3, received);
        SendOperation send = send(engine, 0, 3, data, true);
        engine.await(send);
        engine.await(receive);
        assertEquals(length, receive.bytes());
        assertArrayEquals(data, received);
    }

    @Test
    void shouldNotFinishASynchronousSendBeforeItsReceive() throws IOException {
        Engine engine = engine(0, false);
        SendOperation send = send(engine, 0, 3, new byte[8], true);
        for (int i = 0; i < 1000; i++) {
            engine.poll();
        }
        assertFalse(send.isDone());
        receive(engine, 0, 3, new byte[8]);
        engine.await(send);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 100_000})
    void shouldTakeBackAMessageThatNobodyHasReceived(int length) throws IOException {
        Engine engine = engine(0, false);
        SendOperation first = send(engine, 0, 3, pattern(length, 1), true);
        SendOperation second = send(engine, 0, 3, pattern(length, 2), true);
        engine.cancel(first);
        engine.await(first);
        assertEquals(Operation.CANCELLED, first.outcome());
        byte[] received = new byte[length];
        ReceiveOperation receive = receive(engine, 0, 3, received);
        engine.cancel(receive);
        engine.cancel(second);
        engine.await(receive);
        engine.await(second);
        assertEquals(Operation.OK, receive.outcome(), "too late: they have met");
        assertEquals(Operation.OK, second.outcome());
        assertArrayEquals(pattern(length, 2), received);
        assertNull(engine.probe(0, CONTEXT, 3));
    }

    @Test
    void shouldTakeBackAReceiveThatNothingHasMet() throws IOException {
        Engine engine = engine(0, false);
        byte[] received = new byte[8];
        ReceiveOperation first = receive(engine, 0, 3, new byte[8]);
        ReceiveOperation second = receive(engine, 0, 3, received);
        engine.cancel(first);
        assertEquals(Operation.CANCELLED, first.outcome());
        engine.await(send(engine, 0, 3, pattern(8, 1), false));
        engine.await(second);
        assertArrayEquals(pattern(8, 1), received);
    }

    @Test
    void shouldKeepBufferedMessagesApartUntilTheyHaveGone() throws IOException {
        Engine engine = engine(0, false);
        SendBuffer buffer = new SendBuffer(new byte[250_000]);
        for (int i = 0; i < 2; i++) {
            assertTrue(buffer.trySend(engine, 0, CONTEXT, i, pattern(100_000, i), BYTES, 0, 100_000));
        }
        assertFalse(buffer.trySend(engine, 0, CONTEXT, 2, pattern(100_000, 2), BYTES, 0, 100_000), "no room");
        byte[] received = new byte[100_000];
        engine.await(receive(engine, 0, 0, received));
        assertArrayEquals(pattern(100_000, 0), received);
        assertTrue(buffer.trySend(engine, 0, CONTEXT, 2, pattern(90_000, 2), BYTES, 0, 90_000), "in the first gap");
        assertEquals(190_000, buffer.used());
        engine.await(receive(engine, 0, 1, received));
        assertArrayEquals(pattern(100_000, 1), received);
        byte[] last = new byte[90_000];
        engine.await(receive(engine, 0, 2, last));
        assertArrayEquals(pattern(90_000, 2), last);
        buffer.await(engine);
        assertEquals(0, buffer.used());
    }

    @Test
    void shouldKeepTheBeginningOfAMessageThatIsTooLong() throws IOException {
        Engine engine = engine(0, false);
        for (int length : new int[] {100, 50_000}) {
            byte[] data = pattern(length, 2);
            byte[] received = new byte[length / 2];
            ReceiveOperation receive = receive(engine, 0, 3, received);
            engine.await(send(engine, 0, 3, data, false));
            engine.await(receive);
            assertEquals(Operation.TRUNCATED, receive.outcome());
            assertEquals(length, receive.bytes());
            assertArrayEquals(java.util.Arrays.copyOf(data, length / 2), received);
        }
    }

    @Test
    void shouldAnnounceMessagesOnlyWhenTheReceiverHoldsTooMuch() throws Exception {
        Engine sender = engine(0, false);
        Engine receiver = engine(1, false);
        int messages = 60_000; // far more than what is on its way when the receiver says stop
        byte[] data = new byte[1000];
        CompletableFuture<Integer> unfinished = new CompletableFuture<>();
        Future<?> sending = threads.submit(() -> {
            List<SendOperation> sends = new ArrayList<>();
            for (int i = 0; i < messages; i++) {
                sends.add(send(sender, 1, 3, data, false));
            }
            sender.await(send(sender, 1, 4, new byte[1], false));
            int open = 0;
            for (SendOperation send : sends) {
                open += send.isDone() ? 0 : 1;
            }
            unfinished.complete(open);
            engineAwaitAll(sender, sends);
        });
        // the message behind all the others gets through, while most of those stay with their sender
        receiver.await(receive(receiver, 0, 4, new byte[1]));
        assertTrue(unfinished.get() > messages / 2, "data beyond 4 MiB must not be taken: " + unfinished.get());
        for (int i = 0; i < messages; i += 1000) {
            List<ReceiveOperation> receives = new ArrayList<>();
            for (int k = 0; k < 1000; k++) {
                receives.add(receive(receiver, 0, 3, new byte[1000]));
            }
            engineAwaitAll(receiver, receives);
        }
        sending.get();
    }

    private static void engineAwaitAll(Engine engine, List<? extends Operation> operations) {
        for (Operation operation : operations) {
            engine.await(operation);
        }
    }

    @Test
    void shouldSleepWhenNothingComesAndWakeWhenItDoes() throws Exception {
        Engine sleeper = engine(0, false);
        Engine waker = engine(1, false);
        for (int round = 0; round < 20; round++) {
            byte[] received = new byte[8];
            Future<?> wait = threads.submit(() -> sleeper.await(receive(sleeper, 1, 5, received)));
            awaitSleep(0);
            byte[] data = pattern(8, round);
            waker.await(send(waker, 0, 5, data, false));
            wait.get();
            assertArrayEquals(data, received);
        }
    }

    private void awaitSleep(int rank) {
        JobSegment segment = job.segment(rank);
        int word = segment.entry(job.placement().localRank(rank)).sleepWord();
        while (Words.getIntAcquire(segment.memory(), word) != SleepWord.ASLEEP) {
            Thread.onSpinWait();
        }
    }

    @Test
    void shouldWakeASenderThatSleepsForWantOfRoom() throws Exception {
        Engine sender = engine(0, false);
        Engine receiver = engine(1, false);
        byte[] data = pattern(1_000_000, 9);
        Future<?> sending = threads.submit(() -> sender.await(send(sender, 1, 5, data, false)));
        awaitSleep(0);
        byte[] received = new byte[data.length];
        receiver.await(receive(receiver, 0, 5, received));
        sending.get();
        assertArrayEquals(data, received);
    }

    /** All ranks to all ranks, every protocol, with sleeps in between: nothing lost, nothing mixed up. */
    @Test
    void shouldDeliverUnderRandomTraffic() throws Exception {
        List<Callable<Void>> ranks = new ArrayList<>();
        for (int rank = 0; rank < 3; rank++) {
            ranks.add(new Traffic(engine(rank, false), rank));
        }
        for (Future<Void> rank : threads.invokeAll(ranks)) {
            rank.get();
        }
    }

    /** Sends a known sequence of messages to each rank while receiving the same from each. */
    private record Traffic(Engine engine, int rank) implements Callable<Void> {

        private static final int MESSAGES = 4000;
        private static final int WINDOW = 20;

        private static int length(int from, int to, int number) {
            Random random = new Random(from * 31L + to * 7L + number * 1009L);
            return random.nextInt(10) == 0 ? random.nextInt(60_000) : random.nextInt(300);
        }

        @Override
        public Void call() {
            ArrayDeque<Operation> open = new ArrayDeque<>();
            byte[][][] buffers = new byte[3][MESSAGES][];
            for (int number = 0; number < MESSAGES; number++) {
                for (int peer = 0; peer < 3; peer++) {
                    buffers[peer][number] = new byte[length(peer, rank, number)];
                    boolean early = (number + peer) % 3 == 0;
                    if (early) {
                        open.add(receive(engine, peer, number % 5, buffers[peer][number]));
                    }
                    byte[] data = pattern(length(rank, peer, number), rank + 3 * number);
                    open.add(send(engine, peer, number % 5, data, number % 7 == 0));
                    if (!early) {
                        open.add(receive(engine, peer, number % 5, buffers[peer][number]));
                    }
                }
                while (open.size() > WINDOW) {
                    engine.await(open.poll());
                }
            }
            engineAwaitAll(engine, List.copyOf(open));
            for (int peer = 0; peer < 3; peer++) {
                for (int number = 0; number < MESSAGES; number++) {
                    byte[] expected = pattern(length(peer, rank, number), peer + 3 * number);
                    assertArrayEquals(expected, buffers[peer][number]);
                }
            }
            return null;
        }
    }

    /** Threads of two processes, each with a conversation of its own, at thread level MULTIPLE. */
    @Test
    void shouldLetThreadsTalkAtOnce() throws Exception {
        Engine[] engines = {engine(0, true), engine(1, true)};
        List<Callable<Void>> talks = new ArrayList<>();
        for (int thread = 0; thread < 3; thread++) {
            for (int rank = 0; rank < 2; rank++) {
                talks.add(new Talk(engines[rank], rank, thread));
            }
        }
        for (Future<Void> talk : threads.invokeAll(talks)) {
            talk.get();
        }
    }

    private record Talk(Engine engine, int rank, int thread) implements Callable<Void> {

        @Override
        public Void call() {
            byte[] received = new byte[20_000];
            for (int number = 0; number < 1500; number++) {
                byte[] data = pattern(number % 50 == 0 ? 20_000 : 40, number);
                if (number % 2 == rank) {
                    locked(send(data));
                } else {
                    locked(receiving(received));
                    assertArrayEquals(data, java.util.Arrays.copyOf(received, data.length));
                }
            }
            return null;
        }

        private SendOperation send(byte[] data) {
            return new SendOperation().prepare(1 - rank, CONTEXT, thread, data, BYTES, 0, data.length, false);
        }

        private ReceiveOperation receiving(byte[] data) {
            return new ReceiveOperation().prepare(1 - rank, CONTEXT, thread, data, BYTES, 0, data.length);
        }

        private void locked(Operation operation) {
            engine.enter();
            try {
                if (operation instanceof SendOperation send) {
                    engine.start(send);
                } else {
                    engine.start((ReceiveOperation) operation);
                }
                engine.await(operation);
            } finally {
                engine.exit();
            }
        }
    }

    /** Across the counts at which an engine sends messages to itself. */
    @Test
    void shouldKeepOrderAndLeaveNothingBehindWhenItPractises() throws IOException {
        Engine engine = engine(0, false);
        byte[] data = new byte[4];
        for (int i = 0; i < 10_000; i++) {
            data[0] = (byte) i;
            data[1] = (byte) (i >> 8);
            if (!engine.trySend(0, CONTEXT, 5, data, BYTES, 0, 4)) {
                engine.start(new SendOperation().prepare(0, CONTEXT, 5, data, BYTES, 0, 4, false));
            }
            byte[] got = new byte[4];
            ReceiveOperation receive = new ReceiveOperation().prepare(-1, CONTEXT, -1, got, BYTES, 0, 4);
            engine.start(receive);
            engine.await(receive);
            assertArrayEquals(data, got);
        }
        assertNull(engine.probe(0, CONTEXT, 5));
        assertNull(engine.probe(0, Practice.CONTEXT, 0));
    }
}
