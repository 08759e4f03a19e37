package io.jmpi.data;

import java.nio.LongBuffer;

/** {@code long[]} and {@link LongBuffer}. */
final class LongMemory extends UserMemory {

    static final LongMemory INSTANCE = new LongMemory();

    private static final int SHIFT = 3;

    private LongMemory() {
        super(Element.LONG);
    }

    @Override
    int arrayLength(Object array) {
        return ((long[]) array).length;
    }

    @Override
    public void pack(Object buffer, long offset, int length, Wire wire, int at) {
        move(buffer, (int) (offset >> SHIFT), wire.longs(), at >> SHIFT, length >> SHIFT);
    }

    @Override
    public void unpack(Wire wire, int at, Object buffer, long offset, int length) {
        move(wire.longs(), at >> SHIFT, buffer, (int) (offset >> SHIFT), length >> SHIFT);
    }

    @Override
    public void copy(Object source, long sourceOffset, Object target, long targetOffset, long length) {
        int count = (int) (length >> SHIFT);
        move(source, (int) (sourceOffset >> SHIFT), target, (int) (targetOffset >> SHIFT), count);
    }

    private static void move(Object source, int from, Object target, int to, int count) {
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
