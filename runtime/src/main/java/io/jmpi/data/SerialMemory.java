package io.jmpi.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Objects in serialised form, as many bytes as they take up to 16 GiB: written and read as streams, sent and received as longs.
 * Both a buffer and its memory. Used by one thread at a time.
 *
 * <pre>
 *   blocks   |  64 MiB                   |  64 MiB                   |  less         |
 *   objects  | first object      p | second object                      p | third  p |
 * </pre>
 *
 * An object begins at a long. Its padding p, 1 to 8 bytes, makes it end with one; each of them says how many they are.
 */
public final class SerialMemory extends UserMemory {

    /** The most longs that one holds. */
    public static final int LONGEST = Integer.MAX_VALUE - 8;

    private static final int BLOCK = 64 << 20;
    private static final int LONGS = BLOCK / Long.BYTES;
    private static final int SHORTEST = 512;

    private byte[][] blocks = {};
    private LongBuffer[] views = {};
    private int sealed; // longs
    private long end; // bytes

    /** An empty one, to be written to. */
    public SerialMemory() {
        super(Element.LONG);
    }

    /** One to receive into. */
    public SerialMemory(int longs) {
        this();
        long bytes = (long) longs * Long.BYTES;
        int count = (int) ((bytes + BLOCK - 1) / BLOCK);
        blocks = new byte[count][];
        views = new LongBuffer[count];
        for (int block = 0; block < count; block++) {
            set(block, new byte[(int) Math.min(BLOCK, bytes - (long) block * BLOCK)]);
        }
        sealed = longs;
        end = bytes;
    }

    private void set(int block, byte[] bytes) {
        blocks[block] = bytes;
        views[block] = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asLongBuffer();
    }

    /** How many longs the objects take that were {@linkplain #seal ended}. */
    public int longs() {
        return sealed;
    }

    /** Takes the bytes of the next object. */
    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                room()[(int) (end % BLOCK)] = (byte) value;
                end++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                int left = length;
                while (left > 0) {
                    byte[] block = room();
                    int within = (int) (end % BLOCK);
                    int part = Math.min(left, block.length - within);
                    System.arraycopy(bytes, offset + length - left, block, within, part);
                    end += part;
                    left -= part;
                }
            }
        };
    }

    /** The block that the next byte goes to, with room for it. */
    private byte[] room() throws IOException {
        int last = (int) (end / BLOCK);
        int within = (int) (end % BLOCK);
        if (end >= (long) LONGEST * Long.BYTES - Long.BYTES) {
            throw new IOException("more than " + LONGEST + " times 8 bytes");
        }
        if (last == blocks.length) {
            blocks = Arrays.copyOf(blocks, last + 1);
            views = Arrays.copyOf(views, last + 1);
            set(last, new byte[last == 0 ? SHORTEST : BLOCK]);
        } else if (within == blocks[last].length) {
            set(last, Arrays.copyOf(blocks[last], 2 * within));
        }
        return blocks[last];
    }

    /** Ends an object; returns how many longs it takes. */
    public int seal() throws IOException {
        int padding = Long.BYTES - (int) (end % Long.BYTES);
        for (int i = 0; i < padding; i++) {
            room()[(int) (end % BLOCK)] = (byte) padding;
            end++;
        }
        int before = sealed;
        sealed = (int) (end / Long.BYTES);
        return sealed - before;
    }

    /**
     * The bytes of an object.
     *
     * @param first its first long
     * @param count its longs, 1 or more
     * @throws IOException when these are not those of an object
     */
    public InputStream input(int first, int count) throws IOException {
        long begin = (long) first * Long.BYTES;
        long length = (long) count * Long.BYTES;
        int padding = count == 0 ? 0 : at(begin + length - 1);
        if (padding < 1 || padding > Long.BYTES) {
            throw new IOException("it was not sent as an object");
        }
        return new Input(begin, begin + length - padding);
    }

    private byte at(long position) {
        return blocks[(int) (position / BLOCK)][(int) (position % BLOCK)];
    }

    @Override
    int arrayLength(Object array) {
        return sealed;
    }

    /** The message memory itself, as mapped memory has it. */
    @Override
    public Object view(Wire wire) {
        return wire;
    }

    @Override
    void move(Object source, int from, Object target, int to, int count) {
        boolean packing = target instanceof Wire;
        LongBuffer wire = ((Wire) (packing ? target : source)).longs();
        int at = packing ? to : from;
        int next = packing ? from : to;
        for (int left = count; left > 0; ) {
            LongBuffer block = views[next / LONGS];
            int within = next % LONGS;
            int part = Math.min(left, LONGS - within);
            if (packing) {
                wire.put(at, block, within, part);
            } else {
                block.put(within, wire, at, part);
            }
            at += part;
            next += part;
            left -= part;
        }
    }

    @Override
    void spread(Object source, int from, int step, Object target, int to, int targetStep, int count) {
        throw new UnsupportedOperationException("objects are no part of another buffer");
    }

    private final class Input extends InputStream {

        private final long last;
        private long next;

        Input(long first, long last) {
            this.next = first;
            this.last = last;
        }

        @Override
        public int read() {
            return next == last ? -1 : at(next++) & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (next == last) {
                return -1;
            }
            int within = (int) (next % BLOCK);
            int part = (int) Math.min(Math.min(length, last - next), BLOCK - within);
            System.arraycopy(blocks[(int) (next / BLOCK)], within, bytes, offset, part);
            next += part;
            return part;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, last - next);
        }
    }
}
