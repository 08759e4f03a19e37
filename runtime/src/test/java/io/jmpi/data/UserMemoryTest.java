package io.jmpi.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

class UserMemoryTest {

    private final Wire wire = new Wire(ByteBuffer.allocateDirect(64));

    @Test
    void shouldNameWhatIsNoBuffer() {
        assertEquals(
                "not a message buffer: java.lang.String[]; use an array of primitives or a java.nio buffer",
                refusal(new String[0]));
        assertEquals("not a message buffer: null; use an array of primitives or a java.nio buffer", refusal(null));
    }

    private static String refusal(Object buffer) {
        return assertThrows(IllegalArgumentException.class, () -> UserMemory.of(buffer))
                .getMessage();
    }

    @Test
    void shouldRefuseToCopyBetweenDifferentElements() {
        assertEquals(
                "cannot copy from int[] to float[]: their elements differ",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> UserMemory.copyBetween(new int[1], 0, new float[1], 0, 4))
                        .getMessage());
    }

    @Test
    void shouldKeepToTheEndsOfABuffer() {
        assertThrows(IndexOutOfBoundsException.class, () -> pack(new int[3], 8, 8));
        assertThrows(IndexOutOfBoundsException.class, () -> pack(ByteBuffer.allocate(3), 2, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> pack(new boolean[3], 2, 2));
    }

    private void pack(Object buffer, long offset, int length) {
        UserMemory.of(buffer).pack(buffer, offset, length, wire, 0);
    }

    @Test
    void shouldNotWriteIntoAReadOnlyBuffer() {
        Buffer buffer = ByteBuffer.allocate(8).asReadOnlyBuffer();
        assertThrows(ReadOnlyBufferException.class, () -> UserMemory.of(buffer).unpack(wire, 0, buffer, 0, 8));
    }

    @Test
    void shouldPackTextWrappedAsCharacters() {
        CharBuffer text = CharBuffer.wrap("a buffer of its own kind");
        char[] target = new char[6];
        pack(text, 4, 12);
        UserMemory.of(target).unpack(wire, 0, target, 0, 12);
        assertArrayEquals("buffer".toCharArray(), target);
        UserMemory.copyBetween(text, 0, target, 0, 2);
        assertEquals("auffer", new String(target));
    }

    @Test
    void shouldTakeEveryByteButZeroForTrue() {
        wire.bytes().put(0, new byte[] {0, 1, 2, -128});
        boolean[] target = new boolean[4];
        UserMemory.of(target).unpack(wire, 0, target, 0, 4);
        assertArrayEquals(new boolean[] {false, true, true, true}, target);
    }

    @Test
    void wireShouldCoverAllOfItsMemoryInNativeOrder() {
        ByteBuffer memory = ByteBuffer.allocateDirect(32);
        memory.order(ByteOrder.BIG_ENDIAN).position(8).limit(16);
        Wire whole = new Wire(memory);
        whole.longs().put(3, 0x0102030405060708L);
        assertEquals(0x0102030405060708L, whole.bytes().getLong(24));
        assertEquals(8, memory.position());
        assertEquals(16, memory.limit());
    }
}
