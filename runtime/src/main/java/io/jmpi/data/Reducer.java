package io.jmpi.data;

import java.nio.Buffer;

/**
 * Element-wise reduction of buffers of one element: {@code target = source OP target}.
 *
 * <p>May be called from any thread. Buffers may be arrays or {@code java.nio} buffers of the element, of either byte
 * order, or raw bytes ({@code byte[]}, {@code ByteBuffer}) that hold the element in the machine's order.
 *
 * <p>The inner loops run over two arrays at a common index, because C2 vectorises nothing else: it cannot rule out that
 * arrays at different indices overlap (SUM of {@code short[]} on JDK 17: 55 GB/s at a common index, 6 at two). So whatever
 * is no array, or no array at the same index, goes through two small arrays, in bulk copies that stay in the first-level
 * cache (26 GB/s). Who lays out memory for a reduction does well to put both sides at the same index.
 *
 * <p>Each loop is a method of its own: among others in one method, LAND of {@code byte[]} ran at 0.4 GB/s, alone at 2.3.
 */
public abstract class Reducer {

    private static final int PIECE_LENGTH = 8 << 10;

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

    /** One operation of this reducer. */
    public final Reduction reduction(Operator op) {
        return new ElementReduction(this, op);
    }

    /** Whether an operation is defined on the element. */
    public final boolean supports(Operator op) {
        return switch (op) {
            case MAX, MIN, SUM, PROD -> memory.element() != Element.BOOLEAN;
            case LAND, BAND, LOR, BOR, LXOR, BXOR ->
                memory.element() != Element.FLOAT && memory.element() != Element.DOUBLE;
            case MINLOC, MAXLOC -> false;
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
        long length = count << shift;
        if (op == Operator.REPLACE) {
            UserMemory.copyBetween(source, sourceOffset, target, targetOffset, length);
            return;
        }
        reduceTyped(
                op,
                rawSource ? memory.viewOfRaw(source, sourceOffset, length) : source,
                rawSource ? 0 : sourceOffset,
                rawTarget ? memory.viewOfRaw(target, targetOffset, length) : target,
                rawTarget ? 0 : targetOffset,
                count);
    }

    /**
     * One loop for all cases, with one call of each kind: every further one would be compiled into it as well, and four loops
     * with seven copies kept the compiler of a young JVM busy for an eighth of a second.
     */
    private void reduceTyped(
            Operator op, Object source, long sourceOffset, Object target, long targetOffset, long count) {
        Object from = arrayOf(source);
        Object to = arrayOf(target);
        int start = to == null ? 0 : indexOf(target, targetOffset);
        long length = count << shift;
        boolean inPlace = to != null && from != null && indexOf(source, sourceOffset) == start;
        boolean reaches = to != null && start + count <= PIECE_LENGTH >> shift;
        Staging staged = inPlace ? null : staging();
        Object left = inPlace ? from : staged.source;
        Object right = inPlace || reaches ? to : staged.target;
        int first = inPlace || reaches ? start : 0;
        long longest = inPlace ? length : PIECE_LENGTH;
        for (long done = 0; done < length; done += longest) {
            long piece = Math.min(longest, length - done);
            if (left != from) {
                memory.copy(source, sourceOffset + done, left, (long) first << shift, piece);
            }
            if (right != to) {
                memory.copy(target, targetOffset + done, right, 0, piece);
            }
            combine(op, left, right, first, first + (int) (piece >> shift));
            if (right != to) {
                memory.copy(right, 0, target, targetOffset + done, piece);
            }
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

    /** The array of the element behind a buffer, or null. */
    private Object arrayOf(Object buffer) {
        if (buffer instanceof Buffer view) {
            // raw bytes of booleans may have an array, but not of booleans
            return view.hasArray() && memory != BooleanMemory.INSTANCE ? view.array() : null;
        }
        return buffer;
    }

    private int indexOf(Object buffer, long offset) {
        int index = (int) (offset >> shift);
        return buffer instanceof Buffer view ? view.arrayOffset() + index : index;
    }

    private Staging staging() {
        Staging mine = staging.get();
        if (mine == null) {
            mine = new Staging(newArray(PIECE_LENGTH >> shift), newArray(PIECE_LENGTH >> shift));
            staging.set(mine);
        }
        return mine;
    }
}
