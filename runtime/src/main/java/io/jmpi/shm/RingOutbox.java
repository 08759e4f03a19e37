package io.jmpi.shm;

import io.jmpi.data.Haul;
import io.jmpi.data.Wire;
import io.jmpi.os.Words;
import io.jmpi.transport.Envelope;
import io.jmpi.transport.Outbox;
import java.nio.ByteBuffer;

/**
 * The sending end of a ring.
 *
 * <p>One slot always stays free, so that the head word behind a claim can be cleared before the claim is published. The
 * heads of short records are cleared ahead, after the record before them has been published: the line is then fetched
 * while that record is under way, and not while the next one waits for it.
 */
public final class RingOutbox extends Outbox {

    /**
     * Measured from 8 to 32 KiB: smaller pieces overlap the two copies better, and stay in the first cache. What fits in
     * one has nothing to overlap and goes at once.
     */
    private static final int PIECE = 8 << 10;

    /** Pieces where longer ones are wanted, if the message has two at least. */
    private static final int LONG_PIECE = 32 << 10;

    /** Bytes in front of the next record whose heads are kept clear. */
    private static final int CLEAR = 96;

    private final ByteBuffer ring;
    private final Wire wire;
    private final int end;
    private final int capacity;
    private final int largestPayload;
    private final int largestEager;
    private final Haul haul;

    private int next = RingLayout.RECORDS_OFFSET;
    private int clearTo;
    private long written;
    private long readLimit;
    private int claimed;
    private boolean underPressure;

    /**
     * @param ring zeroed memory that the receiver's {@link RingInbox} maps too
     * @param haul how long pieces get there, null if it does not matter
     */
    public RingOutbox(ByteBuffer ring, Haul haul) {
        this.ring = ring;
        this.wire = new Wire(ring, haul);
        this.end = ring.capacity();
        this.capacity = end - RingLayout.RECORDS_OFFSET;
        this.clearTo = end;
        this.readLimit = capacity - RingLayout.ALIGNMENT;
        int most = (capacity / 4 - Envelope.LENGTH) & -64;
        this.largestPayload = Math.min(LONG_PIECE, most);
        this.largestEager = Math.min(PIECE, most);
        this.haul = haul;
    }

    @Override
    public int tryClaim(int payload) {
        int length = RingLayout.aligned(Envelope.LENGTH + payload);
        if (length > end - next) {
            int rest = end - next;
            if (!hasRoom(rest)) {
                return BACK_PRESSURE;
            }
            publish(rest, rest);
        }
        if (!hasRoom(length)) {
            return BACK_PRESSURE;
        }
        claimed = Envelope.LENGTH + payload;
        return next + Envelope.LENGTH;
    }

    private boolean hasRoom(int length) {
        if (written + length <= readLimit) {
            return true;
        }
        underPressure = Words.getIntPlain(ring, RingLayout.PRESSURE_OFFSET) != 0;
        long read = Words.getLongAcquire(ring, RingLayout.READ_OFFSET); // pairs with RingInbox.publishRead
        readLimit = read + capacity - RingLayout.ALIGNMENT;
        return written + length <= readLimit;
    }

    @Override
    public void commit(long head, long detail) {
        Words.putLongPlain(ring, next + RingLayout.DETAIL_OFFSET, detail);
        publish(RingLayout.aligned(claimed), head | claimed);
        if (clearTo < next + CLEAR) {
            clearAhead();
        }
    }

    private void publish(int length, long head) {
        int following = next + length;
        if (following == end) {
            following = RingLayout.RECORDS_OFFSET;
            clearTo = following;
        }
        if (following >= clearTo) {
            Words.putLongPlain(ring, following, 0L);
            clearTo = following + RingLayout.ALIGNMENT;
        }
        Words.putLongRelease(ring, next, head); // pairs with the acquire in RingInbox.poll
        next = following;
        written += length;
    }

    private void clearAhead() {
        int target = (int) Math.min(Math.min(next + CLEAR, end), next + readLimit - written);
        while (clearTo < target) {
            Words.putLongPlain(ring, clearTo, 0L);
            clearTo += RingLayout.ALIGNMENT;
        }
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public int eagerLimit() {
        return largestEager;
    }

    /** Several fit in, so that a rank that shares its processor with the receiver may be done before that one's turn. */
    @Override
    public int unaskedLimit() {
        return capacity / 3;
    }

    @Override
    public int piece(long length) {
        if (haul == null || !haul.wantsLongPieces()) {
            return largestEager;
        }
        return (int) Math.min(largestPayload, Math.max(largestEager, length / 2 & -64));
    }

    @Override
    public int largestPayload() {
        return largestPayload;
    }

    @Override
    public boolean underPressure() {
        return underPressure;
    }
}
