package io.jmpi.data;

/** Chars: unsigned, like C's {@code uint16_t}. */
final class CharReducer extends Reducer {

    static final CharReducer INSTANCE = new CharReducer();

    private CharReducer() {
        super(CharMemory.INSTANCE);
    }

    @Override
    Object newArray(int length) {
        return new char[length];
    }

    @Override
    void combine(Operator op, Object sourceArray, Object targetArray, int from, int end) {
        char[] source = (char[]) sourceArray;
        char[] target = (char[]) targetArray;
        switch (op) {
            case MAX -> {
                for (int i = from; i < end; i++) {
                    target[i] = (char) Math.max(source[i], target[i]);
                }
            }
            case MIN -> {
                for (int i = from; i < end; i++) {
                    target[i] = (char) Math.min(source[i], target[i]);
                }
            }
            case SUM -> {
                for (int i = from; i < end; i++) {
                    target[i] = (char) (source[i] + target[i]);
                }
            }
            case PROD -> {
                for (int i = from; i < end; i++) {
                    target[i] = (char) (source[i] * target[i]);
                }
            }
            case LAND -> {
                for (int i = from; i < end; i++) {
                    target[i] = (char) ((carryIfSet(source[i]) & carryIfSet(target[i])) >>> 16);
                }
            }
            case LOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = (char) ((carryIfSet(source[i]) | carryIfSet(target[i])) >>> 16);
                }
            }
            case LXOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = (char) ((carryIfSet(source[i]) ^ carryIfSet(target[i])) >>> 16);
                }
            }
            case BAND -> {
                for (int i = from; i < end; i++) {
                    target[i] = (char) (source[i] & target[i]);
                }
            }
            case BOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = (char) (source[i] | target[i]);
                }
            }
            case BXOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = (char) (source[i] ^ target[i]);
                }
            }
            default -> throw undefined(op);
        }
    }

    /** Carries into bit 16 unless the value is 0: a truth without a branch. */
    private static int carryIfSet(char value) {
        return value + 0xffff;
    }
}
