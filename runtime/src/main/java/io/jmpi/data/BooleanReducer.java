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
            case LAND, BAND -> {
                for (int i = from; i < end; i++) {
                    target[i] = source[i] & target[i];
                }
            }
            case LOR, BOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = source[i] | target[i];
                }
            }
            case LXOR, BXOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = source[i] ^ target[i];
                }
            }
            default -> throw undefined(op);
        }
    }
}
