package io.jmpi.offload;

import static io.jmpi.offload.Failures.fails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.jocl.CL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a driver would crash on, or answer with a number: each is an error of the call, in words. */
class MisuseTest {

    private static final String SOURCE = "typedef float real; kernel void add(global float* x, real a) {"
            + " x[get_global_id(0)] += a; } kernel void vectors(long2 a, uchar4 b, short3 c, global short* s,"
            + " global long* out) { out[0] = a.x + a.y + b.w + c.z + s[1]; }";

    private final Accelerator accelerator = Device.all().get(0).open();
    private final Program program = accelerator.program(SOURCE);

    @AfterEach
    void close() {
        accelerator.close();
    }

    @Test
    void shouldNotRunOnAnArrayThatWasClosedSince() {
        DeviceFloats x = accelerator.floats(4);
        DeviceFloats part = x.slice(0, 2);
        Kernel add = program.kernel("add").arguments(x, 1f);
        Kernel other = program.kernel("add").arguments(part, 1f);
        x.close();
        fails("argument 1 (float* x) of kernel add has been closed", () -> add.launch(Range.of(4)));
        fails("argument 1 (float* x) of kernel add has been closed", () -> other.launch(Range.of(2)));
    }

    @Test
    void shouldNotUseStreamsAndEventsThatWereClosed() {
        try (DeviceFloats x = accelerator.copyOf(1f, 2)) {
            Kernel add = program.kernel("add").arguments(x, 1f);
            Stream stream = accelerator.newStream();
            Event event = stream.mark();
            event.close();
            fails("has been closed", event::await);
            fails("has been closed", event::isDone);
            fails("has been closed", () -> stream.await(event));
            stream.close();
            fails("a stream on ", stream::finish);
            fails("has been closed", () -> add.launch(stream, Range.of(2)));
            fails("has been closed", stream::mark);
            stream.close();
        }
    }

    @Test
    void shouldNotMixAccelerators() {
        try (Accelerator other = Device.all().get(0).open();
                DeviceFloats x = accelerator.floats(2);
                DeviceFloats y = other.floats(2)) {
            Kernel add = program.kernel("add").arguments(x, 1f);
            fails("different accelerators", () -> add.launch(other.stream(), Range.of(2)));
            fails("differ in their elements or their accelerators", () -> x.copyTo(y));
            fails(
                    "cannot read 8 bytes",
                    () -> x.read(
                            other.stream(),
                            0,
                            ByteBuffer.allocateDirect(8)
                                    .order(ByteOrder.nativeOrder())
                                    .asFloatBuffer()));
        }
    }

    @Test
    void shouldMakeNothingOfAClosedAccelerator() {
        Accelerator closed = Device.all().get(0).open();
        closed.close();
        fails("has been closed", () -> closed.floats(1));
        fails("has been closed", () -> closed.program(SOURCE));
        fails("has been closed", closed::newStream);
        fails("has been closed", () -> closed.stream().finish());
    }

    @Test
    void shouldCheckTypesThatTheSourceNames() {
        try (DeviceFloats x = accelerator.copyOf(1f)) {
            program.kernel("add").launch(Range.of(1), x, 2f);
            assertArrayEquals(new float[] {3}, x.toArray());
            fails(
                    "argument 2 (float a) of kernel add does not take the Double 2.0; it takes a float",
                    () -> program.kernel("add").arguments(x, 2.0));
        }
    }

    @Test
    void shouldTakeVectorsOfAllTypes() {
        try (DeviceBytes shorts = accelerator.bytes(4);
                DeviceLongs out = accelerator.longs(1)) {
            short[] two = {0, 1000};
            ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder());
            bytes.asShortBuffer().put(two);
            shorts.write(bytes.array());
            Kernel vectors = program.kernel("vectors");
            vectors.launch(
                    Range.of(1), new long[] {1, 10}, new byte[] {0, 0, 0, 100}, new short[] {0, 0, 5}, shorts, out);
            assertArrayEquals(new long[] {1116}, out.toArray());
            fails("it takes an array of 2 longs", () -> vectors.argument(0, new long[3]));
            fails("it takes an array of 3 shorts", () -> vectors.argument(2, new int[3]));
            fails("it takes DeviceBytes", () -> vectors.argument(3, out));
        }
    }

    @Test
    void shouldNotWriteIntoWhatIsForReadingOnly() {
        try (DeviceFloats x = accelerator.copyOf(1f)) {
            FloatBuffer direct = ByteBuffer.allocateDirect(4)
                    .order(ByteOrder.nativeOrder())
                    .asReadOnlyBuffer()
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            fails("for reading only", () -> x.read(0, direct));
            fails("for reading only", () -> x.read(accelerator.stream(), 0, direct));
        }
    }

    @Test
    void shouldFindFilesBesideClasses() {
        fails(
                "there is no file none.cl beside io.jmpi.offload.MisuseTest",
                () -> accelerator.programFromResource(MisuseTest.class, "none.cl"));
        try (Program found = accelerator.programFromResource(MisuseTest.class, "twice.cl");
                DeviceFloats x = accelerator.copyOf(4f)) {
            found.kernel("twice").launch(Range.of(1), x);
            assertArrayEquals(new float[] {8}, x.toArray());
        }
    }

    @Test
    void shouldSayInWordsWhatAGroupMayBe() {
        try (DeviceFloats x = accelerator.floats(1)) {
            long many = accelerator.device().largestGroup() * 2L;
            Kernel add = program.kernel("add").arguments(x, 1f);
            fails("use a smaller group", () -> add.launch(Range.of(many).inGroups(many)));
        }
    }

    /** Without touching it, so that a processor's device takes none of the host's. */
    @Test
    void shouldSayThatTheMemoryIsUsedUp() {
        int length = (int) Math.min(Integer.MAX_VALUE, accelerator.device().largestArray() / Long.BYTES);
        long arrays = accelerator.device().memory() / ((long) length * Long.BYTES) + 1;
        fails("the device's memory is used up", () -> {
            for (long i = 0; i < arrays; i++) {
                accelerator.longs(length);
            }
        });
    }

    @Test
    void shouldCountMemory() {
        Budget budget = new Budget(100);
        budget.take(60, "a");
        fails("cannot b: the device's memory is used up, 60 of 100 bytes", () -> budget.take(41, "b"));
        budget.take(40, "c");
        budget.giveBack(60);
        budget.take(60, "d");
        fails("100 of 100", () -> budget.take(1, "e"));
    }

    @Test
    void shouldTellTheRemedyWithTheErrorsName() {
        String full = Cl.failure(CL.CL_MEM_OBJECT_ALLOCATION_FAILURE, "make x").getMessage();
        assertTrue(full.startsWith("cannot make x: CL_MEM_OBJECT_ALLOCATION_FAILURE; "), full);
        assertTrue(full.contains("close arrays"), full);
    }
}
