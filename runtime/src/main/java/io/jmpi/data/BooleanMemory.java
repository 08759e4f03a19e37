package io.jmpi.data;

import java.nio.ByteBuffer;

/** {@code boolean[]}: one byte each, 0 or 1; any byte but 0 arrives as {@code true}. */
final class BooleanMemory extends UserMemory {

    static final BooleanMemory INSTANCE = new BooleanMemory();

    private BooleanMemory() {
        super(Element.BOOLEAN);
    }

    @Override
    int arrayLength(Object array) {
        return ((boolean[]) array).length;
    }

    @Override
    public ByteBuffer view(Wire wire) {
        return wire.bytes();
    }

    @Override
    void move(Object source, int from, Object target, int to, int count) {
        if (target instanceof ByteBuffer into) {
            boolean[] truths = (boolean[]) source;
            for (int i = 0; i < count; i++) {
                into.put(to + i, (byte) (truths[from + i] ? 1 : 0));
            }
        } else if (source instanceof ByteBuffer out) {
            boolean[] truths = (boolean[]) target;
            for (int i = 0; i < count; i++) {
                truths[to + i] = out.get(from + i) != 0;
            }
        } else {
            System.arraycopy(source, from, target, to, count);
        }
    }

    @Override
    void spread(Object source, int from, int step, Object target, int to, int targetStep, int count) {
        for (int i = 0; i < count; i++) {
            move(source, from + i * step, target, to + i * targetStep, 1);
        }
    }
}
