package io.jmpi.offload;

import io.jmpi.data.Element;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_buffer_region;
import org.jocl.cl_event;
import org.jocl.cl_mem;

/** Memory on a device, or a part of it; what the arrays of all element types are made on. Offsets and lengths are bytes. */
final class DeviceMemory implements AutoCloseable {

    private final Accelerator accelerator;
    private final DeviceMemory whole;
    private final cl_mem memory;
    private final long offset;
    private final Element element;
    private final int length;
    private cl_mem part;
    private volatile boolean closed;

    DeviceMemory(Accelerator accelerator, cl_mem memory, Element element, int length) {
        this(accelerator, null, memory, 0, element, length);
    }

    private DeviceMemory(
            Accelerator accelerator, DeviceMemory whole, cl_mem memory, long offset, Element element, int length) {
        this.accelerator = accelerator;
        this.whole = whole;
        this.memory = memory;
        this.offset = offset;
        this.element = element;
        this.length = length;
    }

    /** Elements from an index on, in the same memory. */
    DeviceMemory slice(int from, int count) {
        require(from, count);
        if (count == 0) {
            throw new OffloadException("a part of " + this + " has one element or more");
        }
        DeviceMemory root = whole == null ? this : whole;
        long at = offset + ((long) from << element.shift());
        return accelerator.keep(new DeviceMemory(accelerator, root, memory, at, element, count));
    }

    Accelerator accelerator() {
        return accelerator;
    }

    Element element() {
        return element;
    }

    int length() {
        return length;
    }

    long bytes() {
        return (long) length << element.shift();
    }

    boolean isClosed() {
        return closed || whole != null && whole.closed;
    }

    void requireOpen() {
        if (isClosed()) {
            throw new OffloadException(this + " has been closed");
        }
    }

    void require(int from, int count) {
        requireOpen();
        if (from < 0 || count < 0 || from > length - count) {
            throw new OffloadException("elements " + from + " to " + (from + (long) count) + " are not in " + this);
        }
    }

    /** What a kernel gets for it. */
    synchronized cl_mem argument() {
        requireOpen();
        if (whole == null) {
            return memory;
        }
        if (part == null) {
            int alignment = accelerator.device().alignment();
            if (offset % alignment != 0) {
                throw new OffloadException(this + " begins at byte " + offset + " of its array, and a kernel on "
                        + accelerator.device() + " takes parts that begin at multiples of " + alignment
                        + " bytes; pass the array, and the index as a number");
            }
            int[] status = new int[1];
            part = CL.clCreateSubBuffer(
                    memory,
                    CL.CL_MEM_READ_WRITE,
                    CL.CL_BUFFER_CREATE_TYPE_REGION,
                    new cl_buffer_region(offset, bytes()),
                    status);
            Cl.check(status[0], "pass " + this + " to a kernel");
        }
        return part;
    }

    void read(Stream stream, long from, long count, Pointer target, boolean wait, cl_event event) {
        int status = CL.clEnqueueReadBuffer(stream.queue(), memory, wait, offset + from, count, target, 0, null, event);
        if (status != CL.CL_SUCCESS) {
            throw Cl.failure(status, "read " + count + " bytes of " + this);
        }
    }

    void write(Stream stream, long to, long count, Pointer source, boolean wait, cl_event event) {
        int status = CL.clEnqueueWriteBuffer(stream.queue(), memory, wait, offset + to, count, source, 0, null, event);
        if (status != CL.CL_SUCCESS) {
            throw Cl.failure(status, "write " + count + " bytes of " + this);
        }
    }

    void copy(Stream stream, long from, DeviceMemory target, long to, long count, cl_event event) {
        int status = CL.clEnqueueCopyBuffer(
                stream.queue(), memory, target.memory, offset + from, target.offset + to, count, 0, null, event);
        if (status != CL.CL_SUCCESS) {
            throw Cl.failure(status, "copy " + this + " to " + target);
        }
    }

    void fill(Stream stream, Pointer pattern) {
        int status =
                CL.clEnqueueFillBuffer(stream.queue(), memory, pattern, element.size(), offset, bytes(), 0, null, null);
        if (status != CL.CL_SUCCESS) {
            throw Cl.failure(status, "fill " + this);
        }
    }

    /** Waits for what was enqueued, and makes it memory of this process until it is {@linkplain #unmap unmapped}. */
    ByteBuffer map(Stream stream, long from, long count) {
        requireOpen();
        int[] status = new int[1];
        ByteBuffer mapped = CL.clEnqueueMapBuffer(
                stream.queue(),
                memory,
                true,
                CL.CL_MAP_READ | CL.CL_MAP_WRITE,
                offset + from,
                count,
                0,
                null,
                null,
                status);
        if (status[0] != CL.CL_SUCCESS) {
            throw Cl.failure(status[0], "map " + this);
        }
        return mapped.order(ByteOrder.nativeOrder());
    }

    void unmap(Stream stream, ByteBuffer mapped) {
        int status = CL.clEnqueueUnmapMemObject(stream.queue(), memory, mapped, 0, null, null);
        if (status != CL.CL_SUCCESS) {
            throw Cl.failure(status, "unmap " + this);
        }
    }

    @Override
    public synchronized void close() {
        if (accelerator.forget(this)) {
            closed = true;
            if (part != null) {
                CL.clReleaseMemObject(part);
            }
            if (whole == null) {
                CL.clReleaseMemObject(memory);
                accelerator.budget().giveBack(bytes());
            }
        }
    }

    @Override
    public String toString() {
        return (whole == null ? "an array" : "a part of an array") + " of " + length + " " + element + " on "
                + accelerator.device().name();
    }
}
