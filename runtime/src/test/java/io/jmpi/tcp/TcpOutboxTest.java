package io.jmpi.tcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.job.JobSegmentFile;
import io.jmpi.transport.Envelope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TcpOutboxTest {

    /** A connection that takes as many bytes at a time as it is told, over and over again. */
    private static final class SlowFlow extends Flow {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final List<Integer> portions;
        private int next;

        SlowFlow(List<Integer> portions) {
            this.portions = portions;
        }

        private int portion() {
            int portion = portions.get(next);
            next = (next + 1) % portions.size();
            return portion;
        }

        private int take(ByteBuffer source, int from, int to, int most) {
            int count = Math.min(most, to - from);
            byte[] bytes = new byte[count];
            source.get(from, bytes);
            taken.writeBytes(bytes);
            return count;
        }

        @Override
        int write(ByteBuffer source, int from, int to) {
            return take(source, from, to, portion());
        }

        @Override
        int write(ByteBuffer first, int from, int to, ByteBuffer second, int secondFrom, int secondTo) {
            int portion = portion();
            int count = take(first, from, to, portion);
            return count + take(second, secondFrom, secondTo, portion - count);
        }

        @Override
        int read(ByteBuffer target, int from, int to) {
            return 0;
        }

        @Override
        void noDelay(boolean on) {}

        @Override
        void acknowledge() {}

        @Override
        void keepAlive(int seconds) {}

        @Override
        void giveUpAfter(int seconds) {}

        @Override
        void watch(boolean writes) {}

        @Override
        boolean finishConnect() {
            return true;
        }

        @Override
        InetSocketAddress remote() {
            return null;
        }

        @Override
        void close() {}
    }

    /** Whatever a connection takes at a time, records are made where they are aligned, and what it gets is all of them. */
    @Property(tries = 500)
    void shouldSendRecordsAsTheyAre(
            @ForAll("lengths") List<Integer> lengths, @ForAll("portions") List<Integer> portions, @ForAll long seed)
            throws IOException {
        Path directory = Files.createTempDirectory("outbox");
        try (JobSegmentFile file = Station.job(directory, 2);
                Station station = Station.open(file, 0)) {
            TcpOutbox outbox = new TcpLink((TcpNetwork) station.network, 1).outbox();
            SlowFlow flow = new SlowFlow(portions);
            outbox.open(flow);
            List<byte[]> payloads = new ArrayList<>();
            Random random = new Random(seed);
            for (int length : lengths) {
                byte[] payload = new byte[length];
                random.nextBytes(payload);
                send(outbox, payload, length >= outbox.shortestLoan() && random.nextBoolean(), random.nextBoolean());
                payloads.add(payload);
            }
            while (!outbox.isEmpty()) {
                outbox.onWritable();
                outbox.flush(0);
            }
            check(payloads, ByteBuffer.wrap(flow.taken.toByteArray()).order(ByteOrder.LITTLE_ENDIAN));
        } finally {
            Files.delete(directory);
        }
    }

    private static void send(TcpOutbox outbox, byte[] payload, boolean lends, boolean endsLoan) {
        ByteBuffer memory = ByteBuffer.allocateDirect(payload.length).put(0, payload);
        boolean sent = false;
        for (int i = 0; !sent; i++) {
            assertTrue(i < 1_000_000, "there is room sooner or later");
            if (lends) {
                sent = outbox.tryLend(head(), 0, memory, 0, payload.length);
                if (sent && endsLoan && payload.length <= TcpOutbox.LARGEST_CLAIM) {
                    outbox.endLoan();
                    memory.put(0, new byte[payload.length]);
                }
            } else {
                int at = outbox.tryClaim(payload.length);
                sent = at >= 0;
                if (sent) {
                    assertEquals(0, at % StreamLayout.ALIGNMENT, "where the payload goes");
                    outbox.wire().bytes().put(at, payload);
                    outbox.commit(head(), 0);
                }
            }
            if (!sent) {
                outbox.onWritable();
            }
        }
    }

    private static long head() {
        return Envelope.head(Envelope.DATA, 0);
    }

    /** What is between records does not matter. */
    private static void check(List<byte[]> payloads, ByteBuffer stream) {
        int at = 0;
        for (byte[] payload : payloads) {
            int length = Envelope.LENGTH + payload.length;
            assertEquals(head() | length, stream.getLong(at));
            byte[] sent = new byte[payload.length];
            stream.get(at + Envelope.LENGTH, sent);
            assertArrayEquals(payload, sent);
            at += StreamLayout.aligned(length);
        }
        assertEquals(stream.capacity(), at);
    }

    @Provide
    Arbitrary<List<Integer>> lengths() {
        Arbitrary<Integer> lengths = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 40),
                Arbitraries.integers().between(8000, 20_000),
                Arbitraries.of(TcpOutbox.LARGEST_CLAIM, TcpOutbox.LARGEST_CLAIM - 3, TcpOutbox.LARGEST_PIECE));
        return lengths.list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Integer>> portions() {
        Arbitrary<Integer> portions = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 100),
                Arbitraries.integers().between(1000, 70_000),
                Arbitraries.of(0));
        return portions.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .filter(list -> list.stream().anyMatch(count -> count > 50));
    }
}
