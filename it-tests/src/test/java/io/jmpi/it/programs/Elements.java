package io.jmpi.it.programs;

import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import mpi.Datatype;
import mpi.MPI;

/**
 * Buffers of every element type, made, written and read alike. Values are small whole numbers, which every type holds;
 * booleans hold whether a number is odd.
 */
final class Elements {

    static final List<Datatype> TYPES =
            List.of(MPI.BYTE, MPI.BOOLEAN, MPI.CHAR, MPI.SHORT, MPI.INT, MPI.LONG, MPI.FLOAT, MPI.DOUBLE);

    private Elements() {}

    static int size(Datatype type) {
        return switch (type.getName()) {
            case "MPI.BYTE", "MPI.BOOLEAN" -> 1;
            case "MPI.CHAR", "MPI.SHORT" -> 2;
            case "MPI.INT", "MPI.FLOAT" -> 4;
            default -> 8;
        };
    }

    static Object array(Datatype type, int count) {
        return switch (type.getName()) {
            case "MPI.BYTE" -> new byte[count];
            case "MPI.BOOLEAN" -> new boolean[count];
            case "MPI.CHAR" -> new char[count];
            case "MPI.SHORT" -> new short[count];
            case "MPI.INT" -> new int[count];
            case "MPI.LONG" -> new long[count];
            case "MPI.FLOAT" -> new float[count];
            default -> new double[count];
        };
    }

    static Object direct(Datatype type, int count) {
        return switch (type.getName()) {
            case "MPI.BYTE" -> MPI.newByteBuffer(count);
            case "MPI.CHAR" -> MPI.newCharBuffer(count);
            case "MPI.SHORT" -> MPI.newShortBuffer(count);
            case "MPI.INT" -> MPI.newIntBuffer(count);
            case "MPI.LONG" -> MPI.newLongBuffer(count);
            case "MPI.FLOAT" -> MPI.newFloatBuffer(count);
            default -> MPI.newDoubleBuffer(count);
        };
    }

    static Object view(Datatype type, ByteBuffer bytes) {
        return switch (type.getName()) {
            case "MPI.BYTE" -> bytes;
            case "MPI.CHAR" -> bytes.asCharBuffer();
            case "MPI.SHORT" -> bytes.asShortBuffer();
            case "MPI.INT" -> bytes.asIntBuffer();
            case "MPI.LONG" -> bytes.asLongBuffer();
            case "MPI.FLOAT" -> bytes.asFloatBuffer();
            default -> bytes.asDoubleBuffer();
        };
    }

    static Object wrap(Object array) {
        if (array instanceof byte[] it) {
            return ByteBuffer.wrap(it);
        } else if (array instanceof char[] it) {
            return CharBuffer.wrap(it);
        } else if (array instanceof short[] it) {
            return ShortBuffer.wrap(it);
        } else if (array instanceof int[] it) {
            return IntBuffer.wrap(it);
        } else if (array instanceof long[] it) {
            return LongBuffer.wrap(it);
        } else if (array instanceof float[] it) {
            return FloatBuffer.wrap(it);
        } else {
            return DoubleBuffer.wrap((double[]) array);
        }
    }

    /** MPI's own slice of an array or a buffer. */
    static Object slice(Object memory, int offset) {
        Object whole = memory instanceof Buffer ? memory : null;
        if (whole instanceof ByteBuffer it) {
            return MPI.slice(it, offset);
        } else if (whole instanceof CharBuffer it) {
            return MPI.slice(it, offset);
        } else if (whole instanceof ShortBuffer it) {
            return MPI.slice(it, offset);
        } else if (whole instanceof IntBuffer it) {
            return MPI.slice(it, offset);
        } else if (whole instanceof LongBuffer it) {
            return MPI.slice(it, offset);
        } else if (whole instanceof FloatBuffer it) {
            return MPI.slice(it, offset);
        } else if (whole instanceof DoubleBuffer it) {
            return MPI.slice(it, offset);
        }
        return sliceOfArray(memory, offset);
    }

    private static Object sliceOfArray(Object array, int offset) {
        if (array instanceof byte[] it) {
            return MPI.slice(it, offset);
        } else if (array instanceof char[] it) {
            return MPI.slice(it, offset);
        } else if (array instanceof short[] it) {
            return MPI.slice(it, offset);
        } else if (array instanceof int[] it) {
            return MPI.slice(it, offset);
        } else if (array instanceof long[] it) {
            return MPI.slice(it, offset);
        } else if (array instanceof float[] it) {
            return MPI.slice(it, offset);
        } else {
            return MPI.slice((double[]) array, offset);
        }
    }

    static void put(Object memory, int index, long value) {
        if (memory instanceof byte[] it) {
            it[index] = (byte) value;
        } else if (memory instanceof boolean[] it) {
            it[index] = (value & 1) != 0;
        } else if (memory instanceof char[] it) {
            it[index] = (char) value;
        } else if (memory instanceof short[] it) {
            it[index] = (short) value;
        } else if (memory instanceof int[] it) {
            it[index] = (int) value;
        } else if (memory instanceof long[] it) {
            it[index] = value;
        } else if (memory instanceof float[] it) {
            it[index] = value;
        } else if (memory instanceof double[] it) {
            it[index] = value;
        } else {
            putInBuffer(memory, index, value);
        }
    }

    private static void putInBuffer(Object memory, int index, long value) {
        if (memory instanceof ByteBuffer it) {
            it.put(index, (byte) value);
        } else if (memory instanceof CharBuffer it) {
            it.put(index, (char) value);
        } else if (memory instanceof ShortBuffer it) {
            it.put(index, (short) value);
        } else if (memory instanceof IntBuffer it) {
            it.put(index, (int) value);
        } else if (memory instanceof LongBuffer it) {
            it.put(index, value);
        } else if (memory instanceof FloatBuffer it) {
            it.put(index, value);
        } else {
            ((DoubleBuffer) memory).put(index, value);
        }
    }

    static long get(Object memory, int index) {
        if (memory instanceof boolean[] it) {
            return it[index] ? 1 : 0;
        } else if (memory instanceof char[] it) {
            return it[index];
        } else if (memory instanceof float[] it) {
            return (long) it[index];
        } else if (memory instanceof double[] it) {
            return (long) it[index];
        } else if (memory instanceof ByteBuffer it) {
            return it.get(index);
        } else if (memory instanceof CharBuffer it) {
            return it.get(index);
        } else if (memory instanceof ShortBuffer it) {
            return it.get(index);
        } else if (memory instanceof IntBuffer it) {
            return it.get(index);
        } else if (memory instanceof LongBuffer it) {
            return it.get(index);
        } else if (memory instanceof FloatBuffer it) {
            return (long) it.get(index);
        } else if (memory instanceof DoubleBuffer it) {
            return (long) it.get(index);
        }
        return Array.getLong(memory, index);
    }

    /** What a value becomes when stored. */
    static long stored(Datatype type, long value) {
        return switch (type.getName()) {
            case "MPI.BYTE" -> (byte) value;
            case "MPI.BOOLEAN" -> value & 1;
            case "MPI.CHAR" -> (char) value;
            case "MPI.SHORT" -> (short) value;
            case "MPI.INT" -> (int) value;
            default -> value;
        };
    }

    /** Some value for an index, different for different seeds. */
    static long sample(int seed, int index) {
        return (seed * 31L + index * 7L) % 120 + 1;
    }

    static void fill(Object memory, int offset, int count, int seed) {
        for (int i = 0; i < count; i++) {
            put(memory, offset + i, sample(seed, i));
        }
    }

    static void checkFilled(Datatype type, Object memory, int offset, int count, int seed, String what) {
        for (int i = 0; i < count; i++) {
            long expected = stored(type, sample(seed, i));
            long found = get(memory, offset + i);
            if (expected != found) {
                Check.same(expected, found, what + ", element " + (offset + i));
            }
        }
    }

    static void checkZeros(Object memory, int from, int end, String what) {
        for (int i = from; i < end; i++) {
            if (get(memory, i) != 0) {
                Check.same(0, get(memory, i), what + ", untouched element " + i);
            }
        }
    }
}
