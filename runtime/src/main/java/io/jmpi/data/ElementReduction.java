package io.jmpi.data;

/** A predefined operation on elements. */
record ElementReduction(Reducer reducer, Operator operator) implements Reduction {

    @Override
    public void reduce(Object source, long sourceOffset, Object target, long targetOffset, long count) {
        reducer.reduce(operator, source, sourceOffset, target, targetOffset, count);
    }
}
