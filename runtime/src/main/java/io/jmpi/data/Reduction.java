package io.jmpi.data;

/**
 * How two vectors become one, on buffers of any kind: {@code target = source OP target}, unit by unit. A unit is what the
 * operation is defined on: an element, a pair, or whatever a program's own function works on.
 */
public interface Reduction {

    /**
     * Reduces a range. Source and target do not overlap.
     *
     * @param sourceOffset in bytes
     * @param targetOffset in bytes
     * @param count units
     */
    void reduce(Object source, long sourceOffset, Object target, long targetOffset, long count);
}
