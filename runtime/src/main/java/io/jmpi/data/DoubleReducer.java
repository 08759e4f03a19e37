package io.jmpi.data;

/** Doubles. A NaN on either side stays a NaN, and 0 is greater than -0. */
final class DoubleReducer extends Reducer {

    static final DoubleReducer INSTANCE = new DoubleReducer();

    private DoubleReducer() {
        super(DoubleMemory.INSTANCE);
    }

    @Override
    Object newArray(int length) {
        return new double[length];
    }

    @Override
    void combine(Operator op, Object sourceArray, Object targetArray, int from, int end) {
        double[] source = (double[]) sourceArray;
        double[] target = (double[]) targetArray;
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
            default -> throw undefined(op);
        }
    }
}
