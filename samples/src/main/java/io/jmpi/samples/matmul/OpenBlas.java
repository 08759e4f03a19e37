package io.jmpi.samples.matmul;

import io.jmpi.samples.FailureException;
import java.nio.DoubleBuffer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * OpenBLAS, through JavaCPP. It reads and writes direct buffers where they are, so that messages and BLAS share memory.
 *
 * <p>On first use by a user JavaCPP copies the native libraries out of the jar to {@code ~/.javacpp/cache}, behind a
 * lock, so that ranks that start together do it once; later runs load them from there.
 */
final class OpenBlas implements Multiplier {

    /**
     * Loads OpenBLAS.
     *
     * @param threads how many threads a product may use
     * @throws FailureException when there is none for this platform
     */
    OpenBlas(int threads) {
        try {
            openblas_nolapack.blas_set_num_threads(threads);
        } catch (LinkageError e) {
            throw new FailureException(
                    "cannot load OpenBLAS: " + e.getMessage() + "; --naive and --how naive need none");
        }
    }

    @Override
    public void multiply(Shape shape, DoubleBuffer a, DoubleBuffer b, DoubleBuffer c) {
        int rows = shape.rows();
        int inner = shape.inner();
        int columns = shape.columns();
        if (rows == 0) {
            return;
        }
        openblas_nolapack.cblas_dgemm(
                openblas_nolapack.CblasRowMajor,
                openblas_nolapack.CblasNoTrans,
                openblas_nolapack.CblasNoTrans,
                rows,
                columns,
                inner,
                1,
                a,
                inner,
                b,
                columns,
                0,
                c,
                columns);
    }
}
