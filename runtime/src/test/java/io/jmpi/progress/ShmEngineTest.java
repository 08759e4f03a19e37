package io.jmpi.progress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.data.UserMemory;
import io.jmpi.job.JobSegment;
import io.jmpi.job.Placement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShmEngineTest extends EngineContract {

    /** Bytes that do not fit into one record of the rings here, and yet are sent unasked. */
    private static final int LONG = 2680;

    @Override
    TestJob job(Path where) throws IOException {
        return new TestJob(where, Placement.onOneNode(3), false);
    }

    @Test
    void shouldSayThatAJobOfOneThreadWaitsForItself() {
        Engine engine = new Engine(JobSegment.ofOneRank(8192), 0, false);
        byte[] target = new byte[1];
        ReceiveOperation receive = new ReceiveOperation().prepare(0, 7, 5, target, UserMemory.of(target), 0, 1);
        engine.start(receive);
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> engine.await(receive));
        assertTrue(error.getMessage().startsWith("deadlock: "), error.getMessage());
    }

    /** Of a message that is sent unasked in two pieces, with no room in the ring for the second one. */
    private SendOperation begin(Engine sender, int length) {
        for (int tag = 10; tag < 15; tag++) {
            send(sender, 1, tag, pattern(1000, tag), false);
        }
        send(sender, 1, 15, pattern(500, 15), false);
        SendOperation send = send(sender, 1, 3, pattern(length, 3), false);
        assertFalse(send.isDone(), "the ring has room for all of it");
        return send;
    }

    private static void takeAllThatHasCome(Engine receiver) {
        int count = 1;
        while (count != 0) {
            count = receiver.poll();
        }
    }

    @Test
    void shouldReceiveTheRestOfAMessageThatHasBegunBeforeItsReceive() throws IOException {
        Engine sender = engine(0, false);
        Engine receiver = engine(1, false);
        SendOperation send = begin(sender, LONG);
        SendOperation behind = send(sender, 1, 4, pattern(8, 4), false);
        takeAllThatHasCome(receiver);
        assertEquals(LONG, receiver.probe(0, CONTEXT, 3).length());
        assertNull(receiver.probe(0, CONTEXT, 4), "it has overtaken");

        byte[] received = new byte[LONG];
        ReceiveOperation receive = receive(receiver, 0, 3, received);
        assertFalse(receive.isDone());
        sender.poll();
        assertTrue(send.isDone());
        assertTrue(behind.isDone());
        receiver.await(receive);
        assertEquals(LONG, receive.bytes());
        assertArrayEquals(pattern(LONG, 3), received);
        byte[] last = new byte[8];
        receiver.await(receive(receiver, 0, 4, last));
        assertArrayEquals(pattern(8, 4), last);
    }

    @Test
    void shouldHoldAMessageThatComesInPieces() throws IOException {
        Engine sender = engine(0, false);
        Engine receiver = engine(1, false);
        begin(sender, LONG);
        takeAllThatHasCome(receiver);
        sender.poll();
        takeAllThatHasCome(receiver);
        byte[] received = new byte[LONG];
        ReceiveOperation receive = receive(receiver, 0, 3, received);
        assertTrue(receive.isDone());
        assertArrayEquals(pattern(LONG, 3), received);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldKeepTheBeginningOfAMessageInPiecesThatIsTooLong(boolean early) throws IOException {
        Engine sender = engine(0, false);
        Engine receiver = engine(1, false);
        byte[] received = new byte[100];
        ReceiveOperation receive = early ? receive(receiver, 0, 3, received) : null;
        begin(sender, LONG);
        takeAllThatHasCome(receiver);
        if (!early) {
            receive = receive(receiver, 0, 3, received);
        }
        assertFalse(receive.isDone(), "its last piece has not come");
        sender.poll();
        receiver.await(receive);
        assertEquals(Operation.TRUNCATED, receive.outcome());
        assertEquals(LONG, receive.bytes());
        assertArrayEquals(Arrays.copyOf(pattern(LONG, 3), 100), received);
    }

    @Test
    void shouldNotTakeBackAMessageThatHasBegun() throws IOException {
        Engine sender = engine(0, false);
        Engine receiver = engine(1, false);
        SendOperation send = begin(sender, LONG);
        sender.cancel(send);
        assertFalse(send.isDone());
        takeAllThatHasCome(receiver);
        sender.poll();
        assertEquals(Operation.OK, send.outcome());
        assertTrue(send.isDone());
        byte[] received = new byte[LONG];
        receiver.await(receive(receiver, 0, 3, received));
        assertArrayEquals(pattern(LONG, 3), received);
    }
}
