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

    /** The binary logarithm of the size. */
    public int shift() {
        return shift;
    }
}
