package io.jmpi.coll;

import io.jmpi.collectives.Schedule;
import io.jmpi.data.ForeignBuffer;
import java.nio.ByteBuffer;

/**
 * Host memory in the place of a {@link ForeignBuffer} while a collective lasts. What the collective reads is brought there
 * before, what it writes is brought back afterwards, and nothing else.
 */
public final class HostCopy {

    private final ForeignBuffer buffer;
    private final Ranges reads;
    private final Ranges writes;
    private final long first;
    private final int length;
    private ByteBuffer borrowed;

    private HostCopy(ForeignBuffer buffer, Ranges reads, Ranges writes) {
        this.buffer = buffer;
        this.reads = reads;
        this.writes = writes;
        boolean any = reads.count() != 0 && writes.count() != 0;
        this.first = any ? Math.min(reads.first(), writes.first()) : reads.first() + writes.first();
        long span = Math.max(reads.last(), writes.last()) - first;
        if (span > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a collective reaches over " + span + " bytes of " + buffer
                    + ", more than one piece of host memory holds; use smaller pieces");
        }
        this.length = (int) span;
    }

    /**
     * For one that a schedule works on.
     *
     * @param region {@link Schedule#INPUT} or {@link Schedule#OUTPUT}
     * @param unit bytes of what the schedule counts in
     * @param offset bytes from the buffer's beginning to where the schedule begins
     */
    static HostCopy of(ForeignBuffer buffer, Schedule schedule, int region, long unit, long offset) {
        return new HostCopy(
                buffer,
                Ranges.readBy(schedule, region, unit, offset),
                Ranges.writtenBy(schedule, region, unit, offset));
    }

    /** For a range that is read, or written, or both. */
    public static HostCopy of(ForeignBuffer buffer, long offset, long length, boolean read, boolean written) {
        return new HostCopy(buffer, Ranges.of(offset, read ? length : 0), Ranges.of(offset, written ? length : 0));
    }

    /** The byte of the buffer that is at index 0 of {@link #load what stands for it}. */
    public long first() {
        return first;
    }

    /** Borrows the memory, and brings there what is read. */
    public ByteBuffer load() {
        ByteBuffer memory = buffer.borrow(first, length);
        borrowed = memory;
        for (int i = 0; i < reads.count(); i++) {
            long begin = reads.begin(i);
            buffer.load(memory, (int) (begin - first), begin, (int) (reads.end(i) - begin));
        }
        return memory;
    }

    /** Brings back what has been written. */
    public void store() {
        for (int i = 0; i < writes.count(); i++) {
            long begin = writes.begin(i);
            buffer.store(borrowed, (int) (begin - first), begin, (int) (writes.end(i) - begin));
        }
    }

    /** Gives the memory back, if it was borrowed. */
    public void end() {
        if (borrowed != null) {
            buffer.giveBack(borrowed);
            borrowed = null;
        }
    }
}
