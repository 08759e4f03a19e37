package io.jmpi.samples.mandelbrot;

/** Counts for each pixel how many iterations of z = z * z + c its c takes to escape from a circle of radius 2. */
interface Escape extends AutoCloseable {

    /**
     * Counts for some rows: first, first + step, first + 2 step ...
     *
     * @param counts where the counts go, row after row; as many as are wanted fit
     */
    void count(View view, int first, int step, int[] counts);

    /** Gives back what it holds. */
    @Override
    default void close() {}
}
