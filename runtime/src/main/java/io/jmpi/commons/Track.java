package io.jmpi.commons;

import io.jmpi.data.Wire;
import io.jmpi.job.CommonsLayout;
import io.jmpi.os.Words;
import io.jmpi.progress.Watch;
import java.nio.ByteBuffer;

/**
 * What a root, whoever that is, has for the others goes along here, record after record.
 * It may be up to two halves of the track ahead: before it begins with a half that was used before, all must have left that
 * one. Many short calls go on without waiting in this way, whoever their roots are, and a long one in pieces. What shares a
 * processor with many others then does much in each of its turns.
 *
 * <p>A record ends where a half ends, so that every rank can tell from the lengths alone where each one is. It is a multiple of
 * a cache line; a short piece shares the line that tells the length:
 *
 * <pre>
 *     0        8           64
 *     +--------+-----------+
 *     | length | piece     |                      up to 56 bytes
 *     +--------+-----------+-----------------
 *     | length |           | piece                more
 *     +--------+-----------+-----------------
 * </pre>
 */
final class Track {

    private static final int HALF = CommonsLayout.HALF;
    private static final int LINE = CommonsLayout.HEADER;
    private static final int SHORT_HEADER = Long.BYTES;
    private static final int SHORT = LINE - SHORT_HEADER;

    /** Bytes of a piece, at most: short enough that the others begin soon. */
    private static final int PIECE = 8 << 10;

    private final NodeCommons commons;
    private final ByteBuffer memory;
    private final Wire wire;
    private final Gate[] halves;
    private final Mark filled;
    private final Mark filledInBulk;

    /** Where on the track this rank is, as if it had no end. */
    private long next;

    Track(NodeCommons commons, ByteBuffer memory, Wire wire, int ranks) {
        this.commons = commons;
        this.memory = memory;
        this.wire = wire;
        this.halves = new Gate[] {
            new Gate(memory, CommonsLayout.EVEN_HALVES, ranks, Watch.Coming.IN_BULK),
            new Gate(memory, CommonsLayout.ODD_HALVES, ranks, Watch.Coming.IN_BULK)
        };
        this.filled = new Mark(memory, CommonsLayout.FILLED);
        this.filledInBulk = new Mark(memory, CommonsLayout.FILLED, Watch.Coming.IN_BULK);
    }

    /** By the root, first: waits until a root before it, past whose records it may have gone, has filled them. */
    void takeOver() {
        commons.await(filled.from(next));
    }

    /**
     * Waits until the half that the next record is in belongs to what comes now; before anything is done with the record. Those
     * who sleep have to be woken first, for they may be the ones who have not left it.
     */
    void enter() {
        if (next % HALF == 0) {
            Mark opened = half().opened();
            if (!opened.isOver()) {
                commons.wakeAll();
                commons.await(opened);
            }
        }
    }

    /** How much of so many bytes goes into the next record. */
    int piece(long rest) {
        int room = HALF - (int) (next % HALF);
        int most = room == LINE ? SHORT : Math.min(PIECE, room - LINE);
        return (int) Math.min(most, rest);
    }

    /** Where in the {@link #wire} a piece of so many bytes is. */
    int place(int piece) {
        return record() + header(piece);
    }

    Wire wire() {
        return wire;
    }

    /** By the root: the piece is in its place. Goes on to the next record. Wakes nobody who may wait for this one. */
    void fill(long length, int piece) {
        Words.putLongPlain(memory, record(), length);
        filled.set(next + size(piece));
        leave(piece);
    }

    /**
     * Waits until the record is filled.
     *
     * @param inBulk whether many others come with it
     */
    void await(boolean inBulk) {
        commons.await((inBulk ? filledInBulk : filled).from(next + 1));
    }

    /** The length that the root has told with the record. */
    long length() {
        return Words.getLongPlain(memory, record());
    }

    /** Goes on to the next record; needs nothing of this one any more. */
    void leave(int piece) {
        Gate half = half();
        next += size(piece);
        if (next % HALF == 0 && half.arrive()) {
            commons.open(half);
        }
    }

    private int record() {
        return CommonsLayout.TRACK + (int) (next % (2 * HALF));
    }

    private Gate half() {
        return halves[(int) (next / HALF & 1)];
    }

    private static int header(int piece) {
        return piece <= SHORT ? SHORT_HEADER : LINE;
    }

    private static int size(int piece) {
        return header(piece) + piece + LINE - 1 & -LINE;
    }
}
