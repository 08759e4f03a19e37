package io.jmpi.offload;

import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_event;

/**
 * The end of a piece of work that was enqueued. Holds a little of the driver's memory until it is closed; the work goes on
 * whether it is closed or not. May be used from any thread.
 */
public final class Event implements AutoCloseable {

    private final cl_event event;
    private final String what;
    private final Object buffer; // must not be collected before it is done
    private volatile boolean closed;

    Event(cl_event event, String what) {
        this(event, what, null);
    }

    Event(cl_event event, String what, Object buffer) {
        this.event = event;
        this.what = what;
        this.buffer = buffer;
    }

    /** The memory of this process that the work is on, or null. */
    Object buffer() {
        return buffer;
    }

    cl_event id() {
        if (closed) {
            throw new OffloadException("the event of work has been closed: " + what);
        }
        return event;
    }

    /**
     * Waits until the work is done.
     *
     * @throws OffloadException when it has failed
     */
    public void await() {
        Cl.check(CL.clWaitForEvents(1, new cl_event[] {id()}), what);
    }

    /**
     * Whether the work is done. Does not wait.
     *
     * @return false as long as it is not
     * @throws OffloadException when it has failed
     */
    public boolean isDone() {
        int[] status = new int[1];
        Cl.check(
                CL.clGetEventInfo(id(), CL.CL_EVENT_COMMAND_EXECUTION_STATUS, Integer.BYTES, Pointer.to(status), null),
                "ask whether work is done");
        if (status[0] < 0) {
            throw Cl.failure(status[0], what);
        }
        return status[0] == CL.CL_COMPLETE;
    }

    /**
     * How long the device has worked on it, without the time in the queue. The stream must {@linkplain
     * Accelerator#newProfiledStream measure times}.
     *
     * @return in nanoseconds, once it is done
     * @throws OffloadException when the stream does not measure times, or the work is not done
     */
    public long nanos() {
        return time(CL.CL_PROFILING_COMMAND_END) - time(CL.CL_PROFILING_COMMAND_START);
    }

    /**
     * How long it has waited until the device began with it.
     *
     * @return in nanoseconds, once it is done
     * @throws OffloadException as {@link #nanos}
     */
    public long queuedNanos() {
        return time(CL.CL_PROFILING_COMMAND_START) - time(CL.CL_PROFILING_COMMAND_QUEUED);
    }

    private long time(int name) {
        long[] value = new long[1];
        int status = CL.clGetEventProfilingInfo(id(), name, Long.BYTES, Pointer.to(value), null);
        if (status == CL.CL_PROFILING_INFO_NOT_AVAILABLE) {
            throw new OffloadException("no times are known: use newProfiledStream, and ask once the work is done");
        }
        Cl.check(status, "ask how long work has taken");
        return value[0];
    }

    /** Gives the driver's memory back. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            CL.clReleaseEvent(event);
        }
    }
}
