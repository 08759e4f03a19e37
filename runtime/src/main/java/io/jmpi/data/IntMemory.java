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
    public IntBuffer view(Wire wire) {
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

    @Override
    void spread(Object source, int from, int step, Object target, int to, int targetStep, int count) {
        if (source instanceof IntBuffer buffer) {
            gather(buffer, from, step, (int[]) target, to, targetStep, count);
        } else if (target instanceof IntBuffer buffer) {
            scatter((int[]) source, from, step, buffer, to, targetStep, count);
        } else {
            spread((int[]) source, from, step, (int[]) target, to, targetStep, count);
        }
    }

    private static void spread(int[] source, int from, int step, int[] target, int to, int targetStep, int count) {
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

    private static void gather(IntBuffer source, int from, int step, int[] target, int to, int targetStep, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i * targetStep] = source.get(from + i * step);
        }
    }

    private static void scatter(int[] source, int from, int step, IntBuffer target, int to, int targetStep, int count) {
        for (int i = 0; i < count; i++) {
            target.put(to + i * targetStep, source[from + i * step]);
        }
    }

    private static IntBuffer upTo(int end, IntBuffer buffer) {
        return end <= buffer.limit() ? buffer : buffer.duplicate().clear();
    }
}
