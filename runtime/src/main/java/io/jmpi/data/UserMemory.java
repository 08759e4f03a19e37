package io.jmpi.data;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/**
 * How to move data between the buffers of one primitive type, arrays and {@code java.nio} buffers alike, and message
 * memory.
 *
 * <p>Stateless, if they are such buffers; may be called from any thread. Offsets and lengths are bytes and multiples of the element's size, and
 * ranges lie within the {@link #capacity}: that is the caller's to check. Offsets count from index 0 of a buffer; its
 * position and limit neither matter nor move. Nothing is allocated, except a few objects when a range reaches beyond a
 * buffer's limit.
 */
public abstract class UserMemory {

    private static final int STAGED = 8 << 10;

    private final Element element;
    private final int shift;

    UserMemory(Element element) {
        this.element = element;
        this.shift = element.shift();
    }

    /**
     * The memory that an object is.
     *
     * @throws IllegalArgumentException when it is neither an array of primitives nor a {@code java.nio} buffer
     */
    public static UserMemory of(Object buffer) {
        if (buffer instanceof byte[]) {
            return ByteMemory.INSTANCE;
        }
        if (buffer instanceof double[]) {
            return DoubleMemory.INSTANCE;
        }
        if (buffer instanceof int[]) {
            return IntMemory.INSTANCE;
        }
        if (buffer instanceof Buffer) {
            return ofBuffer(buffer);
        }
        return ofArray(buffer);
    }

    private static UserMemory ofBuffer(Object buffer) {
        if (buffer instanceof ByteBuffer) {
            return ByteMemory.INSTANCE;
        }
        if (buffer instanceof DoubleBuffer) {
            return DoubleMemory.INSTANCE;
        }
        if (buffer instanceof IntBuffer) {
            return IntMemory.INSTANCE;
        }
        if (buffer instanceof LongBuffer) {
            return LongMemory.INSTANCE;
        }
        if (buffer instanceof FloatBuffer) {
            return FloatMemory.INSTANCE;
        }
        if (buffer instanceof CharBuffer) {
            return CharMemory.INSTANCE;
        }
        if (buffer instanceof ShortBuffer) {
            return ShortMemory.INSTANCE;
        }
        throw unsupported(buffer);
    }

    private static UserMemory ofArray(Object buffer) {
        if (buffer instanceof long[]) {
            return LongMemory.INSTANCE;
        }
        if (buffer instanceof float[]) {
            return FloatMemory.INSTANCE;
        }
        if (buffer instanceof char[]) {
            return CharMemory.INSTANCE;
        }
        if (buffer instanceof short[]) {
            return ShortMemory.INSTANCE;
        }
        if (buffer instanceof boolean[]) {
            return BooleanMemory.INSTANCE;
        }
        if (buffer instanceof UserMemory mapped) {
            return mapped;
        }
        if (buffer instanceof ForeignBuffer foreign) {
            return foreign.memory();
        }
        throw unsupported(buffer);
    }

    /** The memory of arrays of an element. */
    static UserMemory of(Element element) {
        return switch (element) {
            case BYTE -> ByteMemory.INSTANCE;
            case BOOLEAN -> BooleanMemory.INSTANCE;
            case CHAR -> CharMemory.INSTANCE;
            case SHORT -> ShortMemory.INSTANCE;
            case INT -> IntMemory.INSTANCE;
            case LONG -> LongMemory.INSTANCE;
            case FLOAT -> FloatMemory.INSTANCE;
            case DOUBLE -> DoubleMemory.INSTANCE;
        };
    }

    private static IllegalArgumentException unsupported(Object buffer) {
        String found = buffer == null ? "null" : buffer.getClass().getTypeName();
        return new IllegalArgumentException(
                "not a message buffer: " + found + "; use an array of primitives or a java.nio buffer");
    }

    /** What the buffers hold; {@link Element#BYTE}, for raw bytes, also if something else has been stored in them. */
    public final Element element() {
        return element;
    }

    /** Bytes in a buffer, whatever its position and limit. */
    public final long capacity(Object buffer) {
        long count = buffer instanceof Buffer view ? view.capacity() : arrayLength(buffer);
        return count << shift;
    }

    /** A buffer of raw bytes that the system can read or write where it is, or null if it is none. */
    public static ByteBuffer direct(Object buffer) {
        return buffer instanceof ByteBuffer bytes && bytes.isDirect() ? bytes : null;
    }

    abstract int arrayLength(Object array);

    /** A message of so many bytes from an offset on begins, whose parts will be packed, or unpacked, in their order. */
    public void begin(long offset, long length) {
        // nothing to prepare in memory of this process
    }

    /** It ends, perhaps before its last byte. */
    public void end() {
        // nothing is under way
    }

    /** Bytes to copy at a time where this must go through message memory. */
    int longestPiece() {
        return STAGED;
    }

    /** Whether nothing can be received into a buffer. */
    public final boolean isReadOnly(Object buffer) {
        return buffer instanceof Buffer view && view.isReadOnly();
    }

    /** Message memory as a buffer of this kind; memory that is mapped has no such view. */
    public abstract Object view(Wire wire);

    /** Copies elements between arrays and buffers of this memory, as if they were copied aside first. */
    abstract void move(Object source, int from, Object target, int to, int count);

    /**
     * Copies single elements, every {@code step}-th of the source to every {@code targetStep}-th of the target, at least
     * one of which is an array.
     */
    abstract void spread(Object source, int from, int step, Object target, int to, int targetStep, int count);

    /** Copies from a buffer into message memory. */
    public final void pack(Object buffer, long offset, int length, Wire wire, int at) {
        if (length >= Haul.LEAST && wire.haul() != null) {
            wire.haul().put(this, buffer, offset, length, wire, at);
        } else {
            put(buffer, offset, length, wire, at);
        }
    }

    /** The same by the JVM's copy. */
    final void put(Object buffer, long offset, int length, Wire wire, int at) {
        move(buffer, (int) (offset >> shift), view(wire), at >> shift, length >> shift);
    }

    /** Copies from message memory into a buffer. */
    public final void unpack(Wire wire, int at, Object buffer, long offset, int length) {
        move(view(wire), at >> shift, buffer, (int) (offset >> shift), length >> shift);
    }

    /**
     * Copies between two buffers of this memory, arrays or not. Ranges may overlap, also when two buffers share their
     * memory: the result is as if the data had been copied aside first.
     */
    public final void copy(Object source, long sourceOffset, Object target, long targetOffset, long length) {
        int count = (int) (length >> shift);
        move(source, (int) (sourceOffset >> shift), target, (int) (targetOffset >> shift), count);
    }

    /** What {@link #move} takes for a range of raw bytes that hold this memory's element; it is moved from index 0. */
    final Object viewOfRaw(Object raw, long offset, long length) {
        return view(ByteMemory.wire(raw, offset, length));
    }

    /**
     * Copies between two buffers of the same element, or between raw bytes and any element in the machine's order; the
     * offset of raw bytes need not be aligned. Otherwise like {@link #copy}, and allocates a view of raw bytes when the
     * other buffer is typed.
     *
     * @throws IllegalArgumentException when the buffers hold different elements
     */
    public static void copyBetween(Object source, long sourceOffset, Object target, long targetOffset, long length) {
        UserMemory from = of(source);
        UserMemory to = of(target);
        if (from == source || to == target || from instanceof ForeignMemory || to instanceof ForeignMemory) {
            copyStaged(from, source, sourceOffset, to, target, targetOffset, length);
        } else if (from == to) {
            from.copy(source, sourceOffset, target, targetOffset, length);
        } else if (to == ByteMemory.INSTANCE) {
            from.copy(source, sourceOffset, from.viewOfRaw(target, targetOffset, length), 0, length);
        } else if (from == ByteMemory.INSTANCE) {
            to.copy(to.viewOfRaw(source, sourceOffset, length), 0, target, targetOffset, length);
        } else {
            throw new IllegalArgumentException(
                    "cannot copy from " + source.getClass().getTypeName() + " to "
                            + target.getClass().getTypeName() + ": their elements differ");
        }
    }

    /** Copies piece by piece through message memory, which every memory understands. */
    private static void copyStaged(
            UserMemory from,
            Object source,
            long sourceOffset,
            UserMemory to,
            Object target,
            long targetOffset,
            long length) {
        int piece = (int) Math.min(length, Math.max(from.longestPiece(), to.longestPiece()));
        Wire wire = new Wire(ByteBuffer.allocate(piece));
        from.begin(sourceOffset, length);
        to.begin(targetOffset, length);
        for (long done = 0; done < length; done += piece) {
            int part = (int) Math.min(piece, length - done);
            from.pack(source, sourceOffset + done, part, wire, 0);
            to.unpack(wire, 0, target, targetOffset + done, part);
        }
        from.end();
        to.end();
    }
}
