package io.jmpi.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;

@PropertyDefaults(tries = 3000, edgeCases = EdgeCasesMode.NONE)
class UserMemoryPropertyTest {

    private static final int COUNT = 150;
    private static final int WIRE_LENGTH = 2048;

    @Property
    void packMovesExactlyTheRange(
            @ForAll Element element,
            @ForAll BufferKind kind,
            @ForAll @IntRange(max = 50) int from,
            @ForAll @IntRange(max = 100) int count,
            @ForAll @IntRange(max = 50) int at,
            @ForAll boolean readOnly,
            @ForAll long seed) {
        Object buffer = make(element, kind, seed);
        if (readOnly && buffer instanceof Buffer writable) {
            buffer = BufferKind.readOnly(writable);
        }
        ByteBuffer memory = wireMemory(seed);
        long[] expected = wireBits(element, memory);
        System.arraycopy(BufferKind.bits(buffer, COUNT), from, expected, at, count);

        int size = element.size();
        UserMemory.of(buffer).pack(buffer, (long) from * size, count * size, new Wire(memory), at * size);

        assertArrayEquals(expected, wireBits(element, memory));
    }

    @Property
    void unpackMovesExactlyTheRange(
            @ForAll Element element,
            @ForAll BufferKind kind,
            @ForAll @IntRange(max = 50) int to,
            @ForAll @IntRange(max = 100) int count,
            @ForAll @IntRange(max = 50) int at,
            @ForAll long seed) {
        Object buffer = make(element, kind, seed);
        ByteBuffer memory = wireMemory(seed);
        long[] expected = BufferKind.bits(buffer, COUNT);
        System.arraycopy(wireBits(element, memory), at, expected, to, count);

        int size = element.size();
        UserMemory.of(buffer).unpack(new Wire(memory), at * size, buffer, (long) to * size, count * size);

        assertArrayEquals(expected, BufferKind.bits(buffer, COUNT));
    }

    @Property
    void limitsNeitherHinderNorMove(
            @ForAll Element element,
            @ForAll BufferKind kind,
            @ForAll @IntRange(max = COUNT) int position,
            @ForAll @IntRange(max = COUNT) int limit,
            @ForAll long seed) {
        Assume.that(position <= limit);
        Object source = make(element, kind, seed);
        Object target = make(element, kind, seed + 1);
        bound(source, position, limit);
        bound(target, position, limit);
        int size = element.size();
        Wire wire = new Wire(wireMemory(seed));

        UserMemory memory = UserMemory.of(source);
        memory.pack(source, 0, COUNT * size, wire, 0);
        memory.unpack(wire, 0, target, 0, COUNT * size);
        assertBound(source, position, limit);
        assertBound(target, position, limit);
        memory.copy(source, size, target, 0, (COUNT - 1) * size);
        Object array = BufferKind.array(element, COUNT);
        memory.copy(source, 0, array, 0, COUNT * size);
        memory.copy(array, size, target, 0, size);
        assertBound(source, position, limit);
        assertBound(target, position, limit);

        bound(source, 0, COUNT);
        bound(target, 0, COUNT);
        long[] expected = BufferKind.bits(source, COUNT);
        System.arraycopy(expected, 1, expected, 0, COUNT - 1);
        assertArrayEquals(expected, BufferKind.bits(target, COUNT));
    }

    @Property
    void copyBetweenKindsOfOneElement(
            @ForAll Element element,
            @ForAll BufferKind sourceKind,
            @ForAll BufferKind targetKind,
            @ForAll @IntRange(max = 50) int from,
            @ForAll @IntRange(max = 50) int to,
            @ForAll @IntRange(max = 100) int count,
            @ForAll long seed) {
        Object source = make(element, sourceKind, seed);
        Object target = make(element, targetKind, seed + 1);
        long[] expected = BufferKind.bits(target, COUNT);
        System.arraycopy(BufferKind.bits(source, COUNT), from, expected, to, count);

        int size = element.size();
        UserMemory.copyBetween(source, (long) from * size, target, (long) to * size, (long) count * size);

        assertArrayEquals(expected, BufferKind.bits(target, COUNT));
    }

    @Property
    void overlappingRangesAreCopiedAsIfAside(
            @ForAll Element element,
            @ForAll BufferKind kind,
            @ForAll @IntRange(max = 50) int from,
            @ForAll @IntRange(max = 50) int to,
            @ForAll @IntRange(max = 100) int count,
            @ForAll boolean throughAnotherView,
            @ForAll long seed) {
        Object source = make(element, kind, seed);
        Object target = source;
        if (throughAnotherView && source instanceof Buffer buffer) {
            target = buffer.duplicate();
        } else if (throughAnotherView && element != Element.BOOLEAN) {
            target = BufferKind.wrap(source);
        }
        if (target instanceof ByteBuffer bytes && source instanceof ByteBuffer original) {
            bytes.order(original.order());
        }
        long[] expected = BufferKind.bits(source, COUNT);
        System.arraycopy(expected.clone(), from, expected, to, count);

        int size = element.size();
        UserMemory.of(source).copy(source, (long) from * size, target, (long) to * size, (long) count * size);

        assertArrayEquals(expected, BufferKind.bits(target, COUNT));
    }

    @Property
    void rawBytesHoldAnyElement(
            @ForAll Element element,
            @ForAll BufferKind typedKind,
            @ForAll BufferKind rawKind,
            @ForAll @IntRange(max = 50) int index,
            @ForAll @IntRange(max = 100) int count,
            @ForAll @IntRange(max = 33) int rawOffset,
            @ForAll long seed) {
        Object typed = make(element, typedKind, seed);
        int size = element.size();
        int length = COUNT * size;
        Object raw = rawKind.make(Element.BYTE, length + 100);
        bound(raw, 0, 7);

        UserMemory.copyBetween(typed, (long) index * size, raw, rawOffset, (long) count * size);

        bound(raw, 0, length + 100);
        ByteBuffer copy = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        for (int i = 0; i < count * size; i++) {
            copy.put(index * size + i, (byte) BufferKind.get(raw, rawOffset + i));
        }
        long[] expected = BufferKind.bits(typed, COUNT);
        long[] held = wireBits(element, copy);
        for (int i = index; i < index + count; i++) {
            assertEquals(expected[i], held[i]);
        }

        Object back = make(element, typedKind, seed + 1);
        long[] expectedBack = BufferKind.bits(back, COUNT);
        System.arraycopy(expected, index, expectedBack, index, count);
        UserMemory.copyBetween(raw, rawOffset, back, (long) index * size, (long) count * size);
        assertArrayEquals(expectedBack, BufferKind.bits(back, COUNT));
    }

    @Property
    void knowsItsBuffers(@ForAll Element element, @ForAll BufferKind kind, @ForAll @IntRange(max = 100) int count) {
        Assume.that(kind.holds(element));
        Object buffer = kind.make(element, count);
        bound(buffer, 0, count / 2);
        UserMemory memory = UserMemory.of(buffer);
        assertSame(element, memory.element());
        assertEquals((long) count * element.size(), memory.capacity(buffer));
        assertEquals(false, memory.isReadOnly(buffer));
        if (buffer instanceof Buffer writable) {
            Object readOnly = BufferKind.readOnly(writable);
            assertSame(memory, UserMemory.of(readOnly));
            assertEquals(true, memory.isReadOnly(readOnly));
        }
    }

    private static Object make(Element element, BufferKind kind, long seed) {
        Assume.that(kind.holds(element));
        Object buffer = kind.make(element, COUNT);
        Random random = new Random(seed);
        for (int i = 0; i < COUNT; i++) {
            BufferKind.set(buffer, i, random.nextLong());
        }
        return buffer;
    }

    private static void bound(Object buffer, int position, int limit) {
        if (buffer instanceof Buffer bounded) {
            bounded.limit(limit).position(position);
        }
    }

    private static void assertBound(Object buffer, int position, int limit) {
        if (buffer instanceof Buffer bounded) {
            assertEquals(position, bounded.position());
            assertEquals(limit, bounded.limit());
        }
    }

    private static ByteBuffer wireMemory(long seed) {
        byte[] noise = new byte[WIRE_LENGTH];
        new Random(~seed).nextBytes(noise);
        return ByteBuffer.allocateDirect(WIRE_LENGTH).put(0, noise);
    }

    private static long[] wireBits(Element element, ByteBuffer memory) {
        int count = memory.capacity() / element.size();
        ByteBuffer bytes = memory.duplicate().order(ByteOrder.nativeOrder());
        if (element != Element.BOOLEAN) {
            return BufferKind.bits(BufferKind.view(element, bytes), count);
        }
        long[] bits = BufferKind.bits(bytes, count);
        for (int i = 0; i < count; i++) {
            bits[i] = bits[i] == 0 ? 0 : 1;
        }
        return bits;
    }
}
