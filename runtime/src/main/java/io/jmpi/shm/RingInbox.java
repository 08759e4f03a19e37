package io.jmpi.shm;

import io.jmpi.data.Wire;
import io.jmpi.os.Words;
import io.jmpi.transport.Envelope;
import io.jmpi.transport.Inbox;
import io.jmpi.transport.RecordHandler;
import java.nio.ByteBuffer;

/** The receiving end of a ring. */
public final class RingInbox extends Inbox {

    private final int source;
    private final ByteBuffer ring;
    private final Wire wire;
    private final int end;
    private final int publishEvery;

    private int next = RingLayout.RECORDS_OFFSET;
    private long read;
    private long published;

    /**
     * @param source rank in COMM_WORLD at the other end
     * @param ring memory that the sender's {@link RingOutbox} maps too
     */
    public RingInbox(int source, ByteBuffer ring) {
        this.source = source;
        this.ring = ring;
        this.wire = new Wire(ring);
        this.end = ring.capacity();
        this.publishEvery = (end - RingLayout.RECORDS_OFFSET) / 8;
    }

    @Override
    public int poll(RecordHandler handler, int limit) {
        long head = Words.getLongAcquire(ring, next); // pairs with the release in RingOutbox.publish
        if (head == 0) {
            return 0;
        }
        int count = 0;
        do {
            int at = next;
            int length = Envelope.length(head);
            advance(RingLayout.aligned(length));
            if (Envelope.kind(head) != Envelope.PAD) {
                long detail = Words.getLongPlain(ring, at + RingLayout.DETAIL_OFFSET);
                handler.onRecord(source, head, detail, wire, at + Envelope.LENGTH, length - Envelope.LENGTH);
                count++;
            }
            if (read - published >= publishEvery) {
                publishRead();
            }
            if (count == limit) {
                break;
            }
            head = Words.getLongAcquire(ring, next);
        } while (head != 0);
        publishRead();
        return count;
    }

    /** Where in {@link #wire()} the payload of the next record is, which stays there until {@link #drop}; -1 if none has come. */
    public int peek() {
        long head = Words.getLongAcquire(ring, next); // pairs with the release in RingOutbox.publish
        while (head != 0 && Envelope.kind(head) == Envelope.PAD) {
            advance(RingLayout.aligned(Envelope.length(head)));
            head = Words.getLongAcquire(ring, next);
        }
        return head == 0 ? -1 : next + Envelope.LENGTH;
    }

    /** The memory that records are in. */
    public Wire wire() {
        return wire;
    }

    /** The detail word of the record that was {@linkplain #peek found}. */
    public long detail() {
        return Words.getLongPlain(ring, next + RingLayout.DETAIL_OFFSET);
    }

    /** Takes out the record that was found; returns whether the sender can know of the room, which it does now and then. */
    public boolean drop() {
        advance(RingLayout.aligned(Envelope.length(Words.getLongPlain(ring, next))));
        if (read - published < publishEvery) {
            return false;
        }
        publishRead();
        return true;
    }

    /** Leaves this end to another process, that {@linkplain #takeOver takes it over} afterwards. */
    public void leave() {
        publishRead();
    }

    /** Takes over this end from a process that has {@linkplain #leave left} it before, or is the first to have it. */
    public void takeOver() {
        read = Words.getLongPlain(ring, RingLayout.READ_OFFSET);
        published = read;
        next = RingLayout.RECORDS_OFFSET + (int) (read % (end - RingLayout.RECORDS_OFFSET));
    }

    private void advance(int length) {
        read += length;
        next += length;
        if (next == end) {
            next = RingLayout.RECORDS_OFFSET;
        }
    }

    private void publishRead() {
        published = read;
        Words.putLongRelease(ring, RingLayout.READ_OFFSET, read); // pairs with RingOutbox.hasRoom
    }

    @Override
    public void pressure(boolean on) {
        Words.putIntRelease(ring, RingLayout.PRESSURE_OFFSET, on ? 1 : 0);
    }
}
