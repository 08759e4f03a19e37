package io.jmpi.data;

import java.nio.ByteBuffer;

/**
 * The way of one message at a time out of a {@link ForeignBuffer} or into it. Its bytes are asked for, or come, in their
 * order and in pieces between {@link #begin} and {@link #end}; without these, in one piece. So the next pieces can be under
 * way while one is in a message.
 */
public abstract class ForeignMemory extends UserMemory {

    private static final int PIECE = 64 << 10;

    private final ForeignBuffer buffer;

    protected ForeignMemory(ForeignBuffer buffer) {
        super(buffer.element());
        this.buffer = buffer;
    }

    /** Brings bytes from an offset on to an index of host memory; they are there when it returns. */
    protected abstract void read(long offset, ByteBuffer target, int index, int length);

    /** Takes bytes from an index of host memory, which may change when it returns, to an offset. */
    protected abstract void write(ByteBuffer source, int index, long offset, int length);

    @Override
    final int arrayLength(Object array) {
        return buffer.length();
    }

    /** The message memory itself. */
    @Override
    public final Object view(Wire wire) {
        return wire;
    }

    @Override
    final void move(Object source, int from, Object target, int to, int count) {
        int shift = element().shift();
        if (target instanceof Wire wire) {
            read((long) from << shift, wire.bytes(), to << shift, count << shift);
        } else {
            write(((Wire) source).bytes(), from << shift, (long) to << shift, count << shift);
        }
    }

    @Override
    final void spread(Object source, int from, int step, Object target, int to, int targetStep, int count) {
        throw new UnsupportedOperationException("foreign memory is moved as it lies");
    }

    @Override
    final int longestPiece() {
        return PIECE;
    }
}
