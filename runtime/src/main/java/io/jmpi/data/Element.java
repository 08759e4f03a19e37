package io.jmpi.data;

/** A primitive element as it lies in memory. */
public enum Element {
    BYTE(0),
    /** One byte, 0 or 1. */
    BOOLEAN(0),
    CHAR(1),
    SHORT(1),
    INT(2),
    LONG(3),
    FLOAT(2),
    DOUBLE(3);

    private final int shift;

    Element(int shift) {
        this.shift = shift;
    }

    /** Bytes of one element. */
    public int size() {
        return 1 << shift;
    }

    /** An array of so many. */
    public Object newArray(int length) {
        return switch (this) {
            case BYTE -> new byte[length];
            case BOOLEAN -> new boolean[length];
            case CHAR -> new char[length];
            case SHORT -> new short[length];
            case INT -> new int[length];
            case LONG -> new long[length];
            case FLOAT -> new float[length];
            case DOUBLE -> new double[length];
        };
    }

    /** The binary logarithm of the size. */
    public int shift() {
        return shift;
    }
}
