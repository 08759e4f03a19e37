package io.jmpi.data;

import java.nio.DoubleBuffer;

/** {@code double[]} and {@link DoubleBuffer}. */
final class DoubleMemory extends UserMemory {

    static final DoubleMemory INSTANCE = new DoubleMemory();

    private DoubleMemory() {
        super(Element.DOUBLE);
    }

    @Override
    int arrayLength(Object array) {
        return ((double[]) array).length;
    }

    @Override
    DoubleBuffer view(Wire wire) {
        return wire.doubles();
    }

    @Override
    void move(Object source, int from, Object target, int to, int count) {
        if (target instanceof DoubleBuffer into) {
            if (source instanceof DoubleBuffer out) {
                upTo(to + count, into).put(to, upTo(from + count, out), from, count);
            } else {
                upTo(to + count, into).put(to, (double[]) source, from, count);
            }
        } else if (source instanceof DoubleBuffer out) {
            upTo(from + count, out).get(from, (double[]) target, to, count);
        } else {
            System.arraycopy(source, from, target, to, count);
        }
    }

    private static DoubleBuffer upTo(int end, DoubleBuffer buffer) {
        return end <= buffer.limit() ? buffer : buffer.duplicate().clear();
    }
}
