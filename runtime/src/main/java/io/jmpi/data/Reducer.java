package io.jmpi.data;

import java.nio.Buffer;

/**
 * Element-wise reduction of buffers of one element: {@code target = source OP target}.
 *
 * <p>May be called from any thread. Buffers may be arrays or {@code java.nio} buffers of the element, of either byte
 * order, or raw bytes ({@code byte[]}, {@code ByteBuffer}) that hold the element in the machine's order.
 *
 * <p>The inner loops run over two arrays at a common index, because C2 vectorises nothing else: it cannot rule out that
 * arrays at different indices overlap (measured on JDK 17: SUM of {@code double[]} 79 GB/s at a common index, 26 at two).
 * So whatever is no array, or no array at the same index, goes through two small arrays, in bulk copies that stay in the
 * first-level cache.
 */
public abstract class Reducer {

    private static final int PIECE_LENGTH = 4 << 10;

    private final UserMemory memory;
    private final int shift;
    private final ThreadLocal<Staging> staging = new ThreadLocal<>();

    /** Two arrays of {@link #PIECE_LENGTH} bytes. */
    private static final class Staging {

        final Object source;
        final Object target;

        Staging(Object source, Object target) {
            this.source = source;
            this.target = target;
        }
    }

    Reducer(UserMemory memory) {
        this.memory = memory;
        this.shift = memory.element().shift();
    }

    /** The reducer of an element. Bytes and chars are unsigned. */
    public static Reducer of(Element element) {
        return switch (element) {
            case BYTE -> ByteReducer.INSTANCE;
            case BOOLEAN -> BooleanReducer.INSTANCE;
            case CHAR -> CharReducer.INSTANCE;
            case SHORT -> ShortReducer.INSTANCE;
            case INT -> IntReducer.INSTANCE;
            case LONG -> LongReducer.INSTANCE;
            case FLOAT -> FloatReducer.INSTANCE;
            case DOUBLE -> DoubleReducer.INSTANCE;
        };
    }

    /** Whether an operation is defined on the element. */
    public final boolean supports(Operator op) {
        return switch (op) {
            case MAX, MIN, SUM, PROD -> memory.element() != Element.BOOLEAN;
            case LAND, BAND, LOR, BOR, LXOR, BXOR ->
                memory.element() != Element.FLOAT && memory.element() != Element.DOUBLE;
            case REPLACE, NO_OP -> true;
        };
    }

    /**
     * Reduces a range. Source and target may be the same range but must not overlap otherwise. Allocates nothing after
     * a thread's first call, except a view of each buffer of raw bytes.
     *
     * @param sourceOffset in bytes; a multiple of the element's size, unless the buffer is raw bytes
     * @param targetOffset likewise
     * @param count elements
     * @throws IllegalArgumentException when the operation is not defined on the element, or a buffer holds another one
     */
    public final void reduce(
            Operator op, Object source, long sourceOffset, Object target, long targetOffset, long count) {
        if (!supports(op)) {
            throw undefined(op);
        }
        boolean rawSource = isRaw(source);
        boolean rawTarget = isRaw(target);
        if (op == Operator.NO_OP || count == 0) {
            return;
        }
        if (op == Operator.REPLACE) {
            UserMemory.copyBetween(source, sourceOffset, target, targetOffset, count << shift);
            return;
        }
        if (!rawSource && !rawTarget) {
            Object from = arrayOf(source);
            Object to = arrayOf(target);
            int index = indexOf(source, sourceOffset);
            if (from != null && to != null && index == indexOf(target, targetOffset)) {
                combine(op, from, to, index, index + (int) count);
                return;
            }
        }
        long length = count << shift;
        Wire sourceWire = rawSource ? ByteMemory.wire(source, sourceOffset, length) : null;
        Wire targetWire = rawTarget ? ByteMemory.wire(target, targetOffset, length) : null;
        long sourceAt = rawSource ? 0 : sourceOffset;
        long targetAt = rawTarget ? 0 : targetOffset;
        Staging staged = staging();
        for (long done = 0; done < length; done += PIECE_LENGTH) {
            int piece = (int) Math.min(PIECE_LENGTH, length - done);
            load(source, sourceWire, sourceAt + done, staged.source, piece);
            load(target, targetWire, targetAt + done, staged.target, piece);
            combine(op, staged.source, staged.target, 0, piece >> shift);
            store(staged.target, target, targetWire, targetAt + done, piece);
        }
    }

    /** Combines two arrays of the element at the indices {@code [from, end)}. */
    abstract void combine(Operator op, Object sourceArray, Object targetArray, int from, int end);

    abstract Object newArray(int length);

    final IllegalArgumentException undefined(Operator op) {
        return new IllegalArgumentException(op + " is not defined on " + memory.element());
    }

    private boolean isRaw(Object buffer) {
        UserMemory actual = UserMemory.of(buffer);
        if (actual == memory) {
            return false;
        }
        if (actual == ByteMemory.INSTANCE) {
            return true;
        }
        throw new IllegalArgumentException(
                "cannot reduce " + memory.element() + " in " + buffer.getClass().getTypeName());
    }

    private static Object arrayOf(Object buffer) {
        if (buffer instanceof Buffer view) {
            return view.hasArray() ? view.array() : null;
        }
        return buffer;
    }

    private int indexOf(Object buffer, long offset) {
        int index = (int) (offset >> shift);
        return buffer instanceof Buffer view && view.hasArray() ? view.arrayOffset() + index : index;
    }

    private Staging staging() {
        Staging mine = staging.get();
        if (mine == null) {
            mine = new Staging(newArray(PIECE_LENGTH >> shift), newArray(PIECE_LENGTH >> shift));
            staging.set(mine);
        }
        return mine;
    }

    private void load(Object buffer, Wire raw, long at, Object array, int length) {
        if (raw == null) {
            memory.copy(buffer, at, array, 0, length);
        } else {
            memory.unpack(raw, (int) at, array, 0, length);
        }
    }

    private void store(Object array, Object buffer, Wire raw, long at, int length) {
        if (raw == null) {
            memory.copy(array, 0, buffer, at, length);
        } else {
            memory.pack(array, 0, length, raw, (int) at);
        }
    }
}
