package io.jmpi.commons;

import io.jmpi.job.CommonsLayout;
import io.jmpi.os.Words;
import io.jmpi.progress.Watch;
import java.nio.ByteBuffer;

/**
 * Where all ranks arrive, again and again; the last one opens, or one who waits for the last one. Nobody may arrive for the
 * next time before the gate has been opened for this one.
 */
final class Gate {

    private final ByteBuffer memory;
    private final int offset;
    private final int ranks;
    private final Mark arrived;
    private final Mark opened;
    private long arrivals;

    /** @param coming how it is opened */
    Gate(ByteBuffer memory, int offset, int ranks, Watch.Coming coming) {
        this.memory = memory;
        this.offset = offset;
        this.ranks = ranks;
        this.arrived = new Mark(memory, offset, coming);
        this.opened = new Mark(memory, offset + CommonsLayout.OPENED, coming);
    }

    /** How often this rank has arrived. */
    long arrivals() {
        return arrivals;
    }

    /** Arrives; returns whether this rank is the last one, which sees all that the others have written before. */
    boolean arrive() {
        arrivals++;
        return Words.getAndAddLong(memory, offset, 1) + 1 == arrivals * ranks;
    }

    /** What the one who is to open waits for after having arrived, if that is not the last. */
    Mark arrived() {
        return arrived.from(arrivals * ranks);
    }

    /** By one, after all have arrived. */
    void open() {
        opened.set(arrivals);
    }

    /** What to wait for after having arrived. */
    Mark opened() {
        return opened.from(arrivals);
    }
}
