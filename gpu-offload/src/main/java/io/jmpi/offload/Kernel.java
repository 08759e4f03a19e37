package io.jmpi.offload;

import java.util.List;
import org.jocl.CL;
import org.jocl.cl_event;
import org.jocl.cl_kernel;

/**
 * A function that a device runs for each work-item of a range, and the arguments that were given to it last. Used by one
 * thread at a time; a thread of its own takes a kernel of its own.
 *
 * <p>An argument is what the source declares: an array of the same element for a pointer to global or constant memory,
 * {@link LocalMemory} for one to local memory, a number of the very type for a number, an array of primitives for a vector.
 * Unsigned types are given as signed ones.
 */
public final class Kernel {

    private final Program program;
    private final cl_kernel id;
    private final String name;
    private final Parameter[] parameters;
    private final boolean[] given;
    private final DeviceArray[] arrays; // those among the arguments; OpenCL does not keep them alive
    private boolean complete;
    private boolean closed;

    Kernel(Program program, cl_kernel id, String name, List<Declaration> declared) {
        this.program = program;
        this.id = id;
        this.name = name;
        this.parameters = new Parameter[declared.size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = new Parameter(name, i, declared.get(i));
        }
        this.given = new boolean[parameters.length];
        this.arrays = new DeviceArray[parameters.length];
        this.complete = parameters.length == 0;
    }

    /**
     * Gives all arguments, for all launches from now on.
     *
     * @param arguments as many as there are parameters
     * @return this
     * @throws OffloadException naming the argument that does not fit, and what would
     */
    public Kernel arguments(Object... arguments) {
        requireOpen();
        if (arguments.length != parameters.length) {
            throw new OffloadException(
                    "kernel " + name + " takes " + parameters.length + " arguments, not " + arguments.length);
        }
        for (int i = 0; i < arguments.length; i++) {
            give(i, arguments[i]);
        }
        complete = true;
        return this;
    }

    /**
     * Gives one argument, for all launches from now on.
     *
     * @param index its number, from 0 on
     * @param value the argument
     * @return this
     * @throws OffloadException when it does not fit
     */
    public Kernel argument(int index, Object value) {
        requireOpen();
        if (index < 0 || index >= parameters.length) {
            throw new OffloadException("kernel " + name + " takes " + parameters.length + " arguments; there is no "
                    + index + ", counted from 0");
        }
        give(index, value);
        complete = true;
        for (boolean one : given) {
            complete &= one;
        }
        return this;
    }

    /**
     * Gives all arguments, and enqueues the kernel in the accelerator's own stream. Does not wait.
     *
     * @param range how many work-items
     * @param arguments as many as there are parameters
     * @throws OffloadException when something does not fit
     */
    public void launch(Range range, Object... arguments) {
        arguments(arguments);
        launch(range);
    }

    /**
     * Enqueues the kernel with the arguments given before in the accelerator's own stream. Does not wait.
     *
     * @param range how many work-items
     * @throws OffloadException when something does not fit
     */
    public void launch(Range range) {
        enqueue(program.accelerator().stream(), range, null);
    }

    /**
     * Enqueues the kernel with the arguments given before. Does not wait.
     *
     * @param stream in which
     * @param range how many work-items
     * @return done when they are; to be closed by the caller
     * @throws OffloadException when something does not fit
     */
    public Event launch(Stream stream, Range range) {
        cl_event event = new cl_event();
        enqueue(stream, range, event);
        return new Event(event, "run kernel " + name);
    }

    private void give(int index, Object value) {
        parameters[index].set(id, program.accelerator(), value);
        arrays[index] = value instanceof DeviceArray array ? array : null;
        given[index] = true;
    }

    private void enqueue(Stream stream, Range range, cl_event event) {
        if (!complete || closed) {
            requireOpen();
            throw missing();
        }
        for (int i = 0; i < arrays.length; i++) {
            if (arrays[i] != null && arrays[i].isClosed()) {
                throw new OffloadException(parameters[i] + " has been closed: " + arrays[i]);
            }
        }
        if (stream.accelerator() != program.accelerator()) {
            throw new OffloadException(
                    "kernel " + name + " and " + stream + " are of different accelerators; use a stream of its own");
        }
        long[] sizes = range.sizes();
        int status =
                CL.clEnqueueNDRangeKernel(stream.queue(), id, sizes.length, null, sizes, range.group(), 0, null, event);
        if (status != CL.CL_SUCCESS) {
            throw Cl.failure(status, "run kernel " + name + " on " + range + " work-items");
        }
    }

    private OffloadException missing() {
        int first = 0;
        while (given[first]) {
            first++;
        }
        return new OffloadException(parameters[first] + " has not been given");
    }

    private void requireOpen() {
        if (closed) {
            throw new OffloadException("the program of kernel " + name + " has been closed");
        }
    }

    void release() {
        closed = true;
        CL.clReleaseKernel(id);
    }

    /** Its name. */
    @Override
    public String toString() {
        return "kernel " + name;
    }
}
