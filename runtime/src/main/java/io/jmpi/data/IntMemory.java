package io.jmpi.data;

import java.nio.IntBuffer;

/** {@code int[]} and {@link IntBuffer}. */
final class IntMemory extends UserMemory {

    static final IntMemory INSTANCE = new IntMemory();

    private IntMemory() {
        super(Element.INT);
    }

    @Override
    int arrayLength(Object array) {
        return ((int[]) array).length;
    }

    @Override
    IntBuffer view(Wire wire) {
        return wire.ints();
    }

    @Override
    void move(Object source, int from, Object target, int to, int count) {
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
