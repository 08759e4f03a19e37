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
    private long length;
    private int unit;
    private Reduction reduction;

    /** Offsets are bytes. Without an input the data is where the result goes; a rank that gets nothing needs no output. */
    void set(Object from, long fromOffset, Object to, long toOffset) {
        inPlace = from == null;
        output = to;
        outputMemory = to == null ? null : UserMemory.of(to);
        outputOffset = toOffset;
        input = inPlace ? to : from;
        inputMemory = inPlace ? outputMemory : UserMemory.of(from);
        inputOffset = inPlace ? toOffset : fromOffset;
    }

    /** What each rank, or each pair of ranks, contributes; the same everywhere. */
    void length(long bytes) {
        length = bytes;
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

    long length() {
        return length;
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
