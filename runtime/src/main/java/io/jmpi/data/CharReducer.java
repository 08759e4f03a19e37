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

    private static void max(char[] source, char[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (char) Math.max(source[i], target[i]);
        }
    }

    private static void min(char[] source, char[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (char) Math.min(source[i], target[i]);
        }
    }

    private static void sum(char[] source, char[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (char) (source[i] + target[i]);
        }
    }

    private static void prod(char[] source, char[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (char) (source[i] * target[i]);
        }
    }

    private static void land(char[] source, char[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (char) ((carryIfSet(source[i]) & carryIfSet(target[i])) >>> 16);
        }
    }

    private static void band(char[] source, char[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (char) (source[i] & target[i]);
        }
    }

    private static void lor(char[] source, char[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (char) ((carryIfSet(source[i]) | carryIfSet(target[i])) >>> 16);
        }
    }

    private static void bor(char[] source, char[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (char) (source[i] | target[i]);
        }
    }

    private static void lxor(char[] source, char[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (char) ((carryIfSet(source[i]) ^ carryIfSet(target[i])) >>> 16);
        }
    }

    private static void bxor(char[] source, char[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = (char) (source[i] ^ target[i]);
        }
    }

    /** Carries into bit 16 unless the value is 0: a truth without a branch. */
    private static int carryIfSet(char value) {
        return value + 0xffff;
    }
}
