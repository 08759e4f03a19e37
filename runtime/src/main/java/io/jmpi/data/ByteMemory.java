package io.jmpi.data;

import java.nio.ByteBuffer;

/**
 * {@code byte[]} and {@link ByteBuffer}: raw bytes, whatever order the buffer has been set to.
 *
 * <p>On JDK 17 one bulk call of {@code ByteBuffer} costs 3.4 ns for 8 bytes and the same for 64; loops over longs,
 * through a {@code VarHandle} or the buffer, cost 4 to 12 ns. Hence there is no special case for small messages.
 */
final class ByteMemory extends UserMemory {

    static final ByteMemory INSTANCE = new ByteMemory();

    private ByteMemory() {
        super(Element.BYTE);
    }

    @Override
    int arrayLength(Object array) {
        return ((byte[]) array).length;
    }

    @Override
    public ByteBuffer view(Wire wire) {
        return wire.bytes();
    }

    /** A range of raw bytes as message memory. */
    static Wire wire(Object raw, long offset, long length) {
        ByteBuffer bytes = raw instanceof ByteBuffer buffer ? buffer : ByteBuffer.wrap((byte[]) raw);
        return new Wire(upTo((int) (offset + length), bytes).slice((int) offset, (int) length));
    }

    @Override
    void move(Object source, int from, Object target, int to, int count) {
        if (target instanceof ByteBuffer into) {
            if (source instanceof ByteBuffer out) {
                upTo(to + count, into).put(to, upTo(from + count, out), from, count);
            } else {
                upTo(to + count, into).put(to, (byte[]) source, from, count);
            }
        } else if (source instanceof ByteBuffer out) {
            upTo(from + count, out).get(from, (byte[]) target, to, count);
        } else {
            System.arraycopy(source, from, target, to, count);
        }
    }

    @Override
    void spread(Object source, int from, int step, Object target, int to, int targetStep, int count) {
        if (source instanceof ByteBuffer buffer) {
            gather(buffer, from, step, (byte[]) target, to, targetStep, count);
        } else if (target instanceof ByteBuffer buffer) {
            scatter((byte[]) source, from, step, buffer, to, targetStep, count);
        } else {
            spread((byte[]) source, from, step, (byte[]) target, to, targetStep, count);
        }
    }

    private static void spread(byte[] source, int from, int step, byte[] target, int to, int targetStep, int count) {
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
            ByteBuffer source, int from, int step, byte[] target, int to, int targetStep, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i * targetStep] = source.get(from + i * step);
        }
    }

    private static void scatter(
            byte[] source, int from, int step, ByteBuffer target, int to, int targetStep, int count) {
        for (int i = 0; i < count; i++) {
            target.put(to + i * targetStep, source[from + i * step]);
        }
    }

    private static ByteBuffer upTo(int end, ByteBuffer buffer) {
        return end <= buffer.limit() ? buffer : buffer.duplicate().clear();
    }
}
