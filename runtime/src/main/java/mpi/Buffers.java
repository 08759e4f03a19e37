package mpi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/**
 * Buffers for messages, part of {@link MPI}: new direct ones in the byte order of the machine, and slices, which begin
 * where the data of a call shall begin.
 *
 * <p>May be called from any thread, before {@link MPI#Init} too.
 */
abstract class Buffers extends Constants {

    Buffers() {}

    /**
     * A direct buffer of bytes, all 0.
     *
     * @param capacity number of bytes
     * @return a buffer in the byte order of the machine
     */
    public static ByteBuffer newByteBuffer(int capacity) {
        return ByteBuffer.allocateDirect(capacity).order(ByteOrder.nativeOrder());
    }

    /**
     * A direct buffer of chars, all 0.
     *
     * @param capacity number of chars
     * @return a buffer in the byte order of the machine
     */
    public static CharBuffer newCharBuffer(int capacity) {
        return bytes(capacity, Character.BYTES).asCharBuffer();
    }

    /**
     * A direct buffer of shorts, all 0.
     *
     * @param capacity number of shorts
     * @return a buffer in the byte order of the machine
     */
    public static ShortBuffer newShortBuffer(int capacity) {
        return bytes(capacity, Short.BYTES).asShortBuffer();
    }

    /**
     * A direct buffer of ints, all 0.
     *
     * @param capacity number of ints
     * @return a buffer in the byte order of the machine
     */
    public static IntBuffer newIntBuffer(int capacity) {
        return bytes(capacity, Integer.BYTES).asIntBuffer();
    }

    /**
     * A direct buffer of longs, all 0.
     *
     * @param capacity number of longs
     * @return a buffer in the byte order of the machine
     */
    public static LongBuffer newLongBuffer(int capacity) {
        return bytes(capacity, Long.BYTES).asLongBuffer();
    }

    /**
     * A direct buffer of floats, all 0.
     *
     * @param capacity number of floats
     * @return a buffer in the byte order of the machine
     */
    public static FloatBuffer newFloatBuffer(int capacity) {
        return bytes(capacity, Float.BYTES).asFloatBuffer();
    }

    /**
     * A direct buffer of doubles, all 0.
     *
     * @param capacity number of doubles
     * @return a buffer in the byte order of the machine
     */
    public static DoubleBuffer newDoubleBuffer(int capacity) {
        return bytes(capacity, Double.BYTES).asDoubleBuffer();
    }

    private static ByteBuffer bytes(int capacity, int size) {
        long bytes = (long) capacity * size;
        if (bytes > Integer.MAX_VALUE) {
            throw new MPIException(
                    MPI.ERR_ARG,
                    "a direct buffer holds at most 2147483647 bytes: capacity=" + capacity + " of " + size + " bytes");
        }
        return newByteBuffer((int) bytes);
    }

    /**
     * The part of a buffer from an index on, up to its capacity. It shares the buffer's memory.
     *
     * @param buf the buffer; its position and limit neither matter nor change
     * @param offset index of the first byte of the slice
     * @return the slice, whose index 0 is the buffer's {@code offset}
     */
    public static ByteBuffer slice(ByteBuffer buf, int offset) {
        return buf.duplicate().clear().position(offset).slice().order(ByteOrder.nativeOrder());
    }

    /**
     * The part of a buffer from an index on, up to its capacity. It shares the buffer's memory.
     *
     * @param buf the buffer; its position and limit neither matter nor change
     * @param offset index of the first char of the slice
     * @return the slice, whose index 0 is the buffer's {@code offset}
     */
    public static CharBuffer slice(CharBuffer buf, int offset) {
        return buf.duplicate().clear().position(offset).slice();
    }

    /**
     * The part of a buffer from an index on, up to its capacity. It shares the buffer's memory.
     *
     * @param buf the buffer; its position and limit neither matter nor change
     * @param offset index of the first short of the slice
     * @return the slice, whose index 0 is the buffer's {@code offset}
     */
    public static ShortBuffer slice(ShortBuffer buf, int offset) {
        return buf.duplicate().clear().position(offset).slice();
    }

    /**
     * The part of a buffer from an index on, up to its capacity. It shares the buffer's memory.
     *
     * @param buf the buffer; its position and limit neither matter nor change
     * @param offset index of the first int of the slice
     * @return the slice, whose index 0 is the buffer's {@code offset}
     */
    public static IntBuffer slice(IntBuffer buf, int offset) {
        return buf.duplicate().clear().position(offset).slice();
    }

    /**
     * The part of a buffer from an index on, up to its capacity. It shares the buffer's memory.
     *
     * @param buf the buffer; its position and limit neither matter nor change
     * @param offset index of the first long of the slice
     * @return the slice, whose index 0 is the buffer's {@code offset}
     */
    public static LongBuffer slice(LongBuffer buf, int offset) {
        return buf.duplicate().clear().position(offset).slice();
    }

    /**
     * The part of a buffer from an index on, up to its capacity. It shares the buffer's memory.
     *
     * @param buf the buffer; its position and limit neither matter nor change
     * @param offset index of the first float of the slice
     * @return the slice, whose index 0 is the buffer's {@code offset}
     */
    public static FloatBuffer slice(FloatBuffer buf, int offset) {
        return buf.duplicate().clear().position(offset).slice();
    }

    /**
     * The part of a buffer from an index on, up to its capacity. It shares the buffer's memory.
     *
     * @param buf the buffer; its position and limit neither matter nor change
     * @param offset index of the first double of the slice
     * @return the slice, whose index 0 is the buffer's {@code offset}
     */
    public static DoubleBuffer slice(DoubleBuffer buf, int offset) {
        return buf.duplicate().clear().position(offset).slice();
    }

    /**
     * The part of an array from an index on. It shares the array's memory.
     *
     * @param buf the array
     * @param offset index of the first byte of the slice
     * @return the slice, whose index 0 is the array's {@code offset}
     */
    public static ByteBuffer slice(byte[] buf, int offset) {
        return ByteBuffer.wrap(buf, offset, buf.length - offset).slice().order(ByteOrder.nativeOrder());
    }

    /**
     * The part of an array from an index on. It shares the array's memory.
     *
     * @param buf the array
     * @param offset index of the first char of the slice
     * @return the slice, whose index 0 is the array's {@code offset}
     */
    public static CharBuffer slice(char[] buf, int offset) {
        return CharBuffer.wrap(buf, offset, buf.length - offset).slice();
    }

    /**
     * The part of an array from an index on. It shares the array's memory.
     *
     * @param buf the array
     * @param offset index of the first short of the slice
     * @return the slice, whose index 0 is the array's {@code offset}
     */
    public static ShortBuffer slice(short[] buf, int offset) {
        return ShortBuffer.wrap(buf, offset, buf.length - offset).slice();
    }

    /**
     * The part of an array from an index on. It shares the array's memory.
     *
     * @param buf the array
     * @param offset index of the first int of the slice
     * @return the slice, whose index 0 is the array's {@code offset}
     */
    public static IntBuffer slice(int[] buf, int offset) {
        return IntBuffer.wrap(buf, offset, buf.length - offset).slice();
    }

    /**
     * The part of an array from an index on. It shares the array's memory.
     *
     * @param buf the array
     * @param offset index of the first long of the slice
     * @return the slice, whose index 0 is the array's {@code offset}
     */
    public static LongBuffer slice(long[] buf, int offset) {
        return LongBuffer.wrap(buf, offset, buf.length - offset).slice();
    }

    /**
     * The part of an array from an index on. It shares the array's memory.
     *
     * @param buf the array
     * @param offset index of the first float of the slice
     * @return the slice, whose index 0 is the array's {@code offset}
     */
    public static FloatBuffer slice(float[] buf, int offset) {
        return FloatBuffer.wrap(buf, offset, buf.length - offset).slice();
    }

    /**
     * The part of an array from an index on. It shares the array's memory.
     *
     * @param buf the array
     * @param offset index of the first double of the slice
     * @return the slice, whose index 0 is the array's {@code offset}
     */
    public static DoubleBuffer slice(double[] buf, int offset) {
        return DoubleBuffer.wrap(buf, offset, buf.length - offset).slice();
    }
}
