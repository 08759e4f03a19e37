package io.jmpi.samples.matmul;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Freivalds' test of a product: C is A * B if C r = A (B r) for random vectors r of +1 and -1. It takes a few passes over
 * the matrices instead of a second product.
 *
 * <p>A single wrong element never escapes: it changes C r whatever the sign is. Of all other errors one round finds at
 * least every second, so n rounds miss one with a probability of at most 2^-n.
 *
 * <p><b>Tolerance.</b> Both sides are rounded. Summing n products in any order is off by at most n u (about) times the sum
 * of their absolute values, u = 2^-53. An element of C is a sum of {@code inner} terms, C r of {@code columns} such
 * elements, A (B r) of {@code inner} elements that are sums of {@code columns} terms; so the two sides of row i differ by
 * at most 2 (inner + columns) u (|A| (|B| 1))_i, where |.| takes absolute values and 1 is a vector of ones. What is above
 * that is no rounding error. What is below is typically smaller by some thousands, since roundings cancel.
 */
final class Freivalds {

    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final Shape shape;
    private final DoubleBuffer a;
    private final DoubleBuffer b;
    private final DoubleBuffer c;
    private final double[] tolerances;

    Freivalds(Shape shape, DoubleBuffer a, DoubleBuffer b, DoubleBuffer c) {
        this.shape = shape;
        this.a = a;
        this.b = b;
        this.c = c;
        this.tolerances = tolerances();
    }

    private double[] tolerances() {
        double[] ones = new double[shape.columns()];
        Arrays.fill(ones, 1);
        double[] magnitudes = absoluteTimes(a, absoluteTimes(b, ones, shape.inner()), shape.rows());
        double factor = 2 * ((double) shape.inner() + shape.columns()) * UNIT_ROUNDOFF;
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] *= factor;
        }
        return magnitudes;
    }

    /**
     * Tests with random vectors.
     *
     * @return the largest difference found, in tolerances: the product is wrong if it is above 1
     */
    double largestError(int rounds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double largest = 0;
        for (int round = 0; round < rounds; round++) {
            double[] vector = new double[shape.columns()];
            for (int j = 0; j < vector.length; j++) {
                vector[j] = random.nextBoolean() ? 1 : -1;
            }
            largest = Math.max(largest, error(vector));
        }
        return largest;
    }

    private double error(double[] vector) {
        double[] expected = times(a, times(b, vector, shape.inner()), shape.rows());
        double[] found = times(c, vector, shape.rows());
        double largest = 0;
        for (int i = 0; i < found.length; i++) {
            double difference = Math.abs(found[i] - expected[i]);
            if (Double.isNaN(difference)) {
                return Double.POSITIVE_INFINITY;
            }
            if (difference > 0) {
                largest = Math.max(largest, difference / tolerances[i]);
            }
        }
        return largest;
    }

    /** A matrix of so many rows times a vector. */
    private static double[] times(DoubleBuffer matrix, double[] vector, int rows) {
        double[] product = new double[rows];
        double[] row = new double[vector.length];
        for (int i = 0; i < rows; i++) {
            matrix.get(i * row.length, row);
            product[i] = dot(row, vector);
        }
        return product;
    }

    private static double[] absoluteTimes(DoubleBuffer matrix, double[] vector, int rows) {
        double[] product = new double[rows];
        double[] row = new double[vector.length];
        for (int i = 0; i < rows; i++) {
            matrix.get(i * row.length, row);
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.abs(row[j]);
            }
            product[i] = dot(row, vector);
        }
        return product;
    }

    /** In four sums, which a processor can form side by side. */
    private static double dot(double[] x, double[] y) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            s0 += x[i] * y[i];
            s1 += x[i + 1] * y[i + 1];
            s2 += x[i + 2] * y[i + 2];
            s3 += x[i + 3] * y[i + 3];
        }
        for (; i < x.length; i++) {
            s0 += x[i] * y[i];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
