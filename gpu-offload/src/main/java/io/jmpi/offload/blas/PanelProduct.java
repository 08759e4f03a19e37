package io.jmpi.offload.blas;

import io.jmpi.offload.Accelerator;
import io.jmpi.offload.DeviceArray;
import io.jmpi.offload.Kernel;
import io.jmpi.offload.Program;
import io.jmpi.offload.Range;

/** Products of one kind of numbers, by one tile. */
final class PanelProduct implements AutoCloseable {

    private static final String SCALE = """
            kernel void scale(int n, R beta, global R* c, int ldc) {
                global R* z = c + (long) get_global_id(1) * ldc + get_global_id(0);
                *z = beta == 0 ? 0 : beta * *z;
            }
            """;

    private final Tile tile;
    private final Real real;
    private final Program program;
    private final Kernel gemm;
    private final Kernel scale;
    private final Panels left;
    private final Panels right;

    PanelProduct(Accelerator accelerator, Real real, Tile tile) {
        this.tile = tile;
        this.real = real;
        this.program = accelerator.program(tile.source(real) + Panels.SOURCE + SCALE);
        this.gemm = program.kernel("gemm");
        this.scale = program.kernel("scale");
        this.left = new Panels(accelerator, real, program);
        this.right = new Panels(accelerator, real, program);
    }

    Tile tile() {
        return tile;
    }

    /** C = alpha op(A) op(B) + beta C, enqueued. */
    void multiply(
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
        if (m == 0 || n == 0) {
            return;
        }
        if (k == 0 || alpha == 0) {
            scale.launch(Range.of(n, m), n, number(beta), c, ldc);
            return;
        }
        int padded = Tile.panels(k, tile.depthStep()) * tile.depthStep();
        DeviceArray rows = left.fill(a, transposeA ? 1 : lda, transposeA ? lda : 1, m, k, tile.rows(), padded);
        DeviceArray columns = right.fill(b, transposeB ? ldb : 1, transposeB ? 1 : ldb, n, k, tile.columns(), padded);
        gemm.launch(tile.range(m, n), m, n, padded, number(alpha), rows, columns, number(beta), c, ldc);
    }

    private Number number(double value) {
        return real == Real.FLOAT ? (Number) (float) value : (Number) value;
    }

    @Override
    public void close() {
        left.close();
        right.close();
        program.close();
    }
}
