package io.jmpi.samples.matmul;

import java.nio.DoubleBuffer;
import java.util.Arrays;

/** Three loops in the order row, inner, column: so that the innermost goes through memory as it lies. */
final class TripleLoop implements Multiplier {

    @Override
    public void multiply(Shape shape, DoubleBuffer a, DoubleBuffer b, DoubleBuffer c) {
        int inner = shape.inner();
        int columns = shape.columns();
        double[] row = new double[columns];
        for (int i = 0; i < shape.rows(); i++) {
            Arrays.fill(row, 0);
            for (int k = 0; k < inner; k++) {
                addMultiple(row, a.get(i * inner + k), b, k * columns);
            }
            c.put(i * columns, row);
        }
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    /** Adds a multiple of a row of B. In a method of its own, which the JVM compiles well. */
    private static void addMultiple(double[] row, double factor, DoubleBuffer b, int offset) {
        for (int j = 0; j < row.length; j++) {
            row[j] += factor * b.get(offset + j);
        }
    }
}
