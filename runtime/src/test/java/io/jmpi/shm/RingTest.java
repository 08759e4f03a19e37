package io.jmpi.shm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.transport.Envelope;
import io.jmpi.transport.Outbox;
import io.jmpi.transport.RecordHandler;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RingTest {

    private static final RecordHandler NOBODY = (source, head, detail, wire, at, length) -> {
        throw new AssertionError("nothing was sent");
    };

    private static ByteBuffer memory(int capacity) {
        return ByteBuffer.allocateDirect(capacity + 64)
                .alignedSlice(64)
                .slice(0, capacity)
                .order(ByteOrder.nativeOrder());
    }

    private static boolean send(RingOutbox outbox, int number, int payload) {
        int at = outbox.tryClaim(payload);
        if (at == Outbox.BACK_PRESSURE) {
            return false;
        }
        for (int i = 0; i < payload; i++) {
            outbox.wire().bytes().put(at + i, (byte) (number + i));
        }
        outbox.commit(Envelope.head(Envelope.EAGER, number & 0xff_ffff), Envelope.detail(number, -number));
        return true;
    }

    /** Takes records and checks that they are those sent, in order. */
    private static final class Checker implements RecordHandler {

        private final int[] payloads;
        private int next;

        Checker(int[] payloads) {
            this.payloads = payloads;
        }

        @Override
        public void onRecord(int source, long head, long detail, io.jmpi.data.Wire wire, int at, int length) {
            assertEquals(3, source);
            assertEquals(Envelope.EAGER, Envelope.kind(head));
            assertEquals(next & 0xff_ffff, Envelope.context(head));
            assertEquals(next, Envelope.tag(detail));
            assertEquals(-next, Envelope.id(detail));
            assertEquals(payloads[next], length);
            assertEquals(0, at % 16);
            for (int i = 0; i < length; i++) {
                assertEquals((byte) (next + i), wire.bytes().get(at + i));
            }
            next++;
        }
    }

    @Test
    void shouldBeEmptyAtFirst() {
        assertEquals(0, new RingInbox(3, memory(4096)).poll(NOBODY, 10));
    }

    @Property
    void shouldDeliverEveryRecordOnceAndInOrder(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 4) int pages, @ForAll boolean small) {
        ByteBuffer memory = memory(pages * 4096);
        RingOutbox outbox = new RingOutbox(memory, null);
        int[] payloads = new int[500];
        for (int i = 0; i < payloads.length; i++) {
            payloads[i] = random.nextInt(small ? 40 : outbox.largestPayload() + 1);
        }
        Checker checker = new Checker(payloads);
        RingInbox inbox = new RingInbox(3, memory);
        int sent = 0;
        while (checker.next < payloads.length) {
            boolean full = false;
            for (int burst = random.nextInt(20); burst >= 0 && sent < payloads.length && !full; burst--) {
                full = !send(outbox, sent, payloads[sent]);
                sent += full ? 0 : 1;
            }
            int before = checker.next;
            int limit = 1 + random.nextInt(10);
            int polled = inbox.poll(checker, limit);
            assertEquals(checker.next - before, polled);
            assertTrue(polled <= limit);
            assertTrue(polled > 0 || before == sent, "what was sent must be found");
        }
        assertEquals(0, inbox.poll(NOBODY, 10));
    }

    @Test
    void shouldHoldBackWhenFullAndGoOnWhenRead() {
        ByteBuffer memory = memory(4096);
        RingOutbox outbox = new RingOutbox(memory, null);
        int[] payloads = new int[10_000];
        Checker checker = new Checker(payloads);
        RingInbox inbox = new RingInbox(3, memory);
        int sent = 0;
        while (send(outbox, sent, 0)) {
            sent++;
        }
        assertEquals((4096 - 128) / 32 - 1, sent, "all slots but one");
        assertFalse(send(outbox, sent, 0));
        assertEquals(1, inbox.poll(checker, 1));
        assertTrue(send(outbox, sent++, 0));
        while (inbox.poll(checker, 100) != 0) {
            // until empty
        }
        assertEquals(sent, checker.next);
    }

    @Test
    void shouldTellTheSenderOfPressureWhenItLooksForRoom() {
        ByteBuffer memory = memory(4096);
        RingOutbox outbox = new RingOutbox(memory, null);
        RingInbox inbox = new RingInbox(3, memory);
        inbox.pressure(true);
        while (send(outbox, 0, 100)) {
            // until full
        }
        assertTrue(outbox.underPressure());
        inbox.pressure(false);
        assertFalse(send(outbox, 0, 100));
        assertFalse(outbox.underPressure());
    }

    @Test
    void shouldPassAMillionRecordsBetweenThreads() throws InterruptedException {
        ByteBuffer memory = memory(8192);
        int records = 1_000_000;
        Thread sender = new Thread(() -> {
            RingOutbox outbox = new RingOutbox(memory, null);
            Random random = new Random(1);
            for (int i = 0; i < records; i++) {
                int payload = 8 * random.nextInt(9);
                int at = outbox.tryClaim(payload);
                while (at == Outbox.BACK_PRESSURE) {
                    Thread.yield();
                    at = outbox.tryClaim(payload);
                }
                for (int j = 0; j < payload; j += 8) {
                    outbox.wire().bytes().putLong(at + j, i);
                }
                outbox.commit(Envelope.head(Envelope.EAGER, 0), Envelope.detail(i, 0));
            }
        });
        sender.start();
        RingInbox inbox = new RingInbox(0, memory);
        Random random = new Random(1);
        int[] next = {0};
        RecordHandler checker = (source, head, detail, wire, at, length) -> {
            assertEquals(next[0], Envelope.tag(detail));
            assertEquals(8 * random.nextInt(9), length);
            for (int j = 0; j < length; j += 8) {
                assertEquals(next[0], wire.bytes().getLong(at + j));
            }
            next[0]++;
        };
        while (next[0] < records) {
            if (inbox.poll(checker, 64) == 0) {
                Thread.yield();
            }
        }
        sender.join();
    }
}
