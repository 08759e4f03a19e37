package io.jmpi.samples.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.DoubleBuffer;
import mpi.MPI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowThreadsTest {

    private static final Shape SHAPE = new Shape(7, 5, 6);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9})
    void shouldMakeTheSameProductInAnyNumberOfThreads(int threads) {
        DoubleBuffer a = numbers(SHAPE.rows() * SHAPE.inner());
        DoubleBuffer b = numbers(SHAPE.inner() * SHAPE.columns());
        DoubleBuffer expected = MPI.newDoubleBuffer(SHAPE.rows() * SHAPE.columns());
        DoubleBuffer c = MPI.newDoubleBuffer(SHAPE.rows() * SHAPE.columns());
        new TripleLoop().multiply(SHAPE, a, b, expected);
        try (RowThreads pool = new RowThreads(threads, new TripleLoop())) {
            pool.multiply(SHAPE, a, b, c);
        }
        assertEquals(expected, c);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void shouldSayWhatHasFailedInAThread(int threads) {
        DoubleBuffer tooSmall = numbers(SHAPE.rows() * SHAPE.inner());
        try (RowThreads pool = new RowThreads(threads, new TripleLoop())) {
            assertThrows(IllegalStateException.class, () -> pool.multiply(SHAPE, tooSmall, numbers(1), tooSmall));
        }
    }

    private static DoubleBuffer numbers(int length) {
        DoubleBuffer buffer = MPI.newDoubleBuffer(length);
        for (int i = 0; i < length; i++) {
            buffer.put(i, i % 13 - 6);
        }
        return buffer;
    }
}
