package io.jmpi.samples.devices;

import io.jmpi.offload.Accelerator;
import io.jmpi.offload.Device;
import io.jmpi.offload.DeviceFloats;
import io.jmpi.offload.Kernel;
import io.jmpi.offload.Program;
import io.jmpi.offload.Range;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Locale;

/** Launches and transfers through the API, beside the bare calls of OpenCL on the same device. */
final class Overhead {

    private static final String SOURCE = "kernel void nothing(global float* x, int n) {}";
    private static final String NAME = "nothing";
    private static final int[] SIZES = {4 << 10, 1 << 20, 64 << 20};
    private static final int MOST = SIZES[SIZES.length - 1] / Float.BYTES;

    private final Accelerator accelerator;
    private final RawDevice raw;

    private Overhead(Accelerator accelerator, RawDevice raw) {
        this.accelerator = accelerator;
        this.raw = raw;
    }

    /** @param index of the device among all */
    static void print(Device device, int index) {
        try (Accelerator accelerator = device.open();
                RawDevice raw = new RawDevice(index, SOURCE, NAME, SIZES[SIZES.length - 1]);
                Program program = accelerator.program(SOURCE);
                DeviceFloats array = accelerator.floats(MOST)) {
            System.out.println("\n" + device + ", medians; the API beside the bare calls of OpenCL");
            Overhead overhead = new Overhead(accelerator, raw);
            overhead.launches(program.kernel(NAME), array);
            for (int bytes : SIZES) {
                overhead.transfers(array, bytes / Float.BYTES);
            }
        }
    }

    private void launches(Kernel kernel, DeviceFloats array) {
        Range one = Range.of(1);
        long[] size = {1};
        kernel.arguments(array, 0);
        time(
                "empty kernel, launched and awaited",
                times -> {
                    for (int i = 0; i < times; i++) {
                        kernel.launch(one);
                        accelerator.stream().finish();
                    }
                },
                times -> {
                    for (int i = 0; i < times; i++) {
                        raw.launch(size);
                        raw.finish();
                    }
                });
        time(
                "empty kernels, launched in a row",
                times -> {
                    for (int i = 0; i < times; i++) {
                        kernel.launch(one);
                    }
                    accelerator.stream().finish();
                },
                times -> {
                    for (int i = 0; i < times; i++) {
                        raw.launch(size);
                    }
                    raw.finish();
                });
        time(
                "the same, with new arguments each time",
                times -> {
                    for (int i = 0; i < times; i++) {
                        kernel.launch(one, array, i);
                    }
                    accelerator.stream().finish();
                },
                times -> {
                    for (int i = 0; i < times; i++) {
                        raw.argument(i);
                        raw.launch(size);
                    }
                    raw.finish();
                });
    }

    private static void time(String what, Comparison.Way ours, Comparison.Way raw) {
        Comparison result = new Comparison(ours, raw).run();
        System.out.printf(
                Locale.ROOT,
                "%-44s %10.2f us   %10.2f us   time x %.2f%n",
                what,
                result.ours() * 1e6,
                result.raw() * 1e6,
                result.ours() / result.raw());
    }

    private void transfers(DeviceFloats array, int floats) {
        float[] heap = new float[floats];
        FloatBuffer direct = ByteBuffer.allocateDirect(floats * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        String size = (floats >> 8) + " KiB";
        bandwidth("write of an array of " + size, floats, () -> array.write(heap), () -> raw.write(heap));
        bandwidth("read into an array of " + size, floats, () -> array.read(heap), () -> raw.read(heap));
        bandwidth("write of a buffer of " + size, floats, () -> array.write(0, direct), () -> raw.write(direct));
        bandwidth("read into a buffer of " + size, floats, () -> array.read(0, direct), () -> raw.read(direct));
    }

    private static void bandwidth(String what, int floats, Runnable ours, Runnable raw) {
        Comparison result = new Comparison(times -> repeat(times, ours), times -> repeat(times, raw)).run();
        double bytes = (double) floats * Float.BYTES;
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.2f GB/s   %8.2f GB/s   bandwidth x %.2f%n",
                what,
                bytes / result.ours() / 1e9,
                bytes / result.raw() / 1e9,
                result.raw() / result.ours());
    }

    private static void repeat(int times, Runnable transfer) {
        for (int i = 0; i < times; i++) {
            transfer.run();
        }
    }
}
