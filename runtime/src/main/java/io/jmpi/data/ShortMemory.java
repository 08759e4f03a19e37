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
    public ShortBuffer view(Wire wire) {
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

    @Override
    void spread(Object source, int from, int step, Object target, int to, int targetStep, int count) {
        if (source instanceof ShortBuffer buffer) {
            gather(buffer, from, step, (short[]) target, to, targetStep, count);
        } else if (target instanceof ShortBuffer buffer) {
            scatter((short[]) source, from, step, buffer, to, targetStep, count);
        } else {
            spread((short[]) source, from, step, (short[]) target, to, targetStep, count);
        }
    }

    private static void spread(short[] source, int from, int step, short[] target, int to, int targetStep, int count) {
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
            ShortBuffer source, int from, int step, short[] target, int to, int targetStep, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i * targetStep] = source.get(from + i * step);
        }
    }

    private static void scatter(
            short[] source, int from, int step, ShortBuffer target, int to, int targetStep, int count) {
        for (int i = 0; i < count; i++) {
            target.put(to + i * targetStep, source[from + i * step]);
        }
    }

    private static ShortBuffer upTo(int end, ShortBuffer buffer) {
        return end <= buffer.limit() ? buffer : buffer.duplicate().clear();
    }
}
