package io.jmpi.data;

/** Booleans, on which the bitwise operations are the logical ones. */
final class BooleanReducer extends Reducer {

    static final BooleanReducer INSTANCE = new BooleanReducer();

    private BooleanReducer() {
        super(BooleanMemory.INSTANCE);
    }

    @Override
    Object newArray(int length) {
        return new boolean[length];
    }

    @Override
    void combine(Operator op, Object sourceArray, Object targetArray, int from, int end) {
        boolean[] source = (boolean[]) sourceArray;
        boolean[] target = (boolean[]) targetArray;
        switch (op) {
            case LAND, BAND -> land(source, target, from, end);
            case LOR, BOR -> lor(source, target, from, end);
            case LXOR, BXOR -> lxor(source, target, from, end);
            default -> throw undefined(op);
        }
    }

    private static void land(boolean[] source, boolean[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] & target[i];
        }
    }

    private static void lor(boolean[] source, boolean[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] | target[i];
        }
    }

    private static void lxor(boolean[] source, boolean[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] ^ target[i];
        }
    }
}
