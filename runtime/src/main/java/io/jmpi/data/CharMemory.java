package io.jmpi.data;

import java.nio.CharBuffer;

/** {@code char[]} and {@link CharBuffer}. */
final class CharMemory extends UserMemory {

    static final CharMemory INSTANCE = new CharMemory();

    private static final int SHIFT = 1;

    private CharMemory() {
        super(Element.CHAR);
    }

    @Override
    int arrayLength(Object array) {
        return ((char[]) array).length;
    }

    @Override
    public void pack(Object buffer, long offset, int length, Wire wire, int at) {
        move(buffer, (int) (offset >> SHIFT), wire.chars(), at >> SHIFT, length >> SHIFT);
    }

    @Override
    public void unpack(Wire wire, int at, Object buffer, long offset, int length) {
        move(wire.chars(), at >> SHIFT, buffer, (int) (offset >> SHIFT), length >> SHIFT);
    }

    @Override
    public void copy(Object source, long sourceOffset, Object target, long targetOffset, long length) {
        int count = (int) (length >> SHIFT);
        move(source, (int) (sourceOffset >> SHIFT), target, (int) (targetOffset >> SHIFT), count);
    }

    private static void move(Object source, int from, Object target, int to, int count) {
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
