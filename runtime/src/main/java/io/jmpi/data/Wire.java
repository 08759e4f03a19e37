package io.jmpi.data;

import io.jmpi.os.NativeCopy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/**
 * Memory that messages are in, seen as any primitive in the machine's byte order.
 *
 * <p>The views are made when first asked for and kept, so that a copy in bulk allocates nothing. They all cover the
 * whole memory and are used by absolute index only: element {@code i} of a view is at byte {@code i * size}. Used by one
 * thread at a time.
 */
public final class Wire {

    private final ByteBuffer bytes;
    private final Haul haul;
    private long address;
    private CharBuffer chars;
    private ShortBuffer shorts;
    private IntBuffer ints;
    private LongBuffer longs;
    private FloatBuffer floats;
    private DoubleBuffer doubles;

    /** @param memory all of it, from index 0 to its capacity; its own position, limit and order do not matter */
    public Wire(ByteBuffer memory) {
        this(memory, null);
    }

    /**
     * The same, shared with others.
     *
     * @param haul how long pieces get there, null if it does not matter
     */
    public Wire(ByteBuffer memory, Haul haul) {
        this.bytes = memory.duplicate().clear().order(ByteOrder.nativeOrder());
        this.haul = haul;
    }

    Haul haul() {
        return haul;
    }

    /** Where direct memory begins, once {@link NativeCopy} is ready. */
    long address() {
        if (address == 0) {
            address = NativeCopy.address(bytes);
        }
        return address;
    }

    public ByteBuffer bytes() {
        return bytes;
    }

    public CharBuffer chars() {
        CharBuffer view = chars;
        if (view == null) {
            view = bytes.asCharBuffer();
            chars = view;
        }
        return view;
    }

    public ShortBuffer shorts() {
        ShortBuffer view = shorts;
        if (view == null) {
            view = bytes.asShortBuffer();
            shorts = view;
        }
        return view;
    }

    public IntBuffer ints() {
        IntBuffer view = ints;
        if (view == null) {
            view = bytes.asIntBuffer();
            ints = view;
        }
        return view;
    }

    public LongBuffer longs() {
        LongBuffer view = longs;
        if (view == null) {
            view = bytes.asLongBuffer();
            longs = view;
        }
        return view;
    }

    public FloatBuffer floats() {
        FloatBuffer view = floats;
        if (view == null) {
            view = bytes.asFloatBuffer();
            floats = view;
        }
        return view;
    }

    public DoubleBuffer doubles() {
        DoubleBuffer view = doubles;
        if (view == null) {
            view = bytes.asDoubleBuffer();
            doubles = view;
        }
        return view;
    }
}
