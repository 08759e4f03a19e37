package io.jmpi.data;

import java.nio.FloatBuffer;

/** {@code float[]} and {@link FloatBuffer}. */
final class FloatMemory extends UserMemory {

    static final FloatMemory INSTANCE = new FloatMemory();

    private FloatMemory() {
        super(Element.FLOAT);
    }

    @Override
    int arrayLength(Object array) {
        return ((float[]) array).length;
    }

    @Override
    FloatBuffer view(Wire wire) {
        return wire.floats();
    }

    @Override
    void move(Object source, int from, Object target, int to, int count) {
        if (target instanceof FloatBuffer into) {
            if (source instanceof FloatBuffer out) {
                upTo(to + count, into).put(to, upTo(from + count, out), from, count);
            } else {
                upTo(to + count, into).put(to, (float[]) source, from, count);
            }
        } else if (source instanceof FloatBuffer out) {
            upTo(from + count, out).get(from, (float[]) target, to, count);
        } else {
            System.arraycopy(source, from, target, to, count);
        }
    }

    private static FloatBuffer upTo(int end, FloatBuffer buffer) {
        return end <= buffer.limit() ? buffer : buffer.duplicate().clear();
    }
}
