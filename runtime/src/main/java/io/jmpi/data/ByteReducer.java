package io.jmpi.data;

/** Unsigned bytes, like C's {@code uint8_t}. */
final class ByteReducer extends Reducer {

    static final ByteReducer INSTANCE = new ByteReducer();

    private ByteReducer() {
        super(ByteMemory.INSTANCE);
    }

    @Override
    Object newArray(int length) {
        return new byte[length];
    }

    @Override
    void combine(Operator op, Object sourceArray, Object targetArray, int from, int end) {
        byte[] source = (byte[]) sourceArray;
        byte[] target = (byte[]) targetArray;
        switch (op) {
            case MAX -> {
                for (int i = from; i < end; i++) {
                    target[i] = (byte) Math.max(source[i] & 0xff, target[i] & 0xff);
                }
            }
            case MIN -> {
                for (int i = from; i < end; i++) {
                    target[i] = (byte) Math.min(source[i] & 0xff, target[i] & 0xff);
                }
            }
            case SUM -> {
                for (int i = from; i < end; i++) {
                    target[i] = (byte) (source[i] + target[i]);
                }
            }
            case PROD -> {
                for (int i = from; i < end; i++) {
                    target[i] = (byte) (source[i] * target[i]);
                }
            }
            case LAND -> {
                for (int i = from; i < end; i++) {
                    target[i] = (byte) ((carryIfSet(source[i]) & carryIfSet(target[i])) >>> 8);
                }
            }
            case LOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = (byte) ((carryIfSet(source[i]) | carryIfSet(target[i])) >>> 8);
                }
            }
            case LXOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = (byte) ((carryIfSet(source[i]) ^ carryIfSet(target[i])) >>> 8);
                }
            }
            case BAND -> {
                for (int i = from; i < end; i++) {
                    target[i] = (byte) (source[i] & target[i]);
                }
            }
            case BOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = (byte) (source[i] | target[i]);
                }
            }
            case BXOR -> {
                for (int i = from; i < end; i++) {
                    target[i] = (byte) (source[i] ^ target[i]);
                }
            }
            default -> throw undefined(op);
        }
    }

    /** Carries into bit 8 unless the value is 0: a truth without a branch. */
    private static int carryIfSet(byte value) {
        return (value & 0xff) + 0xff;
    }
}
