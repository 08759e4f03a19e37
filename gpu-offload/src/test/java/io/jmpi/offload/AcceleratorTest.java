package io.jmpi.offload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On whatever device there is first. */
class AcceleratorTest {

    private static final String SAXPY = "kernel void saxpy(float a, global const float* x, global float* y) {"
            + " int i = get_global_id(0); y[i] += a * x[i]; }";

    private final Accelerator accelerator = Device.all().get(0).open();

    @AfterEach
    void close() {
        List<String> left = accelerator.leftOpen();
        accelerator.close();
        assertEquals(List.of(), left);
    }

    private static void fails(String words, Runnable call) {
        OffloadException e = assertThrows(OffloadException.class, call::run);
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }

    @Test
    void shouldDescribeDevices() {
        Device device = Device.all().get(0);
        assertFalse(device.name().isEmpty());
        assertTrue(device.version().startsWith("OpenCL "), device.version());
        assertTrue(device.memory() >= device.largestArray() && device.largestArray() > 1 << 20);
        assertTrue(device.units() > 0 && device.largestGroup() > 0 && device.localMemory() > 0);
        assertEquals(device.name(), Device.named(device.name().substring(2)).name());
        fails("no OpenCL device is named sand", () -> Device.named("sand"));
    }

    @Test
    void shouldBringElementsThereAndBack() {
        try (DeviceFloats floats = accelerator.copyOf(1f, 2, 3);
                DeviceDoubles doubles = accelerator.copyOf(1.0, 2);
                DeviceInts ints = accelerator.copyOf(7, 8, 9);
                DeviceLongs longs = accelerator.copyOf(1L << 40);
                DeviceBytes bytes = accelerator.copyOf(new byte[] {1, -1})) {
            assertArrayEquals(new float[] {1, 2, 3}, floats.toArray());
            assertArrayEquals(new double[] {1, 2}, doubles.toArray());
            assertArrayEquals(new int[] {7, 8, 9}, ints.toArray());
            assertArrayEquals(new long[] {1L << 40}, longs.toArray());
            assertArrayEquals(new byte[] {1, -1}, bytes.toArray());
            ints.write(1, new int[] {0, 5, 6, 0}, 1, 2);
            int[] part = new int[4];
            ints.read(1, part, 2, 2);
            assertArrayEquals(new int[] {0, 0, 5, 6}, part);
            floats.fill(0.5f);
            assertArrayEquals(new float[] {0.5f, 0.5f, 0.5f}, floats.toArray());
        }
    }

    @Test
    void shouldTakeBuffersOfEitherKind() {
        try (DeviceFloats array = accelerator.floats(4)) {
            array.write(0, FloatBuffer.wrap(new float[] {0, 1, 2, 3, 4}, 1, 4));
            FloatBuffer direct =
                    ByteBuffer.allocateDirect(64).order(ByteOrder.nativeOrder()).asFloatBuffer();
            direct.position(3).limit(7);
            try (Event read = array.read(accelerator.stream(), 0, direct)) {
                read.await();
                assertTrue(read.isDone());
            }
            assertEquals(1, direct.get(3));
            assertEquals(4, direct.get(6));
            direct.put(3, 9);
            try (Event write = array.write(accelerator.stream(), 0, direct)) {
                write.await();
            }
            assertArrayEquals(new float[] {9, 2, 3, 4}, array.toArray());
            fails("direct", () -> array.read(accelerator.stream(), 0, FloatBuffer.allocate(4)));
            fails(
                    "byte order",
                    () -> array.read(
                            0,
                            ByteBuffer.allocateDirect(16)
                                    .order(ByteOrder.BIG_ENDIAN)
                                    .asFloatBuffer()));
        }
    }

    @Test
    void shouldShareMemoryWithParts() {
        try (DeviceInts all = accelerator.copyOf(new int[1000]);
                DeviceInts part = all.slice(512, 8);
                DeviceInts within = part.slice(2, 3);
                Program program = accelerator.program("kernel void set(global int* x) { x[get_global_id(0)] = 4; }")) {
            part.write(1, 2, 3, 4, 5, 6, 7, 8);
            assertArrayEquals(new int[] {3, 4, 5}, within.toArray());
            program.kernel("set").launch(Range.of(8), part);
            int[] seen = all.toArray();
            assertEquals(0, seen[511]);
            assertEquals(4, seen[512]);
            assertEquals(4, seen[519]);
            assertEquals(0, seen[520]);
            fails("multiples of", () -> program.kernel("set").arguments(within));
            fails("are not in a part of an array of 8 INT", () -> part.slice(5, 4));
        }
    }

    @Test
    void shouldRunKernels() {
        try (DeviceFloats x = accelerator.copyOf(1f, 2, 3);
                DeviceFloats y = accelerator.copyOf(10f, 20, 30);
                Program program = accelerator.program(SAXPY)) {
            Kernel saxpy = program.kernel("saxpy");
            saxpy.launch(Range.of(3), 2f, x, y);
            assertArrayEquals(new float[] {12, 24, 36}, y.toArray());
            saxpy.argument(0, 1f).launch(Range.of(3));
            assertArrayEquals(new float[] {13, 26, 39}, y.toArray());
        }
    }

    @Test
    void shouldNameTheArgumentThatDoesNotFit() {
        try (DeviceFloats x = accelerator.floats(3);
                DeviceInts ints = accelerator.ints(3);
                Accelerator other = Device.all().get(0).open();
                DeviceFloats elsewhere = other.floats(3);
                Program program = accelerator.program(SAXPY)) {
            Kernel saxpy = program.kernel("saxpy");
            fails("takes 3 arguments, not 1", () -> saxpy.arguments(1f));
            fails(
                    "argument 1 (float a) of kernel saxpy does not take the Integer 1; it takes a float",
                    () -> saxpy.arguments(1, x, x));
            fails(
                    "argument 2 (float* x) of kernel saxpy does not take an array of 3 INT",
                    () -> saxpy.arguments(1f, ints, x));
            fails("it takes DeviceFloats", () -> saxpy.arguments(1f, 2f, x));
            fails("of another accelerator", () -> saxpy.arguments(1f, x, elsewhere));
            fails("does not take null", () -> saxpy.arguments(1f, x, null));
            fails(
                    "argument 3 (float* y) of kernel saxpy has not been given",
                    () -> program.kernel("saxpy").argument(0, 1f).argument(1, x).launch(Range.of(3)));
            fails("there is no 3", () -> saxpy.argument(3, 1f));
            fails("no kernel daxpy in the program; there are: saxpy", () -> program.kernel("daxpy"));
            DeviceFloats closed = accelerator.floats(1);
            closed.close();
            fails("has been closed", () -> saxpy.arguments(1f, closed, x));
            fails("has been closed", closed::toArray);
        }
    }

    @Test
    void shouldTakeVectorsAndLocalMemory() {
        String source = "kernel void turn(float4 v, local int* shared, global int* out, uchar c, long n) {"
                + " int i = get_local_id(0); shared[i] = i + (int) v.y + c + (int) n; barrier(CLK_LOCAL_MEM_FENCE);"
                + " out[get_global_id(0)] = shared[get_local_size(0) - 1 - i]; }";
        try (DeviceInts out = accelerator.ints(8);
                Program program = accelerator.program(source)) {
            Kernel turn = program.kernel("turn");
            turn.launch(
                    Range.of(8).inGroups(4), new float[] {0, 100, 0, 0}, LocalMemory.ofInts(4), out, (byte) 10, 1000L);
            assertArrayEquals(new int[] {1113, 1112, 1111, 1110, 1113, 1112, 1111, 1110}, out.toArray());
            fails("an array of 4 floats", () -> turn.argument(0, new float[3]));
            fails("LocalMemory.ofInts", () -> turn.argument(1, LocalMemory.ofFloats(4)));
            fails("do not divide", () -> Range.of(9).inGroups(4));
            assertEquals("[12] in groups of [4]", Range.of(9).covering(4).toString());
        }
    }

    @Test
    void shouldShowWhatTheCompilerSays() {
        fails("undeclared", () -> accelerator.program("kernel void f(global int* x) { x[0] = nothing; }"));
    }

    @Test
    void shouldMeasureTimes() {
        try (DeviceFloats x = accelerator.copyOf(new float[1 << 16]);
                DeviceFloats y = accelerator.copyOf(new float[1 << 16]);
                Stream stream = accelerator.newProfiledStream();
                Program program = accelerator.program(SAXPY);
                Event event = program.kernel("saxpy").arguments(1f, x, y).launch(stream, Range.of(1 << 16))) {
            event.await();
            assertTrue(event.nanos() > 0, "nanos");
            assertTrue(event.queuedNanos() >= 0, "queuedNanos");
        }
        try (Event event = accelerator.stream().mark()) {
            fails("newProfiledStream", event::nanos);
        }
    }

    @Test
    void shouldOrderStreams() {
        try (DeviceFloats x = accelerator.copyOf(new float[1 << 20]);
                DeviceFloats y = accelerator.copyOf(new float[1 << 20]);
                Stream one = accelerator.newStream();
                Stream other = accelerator.newStream();
                Program program =
                        accelerator.program("kernel void add(global float* x) { x[get_global_id(0)] += 1; }")) {
            Kernel add = program.kernel("add").arguments(x);
            for (int i = 0; i < 10; i++) {
                add.launch(one, Range.of(1 << 20)).close();
            }
            try (Event done = one.mark()) {
                other.await(done);
            }
            x.copyTo(other, 0, y, 0, y.length());
            other.finish();
            assertEquals(10, y.toArray()[12345]);
        }
    }

    @Test
    void shouldMapWhatIsShared() {
        try (DeviceFloats x = accelerator.copyOf(1f, 2)) {
            if (accelerator.device().sharesHostMemory()) {
                x.map(view -> view.put(1, view.get(0) + 5));
                assertArrayEquals(new float[] {1, 6}, x.toArray());
            } else {
                fails("does not share its memory", () -> x.map(view -> {}));
            }
        }
    }

    @Test
    void shouldSayThatMemoryIsUsedUp() {
        fails("one element or more", () -> accelerator.floats(0));
        long most = accelerator.device().largestArray() / Double.BYTES;
        if (most < Integer.MAX_VALUE) {
            fails("it allocates at most", () -> accelerator.doubles((int) most + 1));
        }
    }

    @Test
    void shouldCloseWhatWasLeftOpen() {
        Accelerator another = Device.all().get(0).open();
        DeviceInts array = another.ints(5);
        assertEquals(1, another.leftOpen().size());
        assertTrue(another.leftOpen().get(0).startsWith("an array of 5 INT"), another.leftOpen()::toString);
        another.close();
        assertEquals(List.of(), another.leftOpen());
        fails("has been closed", array::toArray);
        another.close();
    }
}
