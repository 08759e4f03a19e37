package io.jmpi.data;

/** Ints. */
final class IntReducer extends Reducer {

    static final IntReducer INSTANCE = new IntReducer();

    private IntReducer() {
        super(IntMemory.INSTANCE);
    }

    @Override
    Object newArray(int length) {
        return new int[length];
    }

    @Override
    void combine(Operator op, Object sourceArray, Object targetArray, int from, int end) {
        int[] source = (int[]) sourceArray;
        int[] target = (int[]) targetArray;
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

    private static void max(int[] source, int[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = Math.max(source[i], target[i]);
        }
    }

    private static void min(int[] source, int[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = Math.min(source[i], target[i]);
        }
    }

    private static void sum(int[] source, int[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] + target[i];
        }
    }

    private static void prod(int[] source, int[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] * target[i];
        }
    }

    private static void land(int[] source, int[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (negativeIfSet(source[i]) & negativeIfSet(target[i])) >>> 31;
        }
    }

    private static void band(int[] source, int[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] & target[i];
        }
    }

    private static void lor(int[] source, int[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (negativeIfSet(source[i]) | negativeIfSet(target[i])) >>> 31;
        }
    }

    private static void bor(int[] source, int[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] | target[i];
        }
    }

    private static void lxor(int[] source, int[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (negativeIfSet(source[i]) ^ negativeIfSet(target[i])) >>> 31;
        }
    }

    private static void bxor(int[] source, int[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] ^ target[i];
        }
    }

    /** Negative unless the value is 0: a truth in the sign bit, without a branch. */
    private static int negativeIfSet(int value) {
        return value | -value;
    }
}
