package io.jmpi.offload;

import static io.jmpi.offload.Failures.fails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels made from expressions, on whatever device there is first. */
class ExpressionTest {

    private final Accelerator accelerator = Device.all().get(0).open();

    @AfterEach
    void close() {
        List<String> left = accelerator.leftOpen();
        accelerator.close();
        assertEquals(List.of(), left);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 10007, 1 << 18})
    void shouldComputeEachElement(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = i;
        }
        try (DeviceFloats x = accelerator.copyOf(values);
                DeviceFloats y = accelerator.floats(length + 1);
                DeviceFloats part = y.slice(0, length);
                Elementwise saxpy = accelerator.elementwise("float a, float* x, float* y", "y[i] = a * x[i] + y[i]")) {
            y.fill(1);
            saxpy.run(2f, x, part);
            try (Event done = saxpy.run(accelerator.stream(), 1f, x, part)) {
                done.await();
            }
            float[] result = y.toArray();
            for (int i = 0; i < length; i++) {
                assertEquals(3f * i + 1, result[i], "element " + i);
            }
            assertEquals(1, result[length], "what is beyond");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1023, 1024, 2049, 10007, 300_000})
    void shouldReduce(int length) {
        int[] values = new int[length];
        long sum = 0;
        for (int i = 0; i < length; i++) {
            values[i] = i * 31 % 1009 - 300;
            sum += (long) values[i] * values[i];
        }
        try (DeviceInts x = accelerator.copyOf(values);
                DeviceLongs result = accelerator.copyOf(0L, 7);
                Reduction squares = accelerator.reduction("int* x", "(long) x[i] * x[i]", "long", "a + b", "0");
                Reduction least = accelerator.reduction("const int* a", "a[i]", "int", "min(a, b)", "INT_MAX")) {
            assertEquals(sum, squares.run(x));
            squares.runInto(result, x);
            assertArrayEquals(new long[] {sum, 7}, result.toArray());
            int expected = Integer.MAX_VALUE;
            for (int value : values) {
                expected = Math.min(expected, value);
            }
            assertEquals(expected, least.run(x));
        }
    }

    @Test
    void shouldResultInFloatsAndDoubles() {
        try (DeviceFloats x = accelerator.copyOf(1f, 2, 3);
                DeviceFloats y = accelerator.copyOf(4f, 5, 6);
                Reduction dot = accelerator.reduction("float* x, float* y", "x[i] * y[i]", "float", "a + b", "0")) {
            assertEquals(32f, dot.run(x, y));
        }
        try (DeviceDoubles x = accelerator.copyOf(1.0, -2, 3);
                Reduction largest =
                        accelerator.reduction("double* x", "fabs(x[i])", "double", "fmax(a, b)", "-INFINITY")) {
            assertEquals(3.0, largest.run(x));
        }
    }

    @Test
    void shouldSayWhatDoesNotFit() {
        try (DeviceFloats three = accelerator.floats(3);
                DeviceFloats four = accelerator.floats(4);
                DeviceInts ints = accelerator.ints(3);
                Elementwise add = accelerator.elementwise("float* x, float* y", "y[i] += x[i]");
                Reduction sum = accelerator.reduction("float* x", "x[i]", "float", "a + b", "0")) {
            fails("takes 2 arguments, not 1: float* x, float* y", () -> add.run(three));
            fails("argument 1 is an array of 3 FLOAT", () -> add.run(three, four));
            fails("argument 2 (float* y) of kernel elementwise does not take", () -> add.run(three, ints));
            fails("argument 1 (float* x) of kernel parts does not take", () -> sum.run(ints));
            fails("does not go into an array of 3 INT", () -> sum.runInto(ints, three));
        }
        fails("one array or more", () -> accelerator.elementwise("float x", "x += 1"));
        fails("not in a short", () -> accelerator.reduction("float* x", "x[i]", "short", "a + b", "0"));
        fails("does not compile", () -> accelerator.elementwise("float* x", "x[i] = nothing"));
        fails("does not compile", () -> accelerator.reduction("float* x", "x[i]", "float", "a +", "0"));
    }
}
