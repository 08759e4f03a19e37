package io.jmpi.offload.blas;

import io.jmpi.offload.Accelerator;
import io.jmpi.offload.DeviceArray;
import io.jmpi.offload.DeviceDoubles;
import io.jmpi.offload.DeviceFloats;
import io.jmpi.offload.OffloadException;
import java.util.function.Consumer;

/**
 * Products of matrices on a device: the BLAS routines SGEMM and DGEMM, {@code C = alpha op(A) op(B) + beta C}, where op may
 * transpose. Matrices are stored by rows; a leading dimension is the number of elements from one row to the next. Work is
 * enqueued in the accelerator's own stream, and goes on by itself.
 *
 * <p>Keeps device memory for both factors, as large as those of the largest product so far. May be used from any thread.
 */
public final class Gemm implements AutoCloseable {

    private final Accelerator accelerator;
    private final PanelProduct[] products = new PanelProduct[Real.values().length];
    private final Consumer<String> progress;

    private Gemm(Accelerator accelerator, Consumer<String> progress) {
        this.accelerator = accelerator;
        this.progress = progress;
    }

    /**
     * Products on a device, in the way that was found to be fast on it before, or else is on most of its kind.
     *
     * @param accelerator the device
     * @return to be closed by the caller, before the accelerator
     */
    public static Gemm of(Accelerator accelerator) {
        return new Gemm(accelerator, null);
    }

    /**
     * Products on a device, in the way that is found to be fast on it. The first one of each kind of numbers searches some
     * seconds for it, and leaves a note of it in the user's cache for later.
     *
     * @param accelerator the device
     * @param progress gets a line for each way that is tried
     * @return to be closed by the caller, before the accelerator
     */
    public static Gemm tuned(Accelerator accelerator, Consumer<String> progress) {
        return new Gemm(accelerator, progress);
    }

    /**
     * C = A B, of floats.
     *
     * @param a m rows of k elements
     * @param b k rows of n elements
     * @param c m rows of n elements, which are overwritten
     * @param m rows of A and C, 0 or more
     * @param n columns of B and C, 0 or more
     * @param k columns of A and rows of B, 0 or more
     * @throws IllegalArgumentException when an array is too short
     * @throws OffloadException when an array is of another accelerator, or the device's memory is used up
     */
    public void multiply(DeviceFloats a, DeviceFloats b, DeviceFloats c, int m, int n, int k) {
        multiply(false, false, m, n, k, 1, a, Math.max(1, k), b, Math.max(1, n), 0, c, Math.max(1, n));
    }

    /**
     * C = A B, of doubles.
     *
     * @param a m rows of k elements
     * @param b k rows of n elements
     * @param c m rows of n elements, which are overwritten
     * @param m rows of A and C, 0 or more
     * @param n columns of B and C, 0 or more
     * @param k columns of A and rows of B, 0 or more
     * @throws IllegalArgumentException when an array is too short
     * @throws OffloadException when an array is of another accelerator, or the device's memory is used up
     */
    public void multiply(DeviceDoubles a, DeviceDoubles b, DeviceDoubles c, int m, int n, int k) {
        multiply(false, false, m, n, k, 1, a, Math.max(1, k), b, Math.max(1, n), 0, c, Math.max(1, n));
    }

    /**
     * C = alpha op(A) op(B) + beta C, of floats (SGEMM).
     *
     * @param transposeA whether A is stored as k rows of m elements
     * @param transposeB whether B is stored as n rows of k elements
     * @param m rows of op(A) and C, 0 or more
     * @param n columns of op(B) and C, 0 or more
     * @param k columns of op(A) and rows of op(B), 0 or more
     * @param alpha factor of the product
     * @param a the first factor
     * @param lda elements from one row of A, as stored, to the next
     * @param b the second factor
     * @param ldb elements from one row of B, as stored, to the next
     * @param beta factor of what C holds; with 0 that is not read
     * @param c m rows of n elements
     * @param ldc elements from one row of C to the next
     * @throws IllegalArgumentException when an array is too short
     * @throws OffloadException when an array is of another accelerator, or the device's memory is used up
     */
    public void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            float alpha,
            DeviceFloats a,
            int lda,
            DeviceFloats b,
            int ldb,
            float beta,
            DeviceFloats c,
            int ldc) {
        run(Real.FLOAT, transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
    }

    /**
     * C = alpha op(A) op(B) + beta C, of doubles (DGEMM).
     *
     * @param transposeA whether A is stored as k rows of m elements
     * @param transposeB whether B is stored as n rows of k elements
     * @param m rows of op(A) and C, 0 or more
     * @param n columns of op(B) and C, 0 or more
     * @param k columns of op(A) and rows of op(B), 0 or more
     * @param alpha factor of the product
     * @param a the first factor
     * @param lda elements from one row of A, as stored, to the next
     * @param b the second factor
     * @param ldb elements from one row of B, as stored, to the next
     * @param beta factor of what C holds; with 0 that is not read
     * @param c m rows of n elements
     * @param ldc elements from one row of C to the next
     * @throws IllegalArgumentException when an array is too short
     * @throws OffloadException when an array is of another accelerator, or the device's memory is used up
     */
    public void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            DeviceDoubles a,
            int lda,
            DeviceDoubles b,
            int ldb,
            double beta,
            DeviceDoubles c,
            int ldc) {
        run(Real.DOUBLE, transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
    }

    private synchronized void run(
            Real real,
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            DeviceArray a,
            int lda,
            DeviceArray b,
            int ldb,
            double beta,
            DeviceArray c,
            int ldc) {
        if (m < 0 || n < 0 || k < 0) {
            throw new IllegalArgumentException("sizes are 0 or more: m=" + m + ", n=" + n + ", k=" + k);
        }
        require("A", a, transposeA ? k : m, transposeA ? m : k, lda);
        require("B", b, transposeB ? n : k, transposeB ? k : n, ldb);
        require("C", c, m, n, ldc);
        product(real).multiply(transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
    }

    private static void require(String name, DeviceArray matrix, int rows, int columns, int leading) {
        long needed = rows == 0 || columns == 0 ? 0 : (rows - 1L) * leading + columns;
        if (leading < Math.max(1, columns) || needed > matrix.length()) {
            throw new IllegalArgumentException(name + " has " + rows + " rows of " + columns + " elements, " + leading
                    + " apart: they are not in " + matrix);
        }
    }

    private PanelProduct product(Real real) {
        PanelProduct product = products[real.ordinal()];
        if (product == null) {
            product = new PanelProduct(accelerator, real, tile(real));
            products[real.ordinal()] = product;
        }
        return product;
    }

    private Tile tile(Real real) {
        TileCache cache = TileCache.ofUser();
        Tile known = cache.get(accelerator.device(), real);
        if (known != null) {
            return known;
        }
        TileSearch search = new TileSearch(accelerator, real);
        if (progress == null) {
            return search.usual();
        }
        Tile best = search.best(progress);
        cache.put(accelerator.device(), real, best);
        return best;
    }

    /** Gives the memory of both factors and the programs back. */
    @Override
    public synchronized void close() {
        for (int i = 0; i < products.length; i++) {
            if (products[i] != null) {
                products[i].close();
                products[i] = null;
            }
        }
    }
}
