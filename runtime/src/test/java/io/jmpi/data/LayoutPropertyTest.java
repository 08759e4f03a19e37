package io.jmpi.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;

/** Layouts and the buffers seen through them, beside type maps as the standard defines them. */
@PropertyDefaults(tries = 1000, edgeCases = EdgeCasesMode.NONE)
class LayoutPropertyTest {

    private static final Element[] ALL = Element.values();
    private static final int MOST = 3000;

    private static TypeMap.Pair random(long seed, Element... elements) {
        TypeMap.Pair pair = TypeMap.Pair.random(new Random(seed), elements, 3);
        Assume.that(pair.map().size() < MOST);
        return pair;
    }

    @Property
    void boundsAreThoseOfTheStandard(@ForAll long seed) {
        TypeMap.Pair pair = random(seed, ALL);
        TypeMap map = pair.map();
        Layout layout = pair.layout();
        assertEquals(map.size(), layout.size(), "size");
        assertEquals(map.trueLowerBound(), layout.trueLowerBound(), "true lower bound");
        assertEquals(map.trueUpperBound(), layout.trueUpperBound(), "true upper bound");
        assertEquals(map.lowerBound(), layout.lowerBound(), "lower bound");
        assertEquals(map.extent(), layout.extent(), "extent");
    }

    @Property
    void elementsAreCountedInTheOrderOfTheSignature(@ForAll long seed, @ForAll @IntRange(max = 2) int items) {
        TypeMap.Pair pair = random(seed, ALL);
        long bytes = 0;
        long elements = 0;
        for (int item = 0; item < items; item++) {
            for (TypeMap.Entry entry : pair.map().entries) {
                bytes += entry.element().size();
                assertEquals(++elements, pair.layout().elementsIn(bytes), "elements in " + bytes + " bytes");
                assertEquals(bytes, pair.layout().bytesOf(elements), "bytes of " + elements + " elements");
            }
        }
    }

    @Property
    void packsWhatTheTypeMapSaysInPiecesOfAnyLength(@ForAll long seed, @ForAll @IntRange(max = 3) int count) {
        TypeMap.Pair pair = random(seed, ALL);
        long[] places = pair.map().places(count);
        long origin = origin(places);
        byte[] data = data(places, origin, seed);
        byte[] expected = new byte[places.length];
        for (int i = 0; i < places.length; i++) {
            expected[i] = data[(int) (origin + places[i])];
        }
        assertArrayEquals(expected, pack(MappedMemory.of(data, pair.layout(), origin), places.length, seed));
        ByteBuffer direct = ByteBuffer.allocateDirect(data.length).put(0, data).limit(0);
        assertArrayEquals(expected, pack(MappedMemory.of(direct, pair.layout(), origin), places.length, seed));
    }

    @Property
    void unpacksToWhereTheTypeMapSaysAndNowhereElse(@ForAll long seed, @ForAll @IntRange(max = 3) int count) {
        TypeMap.Pair pair = random(seed, ALL);
        long[] places = pair.map().places(count);
        Assume.that(Arrays.stream(places).distinct().count() == places.length);
        long origin = origin(places);
        byte[] data = data(places, origin, seed);
        byte[] expected = data.clone();
        byte[] packed = bytes(places.length, seed + 1);
        for (int i = 0; i < places.length; i++) {
            expected[(int) (origin + places[i])] = packed[i];
        }
        unpack(packed, MappedMemory.of(data, pair.layout(), origin), seed);
        assertArrayEquals(expected, data);
    }

    @Property
    void typedBuffersAreThoseBytes(
            @ForAll Element element, @ForAll BufferKind kind, @ForAll long seed, @ForAll @IntRange(max = 3) int count) {
        Assume.that(kind.holds(element));
        TypeMap.Pair pair = random(seed, element);
        long[] places = pair.map().places(count);
        long origin = roundUp(origin(places), 8);
        byte[] data = data(places, origin, seed);
        if (element == Element.BOOLEAN) {
            for (int i = 0; i < data.length; i++) {
                data[i] &= 1;
            }
        }
        int length = data.length / element.size();
        Object buffer = kind.make(element, length);
        UserMemory.copyBetween(data, 0, buffer, 0, (long) length * element.size());
        byte[] expected = pack(MappedMemory.of(data, pair.layout(), origin), places.length, seed);
        UserMemory mapped = MappedMemory.of(buffer, pair.layout(), origin);
        assertArrayEquals(expected, pack(mapped, places.length, seed));

        Assume.that(Arrays.stream(places).distinct().count() == places.length);
        Object target = kind.make(element, length);
        unpack(expected, MappedMemory.of(target, pair.layout(), origin), seed);
        assertArrayEquals(expected, pack(MappedMemory.of(target, pair.layout(), origin), places.length, seed + 2));
    }

    @Property(tries = 500)
    void copiesBetweenLayouts(@ForAll long seed, @ForAll @IntRange(max = 3) int count) {
        TypeMap.Pair from = random(seed, Element.INT);
        long[] places = from.map().places(count);
        long origin = roundUp(origin(places), 4);
        byte[] data = data(places, origin, seed);
        int ints = places.length / Integer.BYTES;
        int[] plain = new int[ints];
        UserMemory mapped = MappedMemory.of(data, from.layout(), origin);
        UserMemory.copyBetween(mapped, 0, plain, 0, places.length);
        int[] spaced = new int[2 * ints + 1];
        Layout second = Layout.of(Element.INT).resized(0, 8);
        UserMemory.copyBetween(mapped, 0, MappedMemory.of(spaced, second, 4), 0, places.length);
        ByteBuffer expected = ByteBuffer.wrap(pack(mapped, places.length, seed)).order(ByteOrder.nativeOrder());
        for (int i = 0; i < ints; i++) {
            assertEquals(expected.getInt(4 * i), plain[i], "plain " + i);
            assertEquals(plain[i], spaced[2 * i + 1], "spaced " + i);
        }
    }

    private static long roundUp(long number, long unit) {
        return (number + unit - 1) / unit * unit;
    }

    private static long origin(long[] places) {
        return -Math.min(0, Arrays.stream(places).min().orElse(0));
    }

    private static byte[] data(long[] places, long origin, long seed) {
        long end = origin + Arrays.stream(places).max().orElse(0) + 1;
        return bytes((int) (end + 7) & -8, seed);
    }

    private static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Packs in pieces whose lengths are multiples of 64, as those of messages. */
    private static byte[] pack(UserMemory mapped, int length, long seed) {
        Random random = new Random(seed);
        byte[] packed = new byte[length];
        for (int done = 0; done < length; ) {
            int piece = Math.min(length - done, 64 * (1 + random.nextInt(10)));
            ByteBuffer memory = ByteBuffer.allocateDirect(16 + piece);
            mapped.pack(mapped, done, piece, new Wire(memory), 16);
            memory.get(16, packed, done, piece);
            done += piece;
        }
        return packed;
    }

    private static void unpack(byte[] packed, UserMemory mapped, long seed) {
        Random random = new Random(seed);
        for (int done = 0; done < packed.length; ) {
            int piece = Math.min(packed.length - done, 64 * (1 + random.nextInt(10)));
            ByteBuffer memory = ByteBuffer.allocateDirect(16 + piece);
            memory.put(16, packed, done, piece);
            mapped.unpack(new Wire(memory), 16, mapped, done, piece);
            done += piece;
        }
    }
}
