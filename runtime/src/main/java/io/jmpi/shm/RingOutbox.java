package io.jmpi.shm;

import io.jmpi.data.Wire;
import io.jmpi.os.Words;
import io.jmpi.transport.Envelope;
import io.jmpi.transport.Outbox;
import java.nio.ByteBuffer;

/**
 * The sending end of a ring.
 *
 * <p>One slot always stays free, so that the head word behind a claim can be cleared before the claim is published.
 */
public final class RingOutbox extends Outbox {

    /** Longer messages gain more from overlapping the two copies than they lose by asking first. */
    private static final int LARGEST_EAGER = 16 << 10;

    private static final int LARGEST_FRAGMENT = 32 << 10;

    private final ByteBuffer ring;
    private final Wire wire;
    private final int end;
    private final int capacity;
    private final int eagerLimit;
    private final int largestPayload;

    private int next = RingLayout.RECORDS_OFFSET;
    private long written;
    private long readLimit;
    private int claimed;
    private boolean underPressure;

    /** @param ring zeroed memory that the receiver's {@link RingInbox} maps too */
    public RingOutbox(ByteBuffer ring) {
        this.ring = ring;
        this.wire = new Wire(ring);
        this.end = ring.capacity();
        this.capacity = end - RingLayout.RECORDS_OFFSET;
        this.readLimit = capacity - RingLayout.ALIGNMENT;
        this.largestPayload = Math.min(LARGEST_FRAGMENT, (capacity / 4 - Envelope.LENGTH) & -64);
        this.eagerLimit = Math.min(LARGEST_EAGER, largestPayload);
    }

    @Override
    public int tryClaim(int payload) {
        int length = RingLayout.aligned(Envelope.LENGTH + payload);
        if (length > end - next) {
            int rest = end - next;
            if (!hasRoom(rest)) {
                return BACK_PRESSURE;
            }
            publish(RingLayout.RECORDS_OFFSET, rest, rest, 0L);
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
        int length = RingLayout.aligned(claimed);
        int following = next + length;
        publish(following == end ? RingLayout.RECORDS_OFFSET : following, length, claimed, head);
    }

    private void publish(int following, int length, int stated, long head) {
        Words.putLongPlain(ring, following, 0L);
        Words.putLongRelease(ring, next, head | stated); // pairs with the acquire in RingInbox.poll
        next = following;
        written += length;
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public int eagerLimit() {
        return eagerLimit;
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
