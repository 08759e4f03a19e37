package io.jmpi.offload;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Objects;
import java.util.function.Consumer;
import org.jocl.Pointer;

/** An array of floats on a device. */
public final class DeviceFloats extends DeviceArray {

    DeviceFloats(DeviceMemory memory) {
        super(memory);
    }

    /**
     * A part, in the same memory.
     *
     * @param from index of its first element
     * @param length elements, 1 or more
     * @return to be closed by the caller, though this gives no memory back
     * @throws OffloadException when they are not all in this array
     */
    public DeviceFloats slice(int from, int length) {
        return new DeviceFloats(deviceMemory().slice(from, length));
    }

    /**
     * Copies a whole array here, from the beginning on.
     *
     * @param source not longer than this one
     * @throws OffloadException when it is
     */
    public void write(float... source) {
        write(0, source, 0, source.length);
    }

    /**
     * Copies elements here.
     *
     * @param to index of the first here
     * @param source where they are
     * @param from index of the first there
     * @param count elements
     * @throws OffloadException when they are not all in this array
     */
    public void write(int to, float[] source, int from, int count) {
        Objects.checkFromIndexSize(from, count, source.length);
        writeFrom(to, Pointer.to(source).withByteOffset((long) from * Float.BYTES), count);
    }

    /**
     * Copies elements here.
     *
     * @param to index of the first here
     * @param source from its position to its limit, which do not move; in the machine's byte order
     * @throws OffloadException when they are not all in this array
     */
    public void write(int to, FloatBuffer source) {
        requireOrder(source.order());
        writeFrom(to, Pointer.toBuffer(source), source.remaining());
    }

    /**
     * Begins to copy elements here.
     *
     * @param stream in which
     * @param to index of the first here
     * @param source direct; must not change before it is done
     * @return done when they are here
     * @throws OffloadException when they are not all in this array
     */
    public Event write(Stream stream, int to, FloatBuffer source) {
        return beginWrite(stream, to, source, source.order());
    }

    /**
     * Copies elements from the beginning to a whole array.
     *
     * @param target not longer than this one
     * @throws OffloadException when it is
     */
    public void read(float[] target) {
        read(0, target, 0, target.length);
    }

    /**
     * Copies elements from here.
     *
     * @param from index of the first here
     * @param target where they go
     * @param to index of the first there
     * @param count elements
     * @throws OffloadException when they are not all in this array
     */
    public void read(int from, float[] target, int to, int count) {
        Objects.checkFromIndexSize(to, count, target.length);
        readInto(from, Pointer.to(target).withByteOffset((long) to * Float.BYTES), count);
    }

    /**
     * Copies elements from here.
     *
     * @param from index of the first here
     * @param target from its position to its limit, which do not move; in the machine's byte order
     * @throws OffloadException when they are not all in this array
     */
    public void read(int from, FloatBuffer target) {
        requireTarget(target, target.order());
        readInto(from, Pointer.toBuffer(target), target.remaining());
    }

    /**
     * Begins to copy elements from here.
     *
     * @param stream in which
     * @param from index of the first here
     * @param target direct; not to be touched before it is done
     * @return done when they are there
     * @throws OffloadException when they are not all in this array
     */
    public Event read(Stream stream, int from, FloatBuffer target) {
        return beginRead(stream, from, target, target.order());
    }

    /**
     * All elements.
     *
     * @return a new array
     */
    public float[] toArray() {
        float[] all = new float[length()];
        read(all);
        return all;
    }

    /**
     * Sets all elements. Does not wait.
     *
     * @param value what they become
     */
    public void fill(float value) {
        fillWith(Pointer.to(new float[] {value}));
    }

    /**
     * Has the program work on the memory itself, where the device {@linkplain Device#sharesHostMemory shares} it. Waits for
     * what the accelerator's own stream was given before.
     *
     * @param work gets all elements, which it may read and change; it must not keep the buffer
     * @throws OffloadException when the device does not
     */
    public void map(Consumer<FloatBuffer> work) {
        withMapped(ByteBuffer::asFloatBuffer, work);
    }
}
