package io.jmpi.samples.matmul;

import java.nio.DoubleBuffer;

/** A way to multiply matrices in this process. */
interface Multiplier extends AutoCloseable {

    /** C = A * B, all from index 0 of direct buffers. */
    void multiply(Shape shape, DoubleBuffer a, DoubleBuffer b, DoubleBuffer c);

    /** Whether it takes so long that one wants to see it progress; it is then called for a few rows at a time. */
    default boolean isSlow() {
        return false;
    }

    /** Gives back what it holds. */
    @Override
    default void close() {}
}
