package io.jmpi.offload;

import org.jocl.CL;
import org.jocl.cl_command_queue;
import org.jocl.cl_event;

/**
 * Work for a device, done one piece after the other. What is in different streams may be done at the same time, or in any
 * order, unless one {@linkplain #await waits} for the other. May be used from any thread.
 */
public final class Stream implements AutoCloseable {

    private final Accelerator accelerator;
    private final cl_command_queue queue;
    private volatile boolean closed;

    Stream(Accelerator accelerator, cl_command_queue queue) {
        this.accelerator = accelerator;
        this.queue = queue;
    }

    cl_command_queue queue() {
        if (closed) {
            throw new OffloadException(this + " has been closed");
        }
        return queue;
    }

    Accelerator accelerator() {
        return accelerator;
    }

    /** Waits until all that was enqueued is done. */
    public void finish() {
        Cl.check(CL.clFinish(queue()), "finish the work of a stream");
    }

    /** Makes sure that the device begins with what was enqueued. Does not wait. */
    public void flush() {
        Cl.check(CL.clFlush(queue()), "begin the work of a stream");
    }

    /**
     * Marks what was enqueued until now.
     *
     * @return done when that is done; to be closed by the caller
     */
    public Event mark() {
        cl_event event = new cl_event();
        Cl.check(CL.clEnqueueMarkerWithWaitList(queue(), 0, null, event), "mark the work of a stream");
        return new Event(event, "do the work of a stream");
    }

    /**
     * Has what is enqueued from now on wait for work of other streams. Does not wait itself.
     *
     * @param events what to wait for
     */
    public void await(Event... events) {
        cl_event[] ids = new cl_event[events.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = events[i].id();
        }
        if (ids.length != 0) {
            Cl.check(CL.clEnqueueBarrierWithWaitList(queue(), ids.length, ids, null), "wait for another stream's work");
        }
    }

    /** Waits until all that was enqueued is done, and ends the stream. */
    @Override
    public void close() {
        if (accelerator.forget(this)) {
            CL.clFinish(queue);
            closed = true;
            CL.clReleaseCommandQueue(queue);
        }
    }

    /** Where its work is done. */
    @Override
    public String toString() {
        return "a stream on " + accelerator.device().name();
    }
}
