package io.jmpi.data;

import java.nio.ByteBuffer;

/**
 * A message buffer that is neither an array nor a {@code java.nio} buffer, such as memory of a device. Offsets and lengths are
 * bytes and multiples of the element's size, within the {@link #length}.
 *
 * <p>A message goes through a {@link ForeignMemory} of its own. A collective, which needs its data at any place and at any
 * time, works on host memory that is borrowed for it.
 */
public interface ForeignBuffer {

    /** What it holds; {@link Element#BYTE} for raw bytes. */
    Element element();

    /** Elements in it. */
    int length();

    /** Memory for messages out of it and into it, one at a time. */
    ForeignMemory memory();

    /**
     * Host memory in the place of a part: direct, in the machine's order, at index 0 the part's first byte. What is in it is
     * not defined before it is {@linkplain #load loaded}, unless both are the same memory.
     */
    ByteBuffer borrow(long offset, int length);

    /** Brings a range of a part into the host memory that was borrowed for it; index and offset are of the same byte. */
    void load(ByteBuffer borrowed, int index, long offset, int length);

    /** Brings a range of a part back. */
    void store(ByteBuffer borrowed, int index, long offset, int length);

    /** Ends the use of host memory. */
    void giveBack(ByteBuffer borrowed);
}
