package io.jmpi.data;

/** Unsigned bytes, like C's {@code uint8_t}. */
final class ByteReducer extends Reducer {

    static final ByteReducer INSTANCE = new ByteReducer();

    private ByteReducer() {
        super(ByteMemory.INSTANCE);
    }

    @Override
    Object newArray(int length) {
        return new byte[length];
    }

    @Override
    void combine(Operator op, Object sourceArray, Object targetArray, int from, int end) {
        byte[] source = (byte[]) sourceArray;
        byte[] target = (byte[]) targetArray;
        switch (op) {
            case MAX -> max(source, target, from, end);
            case MIN -> min(source, target, from, end);
            case SUM -> sum(source, target, from, end);
            case PROD -> prod(source, target, from, end);
            case LAND -> land(source, target, from, end);
            case BAND -> band(source, target, from, end);
            case LOR -> lor(source, target, from, end);
            case BOR -> bor(source, target, from, end);
            case LXOR -> lxor(source, target, from, end);
            case BXOR -> bxor(source, target, from, end);
            default -> throw undefined(op);
        }
    }

    private static void max(byte[] source, byte[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (byte) Math.max(source[i] & 0xff, target[i] & 0xff);
        }
    }

    private static void min(byte[] source, byte[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (byte) Math.min(source[i] & 0xff, target[i] & 0xff);
        }
    }

    private static void sum(byte[] source, byte[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (byte) (source[i] + target[i]);
        }
    }

    private static void prod(byte[] source, byte[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (byte) (source[i] * target[i]);
        }
    }

    private static void land(byte[] source, byte[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (byte) ((carryIfSet(source[i]) & carryIfSet(target[i])) >>> 8);
        }
    }

    private static void band(byte[] source, byte[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (byte) (source[i] & target[i]);
        }
    }

    private static void lor(byte[] source, byte[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (byte) ((carryIfSet(source[i]) | carryIfSet(target[i])) >>> 8);
        }
    }

    private static void bor(byte[] source, byte[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (byte) (source[i] | target[i]);
        }
    }

    private static void lxor(byte[] source, byte[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (byte) ((carryIfSet(source[i]) ^ carryIfSet(target[i])) >>> 8);
        }
    }

    private static void bxor(byte[] source, byte[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (byte) (source[i] ^ target[i]);
        }
    }

    /** Carries into bit 8 unless the value is 0: a truth without a branch. */
    private static int carryIfSet(byte value) {
        return (value & 0xff) + 0xff;
    }
}
