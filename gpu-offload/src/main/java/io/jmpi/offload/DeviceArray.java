package io.jmpi.offload;

import io.jmpi.data.Element;
import io.jmpi.data.ForeignBuffer;
import io.jmpi.data.ForeignMemory;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jocl.Pointer;
import org.jocl.cl_event;

/**
 * An array in the memory of a device, where it stays between kernels. A message buffer for package {@code mpi}, like an array
 * of its primitives; messages and collectives take what the accelerator's {@linkplain Accelerator#stream own stream} has left
 * there. Its kinds differ in their elements.
 *
 * <p>What is enqueued in a stream is done after what that stream was given before. Calls without a stream use the
 * accelerator's own.
 */
public abstract class DeviceArray implements ForeignBuffer, AutoCloseable {

    private final DeviceMemory memory;

    DeviceArray(DeviceMemory memory) {
        this.memory = memory;
    }

    final DeviceMemory deviceMemory() {
        return memory;
    }

    final boolean isClosed() {
        return memory.isClosed();
    }

    /**
     * Where it is.
     *
     * @return what has made it
     */
    public final Accelerator accelerator() {
        return memory.accelerator();
    }

    /** Elements in it. */
    @Override
    public final int length() {
        return memory.length();
    }

    /**
     * Its size.
     *
     * @return in bytes
     */
    public final long bytes() {
        return memory.bytes();
    }

    /** What it holds. */
    @Override
    public final Element element() {
        return memory.element();
    }

    /** For messages; programs have no use for it. */
    @Override
    public final ForeignMemory memory() {
        memory.requireOpen();
        return accelerator().device().sharesHostMemory() ? new MappedPassage(this) : new ChunkedPassage(this);
    }

    /** For messages; programs have no use for it. */
    @Override
    public final ByteBuffer borrow(long offset, int length) {
        if (length == 0) {
            return ByteBuffer.allocateDirect(0);
        }
        return accelerator().device().sharesHostMemory()
                ? memory.map(accelerator().stream(), offset, length)
                : accelerator().pinned().take(length);
    }

    /** For messages; programs have no use for it. */
    @Override
    public final void load(ByteBuffer borrowed, int index, long offset, int length) {
        if (!accelerator().device().sharesHostMemory()) {
            Pointer target = Pointer.to(borrowed).withByteOffset(index);
            memory.read(accelerator().stream(), offset, length, target, true, null);
        }
    }

    /** For messages; programs have no use for it. */
    @Override
    public final void store(ByteBuffer borrowed, int index, long offset, int length) {
        if (!accelerator().device().sharesHostMemory()) {
            Pointer source = Pointer.to(borrowed).withByteOffset(index);
            memory.write(accelerator().stream(), offset, length, source, true, null);
        }
    }

    /** For messages; programs have no use for it. */
    @Override
    public final void giveBack(ByteBuffer borrowed) {
        if (borrowed.capacity() == 0) {
            return;
        }
        if (accelerator().device().sharesHostMemory()) {
            memory.unmap(accelerator().stream(), borrowed);
        } else {
            accelerator().pinned().giveBack(borrowed);
        }
    }

    /**
     * Copies all elements to another array of the same accelerator and element, from its beginning on. Does not wait.
     *
     * @param target at least as long as this one
     * @throws OffloadException when they do not fit together
     */
    public final void copyTo(DeviceArray target) {
        copyTo(accelerator().stream(), 0, target, 0, length());
    }

    /**
     * Copies elements to another array of the same accelerator and element. Does not wait.
     *
     * @param stream in which
     * @param from index of the first here
     * @param target where they go
     * @param to index of the first there
     * @param count elements
     * @throws OffloadException when they do not fit together
     */
    public final void copyTo(Stream stream, int from, DeviceArray target, int to, int count) {
        memory.require(from, count);
        target.memory.require(to, count);
        if (target.accelerator() != accelerator() || target.element() != element()) {
            throw new OffloadException(memory + " cannot be copied to " + target.memory
                    + ": they differ in their elements or their accelerators");
        }
        if (count != 0) {
            int shift = element().shift();
            memory.copy(stream, (long) from << shift, target.memory, (long) to << shift, (long) count << shift, null);
        }
    }

    final void readInto(int from, Pointer target, int count) {
        memory.require(from, count);
        if (count != 0) {
            int shift = element().shift();
            memory.read(accelerator().stream(), (long) from << shift, (long) count << shift, target, true, null);
        }
    }

    final void writeFrom(int to, Pointer source, int count) {
        memory.require(to, count);
        if (count != 0) {
            int shift = element().shift();
            memory.write(accelerator().stream(), (long) to << shift, (long) count << shift, source, true, null);
        }
    }

    /** Begins to read into a direct buffer, from its position to its limit. */
    final Event beginRead(Stream stream, int from, Buffer target, ByteOrder order) {
        requireDirect(target, order);
        requireWritable(target);
        memory.require(from, target.remaining());
        int shift = element().shift();
        cl_event event = new cl_event();
        long count = (long) target.remaining() << shift;
        memory.read(stream, (long) from << shift, count, Pointer.toBuffer(target), false, event);
        return new Event(event, "read " + memory, target);
    }

    /** Begins to write from a direct buffer, from its position to its limit. */
    final Event beginWrite(Stream stream, int to, Buffer source, ByteOrder order) {
        requireDirect(source, order);
        memory.require(to, source.remaining());
        int shift = element().shift();
        cl_event event = new cl_event();
        long count = (long) source.remaining() << shift;
        memory.write(stream, (long) to << shift, count, Pointer.toBuffer(source), false, event);
        return new Event(event, "write " + memory, source);
    }

    private static void requireDirect(Buffer buffer, ByteOrder order) {
        if (!buffer.isDirect() || !buffer.hasRemaining()) {
            throw new OffloadException(
                    "what goes on while the program does something else needs a direct buffer that is"
                            + " not empty; MPI.new...Buffer makes one");
        }
        requireOrder(order);
    }

    static void requireTarget(Buffer target, ByteOrder order) {
        requireWritable(target);
        requireOrder(order);
    }

    static void requireWritable(Buffer target) {
        if (target.isReadOnly()) {
            throw new OffloadException("elements cannot be read into a buffer that is for reading only");
        }
    }

    static void requireOrder(ByteOrder order) {
        if (order != ByteOrder.nativeOrder()) {
            throw new OffloadException("the buffer has another byte order than the machine: " + order);
        }
    }

    /** Has the program work on the memory itself, if it is the host's. */
    final <B> void withMapped(Function<ByteBuffer, B> view, Consumer<B> work) {
        if (!accelerator().device().sharesHostMemory()) {
            throw new OffloadException(
                    accelerator().device() + " does not share its memory with the host; use read and write");
        }
        ByteBuffer mapped = memory.map(accelerator().stream(), 0, bytes());
        try {
            work.accept(view.apply(mapped));
        } finally {
            memory.unmap(accelerator().stream(), mapped);
        }
    }

    final void fillWith(Pointer pattern) {
        memory.requireOpen();
        memory.fill(accelerator().stream(), pattern);
    }

    /** Gives the memory back, once what was enqueued is done; a part of an array gives nothing back. */
    @Override
    public final void close() {
        memory.close();
    }

    @Override
    public final String toString() {
        return memory.toString();
    }
}
