package io.jmpi.offload.blas;

import io.jmpi.offload.Accelerator;
import io.jmpi.offload.DeviceArray;
import io.jmpi.offload.Kernel;
import io.jmpi.offload.Program;
import io.jmpi.offload.Range;

/** Device memory for the panels of one factor, kept for the next product, and the kernel that fills it. */
final class Panels implements AutoCloseable {

    /** A work-item moves a row of a panel. */
    static final String SOURCE = """
            kernel void pack(global const R* x, long rowStep, long step, int rows, int k, int width, int padded,
                    global R* panels) {
                int i = get_global_id(0);
                int p = get_global_id(1);
                global R* target = panels + ((long) p * padded + i) * width;
                global const R* source = x + (long) p * width * rowStep + i * step;
                int there = i < k ? min(width, rows - p * width) : 0;
                for (int row = 0; row < there; row++) {
                    target[row] = source[row * rowStep];
                }
                for (int row = max(there, 0); row < width; row++) {
                    target[row] = 0;
                }
            }
            """;

    private final Accelerator accelerator;
    private final Real real;
    private final Kernel pack;
    private DeviceArray memory;

    Panels(Accelerator accelerator, Real real, Program program) {
        this.accelerator = accelerator;
        this.real = real;
        this.pack = program.kernel("pack");
    }

    /**
     * Fills panels.
     *
     * @param x the factor
     * @param rowStep elements from what goes beside each other in a panel to the next
     * @param step elements along k
     * @param rows how many there are in all panels together
     * @param width of a panel
     * @param padded length of a panel, k or more
     */
    DeviceArray fill(DeviceArray x, long rowStep, long step, int rows, int k, int width, int padded) {
        int panels = Tile.panels(rows, width);
        long length = (long) panels * padded * width;
        if (length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a factor with " + rows + " times " + k
                    + " elements is too large for one product; multiply parts of it");
        }
        if (memory == null || memory.length() < length) {
            close();
            memory = real == Real.FLOAT ? accelerator.floats((int) length) : accelerator.doubles((int) length);
        }
        pack.launch(Range.of(padded, panels), x, rowStep, step, rows, k, width, padded, memory);
        return memory;
    }

    @Override
    public void close() {
        if (memory != null) {
            memory.close();
            memory = null;
        }
    }
}
