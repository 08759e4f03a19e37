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
    CharBuffer view(Wire wire) {
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

    private static CharBuffer upTo(int end, CharBuffer buffer) {
        return end <= buffer.limit() ? buffer : buffer.duplicate().clear();
    }
}
