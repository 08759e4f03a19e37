package io.jmpi.data;

import java.nio.LongBuffer;

/** {@code long[]} and {@link LongBuffer}. */
final class LongMemory extends UserMemory {

    static final LongMemory INSTANCE = new LongMemory();

    private LongMemory() {
        super(Element.LONG);
    }

    @Override
    int arrayLength(Object array) {
        return ((long[]) array).length;
    }

    @Override
    LongBuffer view(Wire wire) {
        return wire.longs();
    }

    @Override
    void move(Object source, int from, Object target, int to, int count) {
        if (target instanceof LongBuffer into) {
            if (source instanceof LongBuffer out) {
                upTo(to + count, into).put(to, upTo(from + count, out), from, count);
            } else {
                upTo(to + count, into).put(to, (long[]) source, from, count);
            }
        } else if (source instanceof LongBuffer out) {
            upTo(from + count, out).get(from, (long[]) target, to, count);
        } else {
            System.arraycopy(source, from, target, to, count);
        }
    }

    private static LongBuffer upTo(int end, LongBuffer buffer) {
        return end <= buffer.limit() ? buffer : buffer.duplicate().clear();
    }
}
