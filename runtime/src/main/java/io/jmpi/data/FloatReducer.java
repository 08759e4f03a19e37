package io.jmpi.data;

/** Floats. A NaN on either side stays a NaN, and 0 is greater than -0. */
final class FloatReducer extends Reducer {

    static final FloatReducer INSTANCE = new FloatReducer();

    private FloatReducer() {
        super(FloatMemory.INSTANCE);
    }

    @Override
    Object newArray(int length) {
        return new float[length];
    }

    @Override
    void combine(Operator op, Object sourceArray, Object targetArray, int from, int end) {
        float[] source = (float[]) sourceArray;
        float[] target = (float[]) targetArray;
        switch (op) {
            case MAX -> max(source, target, from, end);
            case MIN -> min(source, target, from, end);
            case SUM -> sum(source, target, from, end);
            case PROD -> prod(source, target, from, end);
            default -> throw undefined(op);
        }
    }

    private static void max(float[] source, float[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = Math.max(source[i], target[i]);
        }
    }

    private static void min(float[] source, float[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = Math.min(source[i], target[i]);
        }
    }

    private static void sum(float[] source, float[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] + target[i];
        }
    }

    private static void prod(float[] source, float[] target, int from, int end) {
        for (int i = from; i < end; i++) {
            target[i] = source[i] * target[i];
        }
    }
}
