package io.jmpi.offload;

import io.jmpi.data.Element;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jocl.CL;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;
import org.jocl.cl_mem;

/**
 * A device that works for this process, and of which all else is made. Closing it closes what was made of it and is still
 * open. May be used from any thread.
 */
public final class Accelerator implements AutoCloseable {

    private final Device device;
    private final cl_context context;
    private final Set<AutoCloseable> open = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private final Stream stream;
    private final PinnedMemory pinned = new PinnedMemory(this);

    private Accelerator(Device device) {
        this.device = device;
        cl_context_properties properties = new cl_context_properties();
        properties.addProperty(CL.CL_CONTEXT_PLATFORM, device.platformId());
        int[] status = new int[1];
        this.context = CL.clCreateContext(properties, 1, new cl_device_id[] {device.id()}, null, null, status);
        Cl.check(status[0], "use " + device);
        this.stream = newStream();
    }

    static Accelerator open(Device device) {
        return new Accelerator(device);
    }

    cl_context context() {
        return context;
    }

    PinnedMemory pinned() {
        return pinned;
    }

    /** Takes note of something to be closed. */
    <T extends AutoCloseable> T keep(T made) {
        open.add(made);
        return made;
    }

    /** Whether it has not been closed before. */
    boolean forget(AutoCloseable closing) {
        return open.remove(closing);
    }

    /**
     * The device.
     *
     * @return what was opened
     */
    public Device device() {
        return device;
    }

    /**
     * The stream that all work goes to for which no other is named.
     *
     * @return always the same
     */
    public Stream stream() {
        return stream;
    }

    /**
     * Another stream.
     *
     * @return to be closed by the caller
     */
    public Stream newStream() {
        return stream(0);
    }

    /**
     * Another stream, whose events tell how long their work has taken.
     *
     * @return to be closed by the caller
     */
    public Stream newProfiledStream() {
        return stream(CL.CL_QUEUE_PROFILING_ENABLE);
    }

    /** By the call of OpenCL 1: JOCL 2.0.6 hands the list of the newer one's properties over with garbage at its end. */
    @SuppressWarnings("deprecation")
    private Stream stream(long properties) {
        int[] status = new int[1];
        cl_command_queue queue = CL.clCreateCommandQueue(context, device.id(), properties, status);
        Cl.check(status[0], "make a stream");
        return keep(new Stream(this, queue));
    }

    /**
     * What was made of it and is still open, but for its own stream.
     *
     * @return in words, in no order
     */
    public List<String> leftOpen() {
        List<String> left = new ArrayList<>();
        for (AutoCloseable made : open) {
            if (made != stream) {
                left.add(made.toString());
            }
        }
        return left;
    }

    /**
     * An array of floats, with anything in it.
     *
     * @param length elements, 1 or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceFloats floats(int length) {
        return new DeviceFloats(memory(Element.FLOAT, length));
    }

    /**
     * An array of doubles, with anything in it.
     *
     * @param length elements, 1 or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it, or does not compute with doubles
     */
    public DeviceDoubles doubles(int length) {
        if (!device.hasDoubles()) {
            throw new OffloadException(device + " does not compute with doubles; use floats, or another device");
        }
        return new DeviceDoubles(memory(Element.DOUBLE, length));
    }

    /**
     * An array of ints, with anything in it.
     *
     * @param length elements, 1 or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceInts ints(int length) {
        return new DeviceInts(memory(Element.INT, length));
    }

    /**
     * An array of longs, with anything in it.
     *
     * @param length elements, 1 or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceLongs longs(int length) {
        return new DeviceLongs(memory(Element.LONG, length));
    }

    /**
     * An array of bytes, with anything in it.
     *
     * @param length elements, 1 or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceBytes bytes(int length) {
        return new DeviceBytes(memory(Element.BYTE, length));
    }

    /**
     * An array on the device with the same elements.
     *
     * @param source what to copy, one element or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceFloats copyOf(float... source) {
        DeviceFloats copy = floats(source.length);
        copy.write(source);
        return copy;
    }

    /**
     * An array on the device with the same elements.
     *
     * @param source what to copy, one element or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it, or does not compute with doubles
     */
    public DeviceDoubles copyOf(double... source) {
        DeviceDoubles copy = doubles(source.length);
        copy.write(source);
        return copy;
    }

    /**
     * An array on the device with the same elements.
     *
     * @param source what to copy, one element or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceInts copyOf(int... source) {
        DeviceInts copy = ints(source.length);
        copy.write(source);
        return copy;
    }

    /**
     * An array on the device with the same elements.
     *
     * @param source what to copy, one element or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceLongs copyOf(long... source) {
        DeviceLongs copy = longs(source.length);
        copy.write(source);
        return copy;
    }

    /**
     * An array on the device with the same elements.
     *
     * @param source what to copy, one element or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceBytes copyOf(byte... source) {
        DeviceBytes copy = bytes(source.length);
        copy.write(source);
        return copy;
    }

    private DeviceMemory memory(Element element, int length) {
        if (length < 1) {
            throw new OffloadException("an array on a device has one element or more, not " + length);
        }
        long bytes = (long) length << element.shift();
        String what = "make an array of " + length + " " + element + " on " + device;
        if (bytes > device.largestArray()) {
            throw new OffloadException("cannot " + what + ": it allocates at most " + device.largestArray()
                    + " bytes at once; use several arrays");
        }
        int[] status = new int[1];
        cl_mem memory = CL.clCreateBuffer(context, CL.CL_MEM_READ_WRITE, bytes, null, status);
        Cl.check(status[0], what);
        return keep(new DeviceMemory(this, memory, element, length));
    }

    /**
     * A program, built for this device.
     *
     * @param source OpenCL C
     * @return to be closed by the caller
     * @throws OffloadException with the compiler's words when it does not compile
     */
    public Program program(String source) {
        return program(source, "");
    }

    /**
     * A program, built for this device.
     *
     * @param source OpenCL C
     * @param options for the compiler, such as {@code -DTILE=16}
     * @return to be closed by the caller
     * @throws OffloadException with the compiler's words when it does not compile
     */
    public Program program(String source, String options) {
        return keep(Program.build(this, source, options));
    }

    /** Closes what was made of it and is still open, then itself. */
    @Override
    public void close() {
        pinned.close();
        for (AutoCloseable made : open) {
            if (made != stream) {
                closeQuietly(made);
            }
        }
        if (open.contains(stream)) {
            stream.close();
            CL.clReleaseContext(context);
        }
    }

    private static void closeQuietly(AutoCloseable made) {
        try {
            made.close();
        } catch (Exception e) {
            throw new OffloadException("cannot close " + made, e);
        }
    }

    @Override
    public String toString() {
        return "an accelerator on " + device;
    }
}
