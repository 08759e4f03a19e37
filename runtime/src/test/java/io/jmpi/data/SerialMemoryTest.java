package io.jmpi.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SerialMemoryTest {

    private static final int BLOCK = 64 << 20;

    private static byte[] noise(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void write(OutputStream out, byte[] bytes, Random random) throws IOException {
        int at = 0;
        while (at < bytes.length) {
            int part = Math.min(bytes.length - at, random.nextInt(1 + bytes.length));
            if (part < 2) {
                out.write(bytes[at]);
                part = 1;
            } else {
                out.write(bytes, at, part);
            }
            at += part;
        }
    }

    /** As a message does it, piece by piece. */
    private static void transfer(SerialMemory from, int first, SerialMemory to, int at, int longs, int piece) {
        Wire wire = new Wire(ByteBuffer.allocateDirect(piece * Long.BYTES));
        for (int done = 0; done < longs; done += piece) {
            int part = Math.min(piece, longs - done) * Long.BYTES;
            from.pack(from, (first + done) * 8L, part, wire, 0);
            to.unpack(wire, 0, to, (at + done) * 8L, part);
        }
    }

    private static byte[] read(SerialMemory memory, int first, int longs) throws IOException {
        try (InputStream in = memory.input(first, longs)) {
            return in.readAllBytes();
        }
    }

    @Property(tries = 200)
    void shouldBringObjectsToOtherPlaces(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 3000) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 300) int piece,
            @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        SerialMemory written = new SerialMemory();
        List<byte[]> objects = new ArrayList<>();
        List<Integer> longs = new ArrayList<>();
        for (int length : lengths) {
            objects.add(noise(random, length));
            write(written.output(), objects.get(objects.size() - 1), random);
            longs.add(written.seal());
        }
        SerialMemory got = new SerialMemory(written.longs());
        int from = 0;
        int to = written.longs();
        for (int i = 0; i < longs.size(); i++) {
            to -= longs.get(i);
            transfer(written, from, got, to, longs.get(i), piece);
            assertArrayEquals(objects.get(i), read(got, to, longs.get(i)));
            from += longs.get(i);
        }
        assertEquals(from, got.longs());
    }

    /** One begins in a block and ends in the next but one. */
    @Property(tries = 3)
    void shouldReachOverBlocks(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        SerialMemory written = new SerialMemory();
        byte[] few = noise(random, 100);
        written.output().write(few);
        int before = written.seal();
        byte[] many = noise(random, 2 * BLOCK + random.nextInt(1000));
        write(written.output(), many, random);
        int longs = written.seal();
        SerialMemory got = new SerialMemory(longs + 5);
        transfer(written, before, got, 5, longs, 1 << 20);
        assertArrayEquals(many, read(got, 5, longs));
        assertArrayEquals(few, read(written, 0, before));
    }

    @Property(tries = 1)
    void shouldTellWhatIsNoObject() {
        assertThrows(IOException.class, () -> new SerialMemory(3).input(0, 3));
        assertThrows(IOException.class, () -> new SerialMemory(0).input(0, 0));
    }
}
