package io.jmpi.data;

/** Longs. */
final class LongReducer extends Reducer {

    static final LongReducer INSTANCE = new LongReducer();

    private LongReducer() {
        super(LongMemory.INSTANCE);
    }

    @Override
    Object newArray(int length) {
        return new long[length];
    }

    @Override
    void combine(Operator op, Object sourceArray, Object targetArray, int from, int end) {
        long[] source = (long[]) sourceArray;
        long[] target = (long[]) targetArray;
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

    private static void max(long[] source, long[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = Math.max(source[i], target[i]);
        }
    }

    private static void min(long[] source, long[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = Math.min(source[i], target[i]);
        }
    }

    private static void sum(long[] source, long[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] + target[i];
        }
    }

    private static void prod(long[] source, long[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] * target[i];
        }
    }

    private static void land(long[] source, long[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (negativeIfSet(source[i]) & negativeIfSet(target[i])) >>> 63;
        }
    }

    private static void band(long[] source, long[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] & target[i];
        }
    }

    private static void lor(long[] source, long[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (negativeIfSet(source[i]) | negativeIfSet(target[i])) >>> 63;
        }
    }

    private static void bor(long[] source, long[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] | target[i];
        }
    }

    private static void lxor(long[] source, long[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (negativeIfSet(source[i]) ^ negativeIfSet(target[i])) >>> 63;
        }
    }

    private static void bxor(long[] source, long[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] ^ target[i];
        }
    }

    /** Negative unless the value is 0: a truth in the sign bit, without a branch. */
    private static long negativeIfSet(long value) {
        return value | -value;
    }
}
