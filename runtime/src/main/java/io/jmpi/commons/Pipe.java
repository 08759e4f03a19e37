package io.jmpi.commons;

import io.jmpi.job.CommonsLayout;
import io.jmpi.os.Words;
import java.nio.ByteBuffer;

/**
 * Slots that one rank fills and another one empties, in order. Who finds them full waits until half of them are empty, and
 * is so far ahead again that the two need not wait for each other each time.
 */
final class Pipe {

    private static final int SLOTS = CommonsLayout.PIPE_SLOTS;

    private final NodeCommons commons;
    private final ByteBuffer memory;
    private final int offset;
    private final int other;
    private final Mark filled;
    private final Mark emptied;
    private long next;

    /**
     * A side of a pipe.
     *
     * @param owner which rank fills it
     * @param other who is at the other side
     */
    Pipe(NodeCommons commons, ByteBuffer memory, int ranks, int owner, int other) {
        this.commons = commons;
        this.memory = memory;
        this.offset = CommonsLayout.pipeOffset(ranks, owner);
        this.other = other;
        this.filled = new Mark(memory, offset);
        this.emptied = new Mark(memory, offset + CommonsLayout.EMPTIED);
    }

    /** Waits for an empty slot; returns where its data goes. */
    int awaitEmpty() {
        if (!emptied.from(next + 1 - SLOTS).isOver()) {
            commons.await(emptied.from(next + 1 - SLOTS / 2));
        }
        return data();
    }

    /** @param length of all that the slot's piece belongs to */
    void fill(long length) {
        Words.putLongPlain(memory, data() - CommonsLayout.HEADER, length);
        next++;
        commons.tell(filled, next, other);
    }

    /** Waits for a full slot; returns where its data is. */
    int awaitFull() {
        commons.await(filled.from(next + 1));
        return data();
    }

    /** What {@link #fill} was told of the slot that is full. */
    long length() {
        return Words.getLongPlain(memory, data() - CommonsLayout.HEADER);
    }

    void empty() {
        next++;
        commons.tell(emptied, next, other);
    }

    private int data() {
        return offset + CommonsLayout.PIPE + (int) (next % SLOTS) * CommonsLayout.PIPE_SLOT + CommonsLayout.HEADER;
    }
}
