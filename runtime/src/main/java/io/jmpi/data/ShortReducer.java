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
            case MAX -> {
                for (int i = from; i < end; i++) {
                    target[i] = (short) Math.max(source[i], target[i]);
                }
            }
            case MIN -> {
                for (int i = from; i < end; i++) {
                    target[i] = (short) Math.min(source[i], target[i]);
                }
            }
            case SUM -> {
                for (int i = from; i < end; i++) {
                    target[i] = (short) (source[i] + target[i]);
                }
            }
            case PROD -> {
                for (int i = from; i < end; i++) {
                    target[i] = (short) (source[i] * target[i]);
                }
            }
            case LAND -> {
                for (int i = from; i < end; i++) {
                    target[i] = (short) ((carryIfSet(source[i]) & carryIfSet(target[i])) >>> 16);
                }
            }
            case LOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = (short) ((carryIfSet(source[i]) | carryIfSet(target[i])) >>> 16);
                }
            }
            case LXOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = (short) ((carryIfSet(source[i]) ^ carryIfSet(target[i])) >>> 16);
                }
            }
            case BAND -> {
                for (int i = from; i < end; i++) {
                    target[i] = (short) (source[i] & target[i]);
                }
            }
            case BOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = (short) (source[i] | target[i]);
                }
            }
            case BXOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = (short) (source[i] ^ target[i]);
                }
            }
            default -> throw undefined(op);
        }
    }

    /** Carries into bit 16 unless the value is 0: a truth without a branch. */
    private static int carryIfSet(short value) {
        return (value & 0xffff) + 0xffff;
    }
}
