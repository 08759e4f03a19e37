package io.jmpi.data;

import java.nio.IntBuffer;

/** {@code int[]} and {@link IntBuffer}. */
final class IntMemory extends UserMemory {

    static final IntMemory INSTANCE = new IntMemory();

    private static final int SHIFT = 2;

    private IntMemory() {
        super(Element.INT);
    }

    @Override
    int arrayLength(Object array) {
        return ((int[]) array).length;
    }

    @Override
    public void pack(Object buffer, long offset, int length, Wire wire, int at) {
        move(buffer, (int) (offset >> SHIFT), wire.ints(), at >> SHIFT, length >> SHIFT);
    }

    @Override
    public void unpack(Wire wire, int at, Object buffer, long offset, int length) {
        move(wire.ints(), at >> SHIFT, buffer, (int) (offset >> SHIFT), length >> SHIFT);
    }

    @Override
    public void copy(Object source, long sourceOffset, Object target, long targetOffset, long length) {
        int count = (int) (length >> SHIFT);
        move(source, (int) (sourceOffset >> SHIFT), target, (int) (targetOffset >> SHIFT), count);
    }

    private static void move(Object source, int from, Object target, int to, int count) {
        if (target instanceof IntBuffer into) {
            if (source instanceof IntBuffer out) {
                upTo(to + count, into).put(to, upTo(from + count, out), from, count);
            } else {
                upTo(to + count, into).put(to, (int[]) source, from, count);
            }
        } else if (source instanceof IntBuffer out) {
            upTo(from + count, out).get(from, (int[]) target, to, count);
        } else {
            System.arraycopy(source, from, target, to, count);
        }
    }

    private static IntBuffer upTo(int end, IntBuffer buffer) {
        return end <= buffer.limit() ? buffer : buffer.duplicate().clear();
    }
}
