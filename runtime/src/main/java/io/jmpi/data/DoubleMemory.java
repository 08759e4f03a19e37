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
    public DoubleBuffer view(Wire wire) {
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

    @Override
    void spread(Object source, int from, int step, Object target, int to, int targetStep, int count) {
        if (source instanceof DoubleBuffer buffer) {
            gather(buffer, from, step, (double[]) target, to, targetStep, count);
        } else if (target instanceof DoubleBuffer buffer) {
            scatter((double[]) source, from, step, buffer, to, targetStep, count);
        } else {
            spread((double[]) source, from, step, (double[]) target, to, targetStep, count);
        }
    }

    private static void spread(
            double[] source, int from, int step, double[] target, int to, int targetStep, int count) {
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
            DoubleBuffer source, int from, int step, double[] target, int to, int targetStep, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i * targetStep] = source.get(from + i * step);
        }
    }

    private static void scatter(
            double[] source, int from, int step, DoubleBuffer target, int to, int targetStep, int count) {
        for (int i = 0; i < count; i++) {
            target.put(to + i * targetStep, source[from + i * step]);
        }
    }

    private static DoubleBuffer upTo(int end, DoubleBuffer buffer) {
        return end <= buffer.limit() ? buffer : buffer.duplicate().clear();
    }
}
