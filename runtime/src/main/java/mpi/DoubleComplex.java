package mpi;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;

/**
 * Access to a complex number in a buffer: two doubles, the real part first. The datatype is {@link MPI#DOUBLE_COMPLEX}.
 */
public final class DoubleComplex {

    private final DoubleBuffer buffer;
    private final int real;

    private DoubleComplex(DoubleBuffer buffer, int index) {
        this.buffer = buffer;
        this.real = 2 * index;
    }

    /**
     * The first complex number in a buffer of doubles.
     *
     * @param buffer where it lies
     * @return access to it
     */
    public static DoubleComplex get(DoubleBuffer buffer) {
        return new DoubleComplex(buffer, 0);
    }

    /**
     * One of several complex numbers in a buffer of doubles.
     *
     * @param buffer where it lies
     * @param index which one, from 0 on
     * @return access to it
     */
    public static DoubleComplex get(DoubleBuffer buffer, int index) {
        return new DoubleComplex(buffer, index);
    }

    /**
     * The first complex number in an array of doubles.
     *
     * @param array where it lies
     * @return access to it
     */
    public static DoubleComplex get(double[] array) {
        return new DoubleComplex(DoubleBuffer.wrap(array), 0);
    }

    /**
     * One of several complex numbers in an array of doubles.
     *
     * @param array where it lies
     * @param index which one, from 0 on
     * @return access to it
     */
    public static DoubleComplex get(double[] array, int index) {
        return new DoubleComplex(DoubleBuffer.wrap(array), index);
    }

    /**
     * The first complex number in a buffer of bytes, from its position on, in its order.
     *
     * @param buffer where it lies
     * @return access to it
     */
    public static DoubleComplex get(ByteBuffer buffer) {
        return new DoubleComplex(buffer.asDoubleBuffer(), 0);
    }

    /**
     * One of several complex numbers in a buffer of bytes, from its position on, in its order.
     *
     * @param buffer where it lies
     * @param index which one, from 0 on
     * @return access to it
     */
    public static DoubleComplex get(ByteBuffer buffer, int index) {
        return new DoubleComplex(buffer.asDoubleBuffer(), index);
    }

    /**
     * The real part.
     *
     * @return its value
     */
    public double getReal() {
        return buffer.get(real);
    }

    /**
     * The imaginary part.
     *
     * @return its value
     */
    public double getImag() {
        return buffer.get(real + 1);
    }

    /**
     * Changes the real part.
     *
     * @param value the new one
     */
    public void putReal(double value) {
        buffer.put(real, value);
    }

    /**
     * Changes the imaginary part.
     *
     * @param value the new one
     */
    public void putImag(double value) {
        buffer.put(real + 1, value);
    }

    /**
     * The number as something to send or to receive into.
     *
     * @return a buffer that begins with it and shares its memory
     */
    public DoubleBuffer getBuffer() {
        return real == 0 ? buffer : MPI.slice(buffer, real);
    }
}
