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
    public FloatBuffer view(Wire wire) {
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

    @Override
    void spread(Object source, int from, int step, Object target, int to, int targetStep, int count) {
        if (source instanceof FloatBuffer buffer) {
            gather(buffer, from, step, (float[]) target, to, targetStep, count);
        } else if (target instanceof FloatBuffer buffer) {
            scatter((float[]) source, from, step, buffer, to, targetStep, count);
        } else {
            spread((float[]) source, from, step, (float[]) target, to, targetStep, count);
        }
    }

    private static void spread(float[] source, int from, int step, float[] target, int to, int targetStep, int count) {
        if (targetStep == 1) {
            for (int i = 0; i < count; i++) {
                target[to + i] = source[from + i * step];
            }
        } else if (step == 1) {
            for (int i = 0; i < count; i++) {
                target[to + i * targetStep] = source[from + i];
            }
        } else {
            for (int i = 0; i < count; i++) {
                target[to + i * targetStep] = source[from + i * step];
            }
        }
    }

    private static void gather(
            FloatBuffer source, int from, int step, float[] target, int to, int targetStep, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i * targetStep] = source.get(from + i * step);
        }
    }

    private static void scatter(
            float[] source, int from, int step, FloatBuffer target, int to, int targetStep, int count) {
        for (int i = 0; i < count; i++) {
            target.put(to + i * targetStep, source[from + i * step]);
        }
    }

    private static FloatBuffer upTo(int end, FloatBuffer buffer) {
        return end <= buffer.limit() ? buffer : buffer.duplicate().clear();
    }
}
