package io.jmpi.data;

import java.nio.ShortBuffer;

/** {@code short[]} and {@link ShortBuffer}. */
final class ShortMemory extends UserMemory {

    static final ShortMemory INSTANCE = new ShortMemory();

    private ShortMemory() {
        super(Element.SHORT);
    }

    @Override
    int arrayLength(Object array) {
        return ((short[]) array).length;
    }

    @Override
    ShortBuffer view(Wire wire) {
        return wire.shorts();
    }

    @Override
    void move(Object source, int from, Object target, int to, int count) {
        if (target instanceof ShortBuffer into) {
            if (source instanceof ShortBuffer out) {
                upTo(to + count, into).put(to, upTo(from + count, out), from, count);
            } else {
                upTo(to + count, into).put(to, (short[]) source, from, count);
            }
        } else if (source instanceof ShortBuffer out) {
            upTo(from + count, out).get(from, (short[]) target, to, count);
        } else {
            System.arraycopy(source, from, target, to, count);
        }
    }

    private static ShortBuffer upTo(int end, ShortBuffer buffer) {
        return end <= buffer.limit() ? buffer : buffer.duplicate().clear();
    }
}
