package mpi;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * Access to a complex number in a buffer: two floats, the real part first. The datatype is {@link MPI#FLOAT_COMPLEX}.
 */
public final class FloatComplex {

    private final FloatBuffer buffer;
    private final int real;

    private FloatComplex(FloatBuffer buffer, int index) {
        this.buffer = buffer;
        this.real = 2 * index;
    }

    /**
     * The first complex number in a buffer of floats.
     *
     * @param buffer where it lies
     * @return access to it
     */
    public static FloatComplex get(FloatBuffer buffer) {
        return new FloatComplex(buffer, 0);
    }

    /**
     * One of several complex numbers in a buffer of floats.
     *
     * @param buffer where it lies
     * @param index which one, from 0 on
     * @return access to it
     */
    public static FloatComplex get(FloatBuffer buffer, int index) {
        return new FloatComplex(buffer, index);
    }

    /**
     * The first complex number in an array of floats.
     *
     * @param array where it lies
     * @return access to it
     */
    public static FloatComplex get(float[] array) {
        return new FloatComplex(FloatBuffer.wrap(array), 0);
    }

    /**
     * One of several complex numbers in an array of floats.
     *
     * @param array where it lies
     * @param index which one, from 0 on
     * @return access to it
     */
    public static FloatComplex get(float[] array, int index) {
        return new FloatComplex(FloatBuffer.wrap(array), index);
    }

    /**
     * The first complex number in a buffer of bytes, from its position on, in its order.
     *
     * @param buffer where it lies
     * @return access to it
     */
    public static FloatComplex get(ByteBuffer buffer) {
        return new FloatComplex(buffer.asFloatBuffer(), 0);
    }

    /**
     * One of several complex numbers in a buffer of bytes, from its position on, in its order.
     *
     * @param buffer where it lies
     * @param index which one, from 0 on
     * @return access to it
     */
    public static FloatComplex get(ByteBuffer buffer, int index) {
        return new FloatComplex(buffer.asFloatBuffer(), index);
    }

    /**
     * The real part.
     *
     * @return its value
     */
    public float getReal() {
        return buffer.get(real);
    }

    /**
     * The imaginary part.
     *
     * @return its value
     */
    public float getImag() {
        return buffer.get(real + 1);
    }

    /**
     * Changes the real part.
     *
     * @param value the new one
     */
    public void putReal(float value) {
        buffer.put(real, value);
    }

    /**
     * Changes the imaginary part.
     *
     * @param value the new one
     */
    public void putImag(float value) {
        buffer.put(real + 1, value);
    }

    /**
     * The number as something to send or to receive into.
     *
     * @return a buffer that begins with it and shares its memory
     */
    public FloatBuffer getBuffer() {
        return real == 0 ? buffer : MPI.slice(buffer, real);
    }
}
