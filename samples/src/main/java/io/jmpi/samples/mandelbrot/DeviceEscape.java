package io.jmpi.samples.mandelbrot;

import io.jmpi.offload.Accelerator;
import io.jmpi.offload.DeviceInts;
import io.jmpi.offload.OffloadException;
import io.jmpi.offload.Program;
import io.jmpi.offload.Range;
import io.jmpi.samples.FailureException;
import io.jmpi.samples.RankDevice;

/** Counts on an OpenCL device, in double where it has them. */
final class DeviceEscape implements Escape {

    private final Accelerator accelerator;
    private final boolean doubles;
    private final Program program;

    /** @param name a part of the device's name; empty for the rank's own */
    DeviceEscape(String name) {
        this.accelerator = RankDevice.open(name);
        this.doubles = accelerator.device().hasDoubles();
        String real = doubles ? "double" : "float";
        this.program = accelerator.program(RankDevice.source(DeviceEscape.class, "escape.cl"), "-DREAL=" + real);
    }

    @Override
    public void count(View view, int first, int step, int[] counts) {
        if (counts.length == 0) {
            return;
        }
        try (DeviceInts there = accelerator.ints(counts.length)) {
            program.kernel("count_iterations")
                    .launch(
                            Range.of(view.width(), counts.length / view.width()),
                            real(view.left()),
                            real(view.top()),
                            real(view.step()),
                            view.iterations(),
                            first,
                            step,
                            there);
            there.read(counts);
        } catch (OffloadException e) {
            throw new FailureException(e.getMessage());
        }
    }

    private Number real(double value) {
        if (doubles) {
            return value;
        }
        return (float) value;
    }

    @Override
    public void close() {
        accelerator.close();
    }

    @Override
    public String toString() {
        return accelerator.device().name();
    }
}
