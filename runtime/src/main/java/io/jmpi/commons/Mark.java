package io.jmpi.commons;

import io.jmpi.os.Words;
import io.jmpi.progress.Watch;
import java.nio.ByteBuffer;

/** A word that only grows, and that ranks wait for. */
final class Mark implements Watch {

    private final ByteBuffer memory;
    private final int offset;
    private final Coming coming;
    private long awaited;

    Mark(ByteBuffer memory, int offset) {
        this(memory, offset, Coming.SINGLY);
    }

    /** @param coming how it grows */
    Mark(ByteBuffer memory, int offset, Coming coming) {
        this.memory = memory;
        this.offset = offset;
        this.coming = coming;
    }

    /** By one rank at a time; what it has written before is seen by those who see this. */
    void set(long value) {
        Words.putLongRelease(memory, offset, value); // pairs with isOver
    }

    /** Says from which value on a wait is over. */
    Mark from(long value) {
        awaited = value;
        return this;
    }

    @Override
    public boolean isOver() {
        return Words.getLongAcquire(memory, offset) >= awaited;
    }

    @Override
    public Coming coming() {
        return coming;
    }
}
