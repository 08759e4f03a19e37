package io.jmpi.data;

/** Shorts. */
final class ShortReducer extends Reducer {

    static final ShortReducer INSTANCE = new ShortReducer();

    private ShortReducer() {
        super(ShortMemory.INSTANCE);
    }

    @Override
    Object newArray(int length) {
        return new short[length];
    }

    @Override
    void combine(Operator op, Object sourceArray, Object targetArray, int from, int end) {
        short[] source = (short[]) sourceArray;
        short[] target = (short[]) targetArray;
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

    private static void max(short[] source, short[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (short) Math.max(source[i], target[i]);
        }
    }

    private static void min(short[] source, short[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (short) Math.min(source[i], target[i]);
        }
    }

    private static void sum(short[] source, short[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (short) (source[i] + target[i]);
        }
    }

    private static void prod(short[] source, short[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (short) (source[i] * target[i]);
        }
    }

    private static void land(short[] source, short[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (short) ((carryIfSet(source[i]) & carryIfSet(target[i])) >>> 16);
        }
    }

    private static void band(short[] source, short[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (short) (source[i] & target[i]);
        }
    }

    private static void lor(short[] source, short[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (short) ((carryIfSet(source[i]) | carryIfSet(target[i])) >>> 16);
        }
    }

    private static void bor(short[] source, short[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (short) (source[i] | target[i]);
        }
    }

    private static void lxor(short[] source, short[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (short) ((carryIfSet(source[i]) ^ carryIfSet(target[i])) >>> 16);
        }
    }

    private static void bxor(short[] source, short[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (short) (source[i] ^ target[i]);
        }
    }

    /** Carries into bit 16 unless the value is 0: a truth without a branch. */
    private static int carryIfSet(short value) {
        return (value & 0xffff) + 0xffff;
    }
}
