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
    public void pack(Object buffer, long offset, int length, Wire wire, int at) {
        boolean[] source = (boolean[]) buffer;
        ByteBuffer target = wire.bytes();
        int from = (int) offset;
        for (int i = 0; i < length; i++) {
            target.put(at + i, (byte) (source[from + i] ? 1 : 0));
        }
    }

    @Override
    public void unpack(Wire wire, int at, Object buffer, long offset, int length) {
        ByteBuffer source = wire.bytes();
        boolean[] target = (boolean[]) buffer;
        int to = (int) offset;
        for (int i = 0; i < length; i++) {
            target[to + i] = source.get(at + i) != 0;
        }
    }

    @Override
    public void copy(Object source, long sourceOffset, Object target, long targetOffset, long length) {
        System.arraycopy(source, (int) sourceOffset, target, (int) targetOffset, (int) length);
    }
}
