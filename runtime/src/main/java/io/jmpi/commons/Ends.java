package io.jmpi.commons;

import io.jmpi.data.Reduction;
import io.jmpi.data.UserMemory;

/** What a rank brings to a collective and what it takes from it: two buffers, and what is to become of their data. */
final class Ends {

    private Object input;
    private UserMemory inputMemory;
    private long inputOffset;
    private Object output;
    private UserMemory outputMemory;
    private long outputOffset;
    private boolean inPlace;
    private boolean apart;
    private long length;
    private int root;
    private int unit;
    private Reduction reduction;

    /** Offsets are bytes. Without an input the data is where the result goes; a rank that gets nothing needs no output. */
    void set(Object from, long fromOffset, Object to, long toOffset) {
        inPlace = from == null;
        apart = from != null && from != to;
        output = to;
        outputMemory = to == null ? null : UserMemory.of(to);
        outputOffset = toOffset;
        input = inPlace ? to : from;
        inputMemory = inPlace ? outputMemory : UserMemory.of(from);
        inputOffset = inPlace ? toOffset : fromOffset;
    }

    /**
     * @param bytes what each rank has, or for each; the same everywhere
     * @param rank the root, if there is one
     */
    void extent(long bytes, int rank) {
        length = bytes;
        root = rank;
    }

    /** @param unitBytes what the reduction counts, a power of two */
    void reduction(int unitBytes, Reduction operation) {
        unit = unitBytes;
        reduction = operation;
    }

    /** Keeps nothing of the program's alive. */
    void clear() {
        input = null;
        output = null;
        inputMemory = null;
        outputMemory = null;
        reduction = null;
    }

    boolean inPlace() {
        return inPlace;
    }

    /**
     * Whether what this rank contributes stays as it is while the result is written. Programs give the same array twice, which
     * works where bindings copy arrays.
     */
    boolean apart() {
        return apart;
    }

    long length() {
        return length;
    }

    int root() {
        return root;
    }

    Object input() {
        return input;
    }

    UserMemory inputMemory() {
        return inputMemory;
    }

    long inputOffset() {
        return inputOffset;
    }

    Object output() {
        return output;
    }

    UserMemory outputMemory() {
        return outputMemory;
    }

    long outputOffset() {
        return outputOffset;
    }

    int unit() {
        return unit;
    }

    Reduction reduction() {
        return reduction;
    }
}
