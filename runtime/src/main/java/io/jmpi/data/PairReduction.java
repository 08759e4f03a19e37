package io.jmpi.data;

import java.nio.ByteBuffer;

/**
 * {@link Operator#MINLOC} and {@link Operator#MAXLOC} (MPI 4.1, 6.9.4) on packed pairs, a value of some element and an int. The
 * order of operands does not matter: of equal values the least index stays.
 */
public final class PairReduction extends StagedReduction {

    private final Element value;
    private final boolean least;

    /** @param value what the first of each pair is: a short, int, long, float or double */
    public PairReduction(Element value, boolean least) {
        super(value.size() + Integer.BYTES);
        this.value = value;
        this.least = least;
    }

    @Override
    void combine(ByteBuffer in, ByteBuffer inOut, int at) {
        int order = compare(in, inOut, at);
        int behind = at + value.size();
        int index = in.getInt(behind);
        if (order == 0) {
            inOut.putInt(behind, Math.min(index, inOut.getInt(behind)));
        } else if (order < 0 == least) {
            inOut.put(at, in, at, value.size());
            inOut.putInt(behind, index);
        }
    }

    private int compare(ByteBuffer one, ByteBuffer other, int at) {
        return switch (value) {
            case SHORT -> Short.compare(one.getShort(at), other.getShort(at));
            case INT -> Integer.compare(one.getInt(at), other.getInt(at));
            case LONG -> Long.compare(one.getLong(at), other.getLong(at));
            case FLOAT -> compare(one.getFloat(at), other.getFloat(at));
            case DOUBLE -> compare(one.getDouble(at), other.getDouble(at));
            default -> throw new IllegalArgumentException("there are no pairs of " + value);
        };
    }

    /** As operators compare: 0 equals -0. What is no number is after all others, for the order must be total. */
    private static int compare(double one, double other) {
        return one < other ? -1 : one > other ? 1 : one == other ? 0 : Double.compare(one, other);
    }
}
