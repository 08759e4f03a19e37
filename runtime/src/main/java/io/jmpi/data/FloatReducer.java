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
