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
            case MAX -> max(source, target, from, end);
            case MIN -> min(source, target, from, end);
            case SUM -> sum(source, target, from, end);
            case PROD -> prod(source, target, from, end);
            default -> throw undefined(op);
        }
    }

    private static void max(double[] source, double[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = Math.max(source[i], target[i]);
        }
    }

    private static void min(double[] source, double[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = Math.min(source[i], target[i]);
        }
    }

    private static void sum(double[] source, double[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] + target[i];
        }
    }

    private static void prod(double[] source, double[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] * target[i];
        }
    }
}
