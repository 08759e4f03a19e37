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
    public LongBuffer view(Wire wire) {
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

    @Override
    void spread(Object source, int from, int step, Object target, int to, int targetStep, int count) {
        if (source instanceof LongBuffer buffer) {
            gather(buffer, from, step, (long[]) target, to, targetStep, count);
        } else if (target instanceof LongBuffer buffer) {
            scatter((long[]) source, from, step, buffer, to, targetStep, count);
        } else {
            spread((long[]) source, from, step, (long[]) target, to, targetStep, count);
        }
    }

    private static void spread(long[] source, int from, int step, long[] target, int to, int targetStep, int count) {
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
            LongBuffer source, int from, int step, long[] target, int to, int targetStep, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i * targetStep] = source.get(from + i * step);
        }
    }

    private static void scatter(
            long[] source, int from, int step, LongBuffer target, int to, int targetStep, int count) {
        for (int i = 0; i < count; i++) {
            target.put(to + i * targetStep, source[from + i * step]);
        }
    }

    private static LongBuffer upTo(int end, LongBuffer buffer) {
        return end <= buffer.limit() ? buffer : buffer.duplicate().clear();
    }
}
