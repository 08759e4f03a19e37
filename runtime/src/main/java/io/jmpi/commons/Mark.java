package io.jmpi.commons;

import io.jmpi.os.Words;
import io.jmpi.progress.Watch;
import java.nio.ByteBuffer;

/** A word that only grows, and that ranks wait for. */
final class Mark implements Watch {

    private final ByteBuffer memory;
    private final int offset;
    private final boolean ofAll;
    private long awaited;

    Mark(ByteBuffer memory, int offset) {
        this(memory, offset, false);
    }

    /** @param ofAll whether it grows when all ranks have done something */
    Mark(ByteBuffer memory, int offset, boolean ofAll) {
        this.memory = memory;
        this.offset = offset;
        this.ofAll = ofAll;
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
    public boolean takesAll() {
        return ofAll;
    }
}
