package io.jmpi.samples.matmul;

import io.jmpi.samples.UsageException;

/** The sizes of a product: C (rows x columns) = A (rows x inner) * B (inner x columns). All stored row by row. */
record Shape(int rows, int inner, int columns) {

    /** What a direct buffer, whose bytes are counted in an int, can hold. */
    private static final int LARGEST = Integer.MAX_VALUE / Double.BYTES;

    /**
     * Checks the sizes.
     *
     * @throws UsageException when one is not positive, or a matrix does not fit into a buffer
     */
    Shape validated() {
        if (rows < 1 || inner < 1 || columns < 1) {
            throw new UsageException(
                    "sizes must be at least 1: --rows=" + rows + " --inner=" + inner + " --columns=" + columns);
        }
        validate("A", rows, inner);
        validate("B", inner, columns);
        validate("C", rows, columns);
        return this;
    }

    private static void validate(String name, int rows, int columns) {
        long elements = (long) rows * columns;
        if (elements > LARGEST) {
            throw new UsageException(name + " (" + rows + "x" + columns + ") has " + elements
                    + " elements; a direct buffer holds at most " + LARGEST + " doubles");
        }
    }

    /** The same product with another number of rows of A and C. */
    Shape withRows(int count) {
        return new Shape(count, inner, columns);
    }

    /** The part of the product that has no size above these. */
    Shape within(int mostRows, int mostInner, int mostColumns) {
        return new Shape(Math.min(rows, mostRows), Math.min(inner, mostInner), Math.min(columns, mostColumns));
    }

    /** Floating-point operations of the product: a multiplication and an addition for every term. */
    double operations() {
        return 2.0 * rows * inner * columns;
    }

    @Override
    public String toString() {
        return "C(" + rows + "x" + columns + ") = A(" + rows + "x" + inner + ") * B(" + inner + "x" + columns + ")";
    }
}
