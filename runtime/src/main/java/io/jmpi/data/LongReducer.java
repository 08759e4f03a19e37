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
            case MAX -> {
                for (int i = from; i < end; i++) {
                    target[i] = Math.max(source[i], target[i]);
                }
            }
            case MIN -> {
                for (int i = from; i < end; i++) {
                    target[i] = Math.min(source[i], target[i]);
                }
            }
            case SUM -> {
                for (int i = from; i < end; i++) {
                    target[i] = source[i] + target[i];
                }
            }
            case PROD -> {
                for (int i = from; i < end; i++) {
                    target[i] = source[i] * target[i];
                }
            }
            case LAND -> {
                for (int i = from; i < end; i++) {
                    target[i] = (negativeIfSet(source[i]) & negativeIfSet(target[i])) >>> 63;
                }
            }
            case LOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = (negativeIfSet(source[i]) | negativeIfSet(target[i])) >>> 63;
                }
            }
            case LXOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = (negativeIfSet(source[i]) ^ negativeIfSet(target[i])) >>> 63;
                }
            }
            case BAND -> {
                for (int i = from; i < end; i++) {
                    target[i] = source[i] & target[i];
                }
            }
            case BOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = source[i] | target[i];
                }
            }
            case BXOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = source[i] ^ target[i];
                }
            }
            default -> throw undefined(op);
        }
    }

    /** Negative unless the value is 0: a truth in the sign bit, without a branch. */
    private static long negativeIfSet(long value) {
        return value | -value;
    }
}
