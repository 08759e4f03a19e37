package io.jmpi.samples.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.DoubleBuffer;
import java.util.SplittableRandom;
import mpi.MPI;
import org.junit.jupiter.api.Test;

class FreivaldsTest {

    private static final int ROUNDS = 10;
    private static final Shape SHAPE = new Shape(13, 7, 9);

    private final DoubleBuffer a = random(SHAPE.rows() * SHAPE.inner(), 1);
    private final DoubleBuffer b = random(SHAPE.inner() * SHAPE.columns(), 2);
    private final DoubleBuffer c = MPI.newDoubleBuffer(SHAPE.rows() * SHAPE.columns());

    FreivaldsTest() {
        new TripleLoop().multiply(SHAPE, a, b, c);
    }

    @Test
    void shouldAcceptAProduct() {
        assertTrue(largestError(1) <= 1);
    }

    @Test
    void shouldAcceptAProductThatIsExact() {
        for (DoubleBuffer matrix : new DoubleBuffer[] {a, b, c}) {
            for (int i = 0; i < matrix.capacity(); i++) {
                matrix.put(i, 0);
            }
        }
        assertEquals(0, largestError(1));
    }

    @Test
    void shouldFindASingleWrongElementWhereverItIsAndWhateverTheVector() {
        for (int i = 0; i < c.capacity(); i++) {
            double right = c.get(i);
            c.put(i, right + 1e-9);
            double error = new Freivalds(SHAPE, a, b, c).largestError(1, i);
            assertTrue(error > 1, "element " + i + ": " + error);
            c.put(i, right);
        }
    }

    @Test
    void shouldFindTwoErrorsThatCancelInSomeRounds() {
        c.put(0, c.get(0) + 1);
        c.put(1, c.get(1) - 1);
        for (long seed = 0; seed < 50; seed++) {
            assertTrue(largestError(seed) > 1, "seed " + seed);
        }
    }

    @Test
    void shouldFindExchangedRows() {
        for (int j = 0; j < SHAPE.columns(); j++) {
            double first = c.get(j);
            c.put(j, c.get(SHAPE.columns() + j));
            c.put(SHAPE.columns() + j, first);
        }
        assertTrue(largestError(1) > 1);
    }

    @Test
    void shouldFindWhatIsNoNumber() {
        c.put(c.capacity() - 1, Double.NaN);
        assertEquals(Double.POSITIVE_INFINITY, largestError(1));
        c.put(c.capacity() - 1, Double.NEGATIVE_INFINITY);
        assertEquals(Double.POSITIVE_INFINITY, largestError(1));
    }

    private double largestError(long seed) {
        return new Freivalds(SHAPE, a, b, c).largestError(ROUNDS, seed);
    }

    private static DoubleBuffer random(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DoubleBuffer buffer = MPI.newDoubleBuffer(length);
        for (int i = 0; i < length; i++) {
            buffer.put(i, 2 * random.nextDouble() - 1);
        }
        return buffer;
    }
}
