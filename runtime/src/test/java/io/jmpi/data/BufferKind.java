package io.jmpi.data;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/** The ways in which a program may hold elements; each makes a buffer, and all are read and written alike, bit by bit. */
enum BufferKind {
    ARRAY,
    HEAP,
    HEAP_SLICE,
    HEAP_VIEW_NATIVE,
    HEAP_VIEW_SWAPPED,
    DIRECT_NATIVE,
    DIRECT_SWAPPED,
    DIRECT_MISALIGNED;

    private static final ByteOrder NATIVE = ByteOrder.nativeOrder();
    private static final ByteOrder SWAPPED =
            NATIVE == ByteOrder.LITTLE_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;

    boolean holds(Element element) {
        return this == ARRAY || element != Element.BOOLEAN;
    }

    Object make(Element element, int count) {
        int length = count * element.size();
        switch (this) {
            case ARRAY:
                return array(element, count);
            case HEAP:
                return wrap(array(element, count));
            case HEAP_SLICE:
                return wrap(array(element, count + 5))
                        .position(2)
                        .limit(count + 2)
                        .slice();
            case HEAP_VIEW_NATIVE:
                return view(element, ByteBuffer.allocate(length).order(NATIVE));
            case HEAP_VIEW_SWAPPED:
                return view(element, ByteBuffer.allocate(length).order(SWAPPED));
            case DIRECT_NATIVE:
                return view(element, ByteBuffer.allocateDirect(length).order(NATIVE));
            case DIRECT_SWAPPED:
                return view(element, ByteBuffer.allocateDirect(length).order(SWAPPED));
            case DIRECT_MISALIGNED:
                return view(
                        element,
                        ByteBuffer.allocateDirect(length + 3).slice(1, length).order(NATIVE));
            default:
                throw new AssertionError(this);
        }
    }

    static Object array(Element element, int count) {
        switch (element) {
            case BYTE:
                return new byte[count];
            case BOOLEAN:
                return new boolean[count];
            case CHAR:
                return new char[count];
            case SHORT:
                return new short[count];
            case INT:
                return new int[count];
            case LONG:
                return new long[count];
            case FLOAT:
                return new float[count];
            case DOUBLE:
                return new double[count];
            default:
                throw new AssertionError(element);
        }
    }

    static Buffer wrap(Object array) {
        if (array instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        } else if (array instanceof char[] chars) {
            return CharBuffer.wrap(chars);
        } else if (array instanceof short[] shorts) {
            return ShortBuffer.wrap(shorts);
        } else if (array instanceof int[] ints) {
            return IntBuffer.wrap(ints);
        } else if (array instanceof long[] longs) {
            return LongBuffer.wrap(longs);
        } else if (array instanceof float[] floats) {
            return FloatBuffer.wrap(floats);
        }
        return DoubleBuffer.wrap((double[]) array);
    }

    static Buffer view(Element element, ByteBuffer bytes) {
        switch (element) {
            case BYTE:
                return bytes;
            case CHAR:
                return bytes.asCharBuffer();
            case SHORT:
                return bytes.asShortBuffer();
            case INT:
                return bytes.asIntBuffer();
            case LONG:
                return bytes.asLongBuffer();
            case FLOAT:
                return bytes.asFloatBuffer();
            case DOUBLE:
                return bytes.asDoubleBuffer();
            default:
                throw new AssertionError(element);
        }
    }

    static Buffer readOnly(Buffer buffer) {
        if (buffer instanceof ByteBuffer bytes) {
            return bytes.asReadOnlyBuffer();
        } else if (buffer instanceof CharBuffer chars) {
            return chars.asReadOnlyBuffer();
        } else if (buffer instanceof ShortBuffer shorts) {
            return shorts.asReadOnlyBuffer();
        } else if (buffer instanceof IntBuffer ints) {
            return ints.asReadOnlyBuffer();
        } else if (buffer instanceof LongBuffer longs) {
            return longs.asReadOnlyBuffer();
        } else if (buffer instanceof FloatBuffer floats) {
            return floats.asReadOnlyBuffer();
        }
        return ((DoubleBuffer) buffer).asReadOnlyBuffer();
    }

    /** The bits of an element, in the low end of a long. */
    static long get(Object buffer, int index) {
        if (buffer instanceof boolean[] booleans) {
            return booleans[index] ? 1 : 0;
        }
        Object typed = buffer instanceof Buffer ? buffer : wrap(buffer);
        if (typed instanceof ByteBuffer bytes) {
            return bytes.get(index) & 0xff;
        } else if (typed instanceof CharBuffer chars) {
            return chars.get(index);
        } else if (typed instanceof ShortBuffer shorts) {
            return shorts.get(index) & 0xffff;
        } else if (typed instanceof IntBuffer ints) {
            return ints.get(index) & 0xffff_ffffL;
        } else if (typed instanceof LongBuffer longs) {
            return longs.get(index);
        } else if (typed instanceof FloatBuffer floats) {
            return Float.floatToRawIntBits(floats.get(index)) & 0xffff_ffffL;
        }
        return Double.doubleToRawLongBits(((DoubleBuffer) typed).get(index));
    }

    static void set(Object buffer, int index, long bits) {
        if (buffer instanceof boolean[] booleans) {
            booleans[index] = (bits & 1) != 0;
            return;
        }
        Object typed = buffer instanceof Buffer ? buffer : wrap(buffer);
        if (typed instanceof ByteBuffer bytes) {
            bytes.put(index, (byte) bits);
        } else if (typed instanceof CharBuffer chars) {
            chars.put(index, (char) bits);
        } else if (typed instanceof ShortBuffer shorts) {
            shorts.put(index, (short) bits);
        } else if (typed instanceof IntBuffer ints) {
            ints.put(index, (int) bits);
        } else if (typed instanceof LongBuffer longs) {
            longs.put(index, bits);
        } else if (typed instanceof FloatBuffer floats) {
            floats.put(index, Float.intBitsToFloat((int) bits));
        } else {
            ((DoubleBuffer) typed).put(index, Double.longBitsToDouble(bits));
        }
    }

    /** All of a buffer, element by element. */
    static long[] bits(Object buffer, int count) {
        long[] bits = new long[count];
        for (int i = 0; i < count; i++) {
            bits[i] = get(buffer, i);
        }
        return bits;
    }
}
