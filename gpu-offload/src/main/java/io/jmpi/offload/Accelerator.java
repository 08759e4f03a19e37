package io.jmpi.offload;

import io.jmpi.data.Element;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
public final class Accelerator extends ArrayMaker implements AutoCloseable {

    private final Device device;
    private final cl_context context;
    private final ProgramCache programs;
    private final Openings open = new Openings();
    private final Budget budget;
    private final Stream stream;
    private final PinnedMemory pinned = new PinnedMemory(this);

    private Accelerator(Device device, ProgramCache programs) {
        this.device = device;
        this.programs = programs;
        this.budget = new Budget(device.memory());
        cl_context_properties properties = new cl_context_properties();
        properties.addProperty(CL.CL_CONTEXT_PLATFORM, device.platformId());
        int[] status = new int[1];
        this.context = CL.clCreateContext(properties, 1, new cl_device_id[] {device.id()}, null, null, status);
        Cl.check(status[0], "use " + device);
        this.stream = stream(0);
    }

    static Accelerator open(Device device) {
        return open(device, ProgramCache.ofUser());
    }

    static Accelerator open(Device device, ProgramCache programs) {
        return new Accelerator(device, programs);
    }

    cl_context context() {
        if (!open.contains(stream)) {
            throw new OffloadException(this + " has been closed");
        }
        return context;
    }

    Budget budget() {
        return budget;
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

    @Override
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
        context(); // to be open
        return stream(0);
    }

    /**
     * Another stream, whose events tell how long their work has taken.
     *
     * @return to be closed by the caller
     */
    public Stream newProfiledStream() {
        context(); // to be open
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
     * What was made of it and is still open, but for its own stream. Says where in the program it was made if the system
     * property {@code jmpi.offload.leaks} is true.
     *
     * @return in words, in no order
     */
    public List<String> leftOpen() {
        return open.described(stream);
    }

    @Override
    DeviceMemory memory(Element element, int length) {
        if (length < 1) {
            throw new OffloadException("an array on a device has one element or more, not " + length);
        }
        long bytes = (long) length << element.shift();
        String what = "make an array of " + length + " " + element + " on " + device;
        if (bytes > device.largestArray()) {
            throw new OffloadException("cannot " + what + ": it allocates at most " + device.largestArray()
                    + " bytes at once; use several arrays");
        }
        cl_context context = context();
        budget.take(bytes, what);
        int[] status = new int[1];
        cl_mem memory = CL.clCreateBuffer(context, CL.CL_MEM_READ_WRITE, bytes, null, status);
        if (status[0] != CL.CL_SUCCESS) {
            budget.giveBack(bytes);
            throw Cl.failure(status[0], what);
        }
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
        return keep(new Build(this, source, options).run(programs));
    }

    /**
     * A program from a file beside a class, built for this device.
     *
     * @param owner the class
     * @param name of the file, as for {@link Class#getResourceAsStream}
     * @return to be closed by the caller
     * @throws OffloadException when there is no such file, or with the compiler's words when it does not compile
     */
    public Program programFromResource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new OffloadException("there is no file " + name + " beside " + owner.getName()
                        + "; it belongs into the resources, in the folder of that package");
            }
            return program(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new OffloadException("cannot read " + name + " beside " + owner.getName(), e);
        }
    }

    /**
     * A kernel that computes a statement for each element, such as {@code elementwise("float a, float* x, float* y", "y[i] += a
     * * x[i]")}.
     *
     * @param parameters with commas between them; arrays as {@code float* x}
     * @param statement in OpenCL C, or several; {@code i} is the element's index
     * @return to be closed by the caller
     * @throws OffloadException with the compiler's words when it does not compile
     */
    public Elementwise elementwise(String parameters, String statement) {
        return Elementwise.of(this, parameters, statement);
    }

    /**
     * A kernel that makes one number of all elements, such as {@code reduction("float* x, float* y", "x[i] * y[i]", "float", "a +
     * b", "0")}, the scalar product.
     *
     * @param parameters with commas between them; arrays as {@code float* x}
     * @param expression of an element in OpenCL C; {@code i} is its index
     * @param type of the result: float, double, int or long
     * @param combination of two results, {@code a} and {@code b}; its order must not matter
     * @param neutral what changes nothing when it is combined
     * @return to be closed by the caller
     * @throws OffloadException with the compiler's words when it does not compile
     */
    public Reduction reduction(String parameters, String expression, String type, String combination, String neutral) {
        return Reduction.of(this, parameters, expression, type, combination, neutral);
    }

    /**
     * Closes what was made of it and is still open, then itself.
     *
     * @throws OffloadException when there was something, naming it and where it was made, if the system property {@code
     *     jmpi.offload.leaks} is true
     */
    @Override
    public void close() {
        List<String> left = open.isTraced() && open.contains(stream) ? leftOpen() : List.of();
        pinned.close();
        for (AutoCloseable made : open.all()) {
            if (made != stream) {
                closeQuietly(made);
            }
        }
        if (open.contains(stream)) {
            stream.close();
            CL.clReleaseContext(context);
        }
        if (!left.isEmpty()) {
            throw new OffloadException("left open on " + device + ": " + String.join("; ", left));
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
