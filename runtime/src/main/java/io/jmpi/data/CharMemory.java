package io.jmpi.data;

import java.nio.CharBuffer;

/** {@code char[]} and {@link CharBuffer}. */
final class CharMemory extends UserMemory {

    static final CharMemory INSTANCE = new CharMemory();

    private CharMemory() {
        super(Element.CHAR);
    }

    @Override
    int arrayLength(Object array) {
        return ((char[]) array).length;
    }

    @Override
    public CharBuffer view(Wire wire) {
        return wire.chars();
    }

    @Override
    void move(Object source, int from, Object target, int to, int count) {
        if (target instanceof CharBuffer into) {
            if (source instanceof CharBuffer out) {
                upTo(to + count, into).put(to, upTo(from + count, out), from, count);
            } else {
                upTo(to + count, into).put(to, (char[]) source, from, count);
            }
        } else if (source instanceof CharBuffer out) {
            upTo(from + count, out).get(from, (char[]) target, to, count);
        } else {
            System.arraycopy(source, from, target, to, count);
        }
    }

    @Override
    void spread(Object source, int from, int step, Object target, int to, int targetStep, int count) {
        if (source instanceof CharBuffer buffer) {
            gather(buffer, from, step, (char[]) target, to, targetStep, count);
        } else if (target instanceof CharBuffer buffer) {
            scatter((char[]) source, from, step, buffer, to, targetStep, count);
        } else {
            spread((char[]) source, from, step, (char[]) target, to, targetStep, count);
        }
    }

    private static void spread(char[] source, int from, int step, char[] target, int to, int targetStep, int count) {
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
            CharBuffer source, int from, int step, char[] target, int to, int targetStep, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i * targetStep] = source.get(from + i * step);
        }
    }

    private static void scatter(
            char[] source, int from, int step, CharBuffer target, int to, int targetStep, int count) {
        for (int i = 0; i < count; i++) {
            target.put(to + i * targetStep, source[from + i * step]);
        }
    }

    private static CharBuffer upTo(int end, CharBuffer buffer) {
        return end <= buffer.limit() ? buffer : buffer.duplicate().clear();
    }
}
