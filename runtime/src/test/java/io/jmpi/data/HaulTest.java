package io.jmpi.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.os.NativeCopy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HaulTest {

    private static final int ELEMENTS = 12_000;
    private static final int WIRE = 1 << 17;

    /** More than a trial has, which goes both ways. */
    private static final int PIECES = 40;

    @BeforeAll
    static void loadTheLibrary() {
        NativeCopy.prepare();
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            while (!NativeCopy.isReady()) {
                Thread.onSpinWait();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void shouldCopyWhatTheJvmCopies(BufferKind kind) {
        Random random = new Random(kind.ordinal());
        for (Element element : Element.values()) {
            if (!kind.holds(element)) {
                continue;
            }
            Object buffer = kind.make(element, ELEMENTS);
            for (int i = 0; i < ELEMENTS; i++) {
                BufferKind.set(buffer, i, random.nextLong());
            }
            UserMemory memory = UserMemory.of(buffer);
            ByteBuffer expected = ByteBuffer.allocateDirect(WIRE);
            ByteBuffer found = ByteBuffer.allocateDirect(WIRE);
            Wire plain = new Wire(expected);
            Wire shared = new Wire(found, new Haul(-1));
            int size = element.size();
            for (int piece = 0; piece < PIECES; piece++) {
                int from = random.nextInt(ELEMENTS / 2);
                int count = random.nextInt(ELEMENTS - from);
                int at = random.nextInt(WIRE / size - count);
                memory.pack(buffer, (long) from * size, count * size, plain, at * size);
                memory.pack(buffer, (long) from * size, count * size, shared, at * size);
            }
            assertArrayEquals(bytes(expected), bytes(found), element + " in " + kind);
        }
    }

    @Test
    void shouldCopyItemsOfALayout() {
        Layout column = Layout.of(Element.LONG).resized(0, 3 * Long.BYTES);
        long[] rows = new Random(1).longs(ELEMENTS).toArray();
        UserMemory mapped = MappedMemory.of(rows, column, 0);
        ByteBuffer found = ByteBuffer.allocateDirect(WIRE);
        Wire shared = new Wire(found, new Haul(-1));
        int count = ELEMENTS / 3;
        for (int piece = 0; piece < PIECES; piece++) {
            mapped.pack(mapped, 0, count * Long.BYTES, shared, 16);
            for (int i = 0; i < count; i++) {
                assertEquals(rows[3 * i], shared.longs().get(2 + i));
                shared.longs().put(2 + i, 0);
            }
        }
    }

    @Test
    void shouldTryLongPiecesFirstAndNowAndThen() {
        Haul haul = new Haul(-1);
        assertFalse(haul.wantsLongPieces(), "the library is not wanted yet");
        Wire wire = new Wire(ByteBuffer.allocateDirect(WIRE), haul);
        byte[] data = new byte[16 << 10];
        UserMemory memory = UserMemory.of(data);
        int trials = 0;
        boolean tried = false;
        for (int piece = 0; piece < 3000; piece++) {
            memory.pack(data, 0, data.length, wire, 0);
            boolean trial = haul.isTrial();
            trials += trial && !tried ? 1 : 0;
            tried = trial;
            assertTrue(!trial || haul.wantsLongPieces());
        }
        assertEquals(3, trials);
    }

    @Test
    void shouldNotBotherWithShortPieces() {
        Haul haul = new Haul(-1);
        byte[] data = new byte[Haul.LEAST - 1];
        UserMemory.of(data).pack(data, 0, data.length, new Wire(ByteBuffer.allocateDirect(WIRE), haul), 0);
        assertFalse(haul.isTrial());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.get(0, bytes);
        return bytes;
    }
}
