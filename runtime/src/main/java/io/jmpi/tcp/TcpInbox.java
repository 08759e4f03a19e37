package io.jmpi.tcp;

import io.jmpi.data.Wire;
import io.jmpi.transport.Envelope;
import io.jmpi.transport.Inbox;
import io.jmpi.transport.Landing;
import io.jmpi.transport.RecordHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The receiving end of a connection.
 *
 * <pre>
 *   0            from                  to                  capacity
 *   +------------+---------------------+---------------------+
 *   | handed on  | arrived             | free                |
 *   +------------+---------------------+---------------------+
 * </pre>
 *
 * Where a record begins, {@code from} is a multiple of 8. A long record whose receive is posted is read straight into the
 * receive's memory, if that is direct; else in pieces that stay in the cache.
 */
final class TcpInbox extends Inbox {

    private static final int SMALLEST = 16 << 10;
    private static final int LARGEST = 128 << 10;

    /** Payloads up to this size are waited for, and copied. */
    private static final int SHORT = 2 << 10;

    /** Read after a record that was read straight to its place: another such one may follow. */
    private static final int SHORT_READ = 4 << 10;

    /** Calls to the system before others get their turn. */
    private static final int READS = 16;

    private final TcpLink link;
    private ByteBuffer buffer;
    private Wire wire;
    private int from;
    private int to;

    private Landing landing;
    private int payloadLeft;
    private int padding;
    private int skip;
    private boolean landed;

    TcpInbox(TcpLink link) {
        this.link = link;
    }

    void open() {
        if (buffer == null) {
            allocate(SMALLEST);
        }
    }

    private void allocate(int capacity) {
        ByteBuffer larger = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
        if (buffer != null) {
            larger.put(0, buffer, from, to - from);
        }
        to -= from;
        from = 0;
        buffer = larger;
        wire = new Wire(larger);
    }

    /** The network hands on what comes, for all inboxes at once. */
    @Override
    public int poll(RecordHandler handler, int limit) {
        return 0;
    }

    @Override
    public void pressure(boolean on) {
        link.tellPressure(on);
    }

    /**
     * Reads what is there and hands it on.
     *
     * @return whether the peer goes on sending; false at the end
     */
    boolean read(Flow flow, RecordHandler handler) throws IOException {
        for (int i = 0; i < READS; i++) {
            boolean straight = landing != null && from == to && landing.memory() != null;
            int wanted = straight ? payloadLeft : room();
            int count;
            if (straight) {
                int at = landing.at();
                count = flow.read(landing.memory(), at, at + wanted);
            } else {
                count = flow.read(buffer, to, to + wanted);
            }
            if (count < 0) {
                return false;
            }
            if (count == 0) {
                return true;
            }
            link.came(count);
            if (straight) {
                onLanded(count);
            } else {
                to += count;
                handOn(handler);
            }
            if (count < wanted && !flow.isAhead()) {
                return true;
            }
        }
        return true;
    }

    /** Makes room behind what has arrived; returns how much. */
    private int room() {
        if (from == to) {
            from = (StreamLayout.ALIGNMENT - skip) % StreamLayout.ALIGNMENT;
            to = from;
        } else if (from != 0 && buffer.capacity() - to < SHORT_READ) {
            compact();
        }
        int room = buffer.capacity() - to;
        return landed ? Math.min(room, SHORT_READ) : room;
    }

    private void compact() {
        int base = from & -StreamLayout.ALIGNMENT;
        buffer.put(0, buffer, base, to - base);
        from -= base;
        to -= base;
    }

    private void onLanded(int count) {
        landing.onLanded(count);
        payloadLeft -= count;
        if (payloadLeft == 0) {
            landing = null;
            skip = padding;
            landed = true;
        }
    }

    private void handOn(RecordHandler handler) throws IOException {
        while (true) {
            if (landing != null) {
                if (!handOnPiece()) {
                    return;
                }
            } else if (skip != 0) {
                int skipped = Math.min(skip, to - from);
                from += skipped;
                skip -= skipped;
                if (skip != 0) {
                    return;
                }
            } else if (!handOnRecord(handler)) {
                return;
            }
        }
    }

    /** The next bytes of a long record; returns whether that was its end. */
    private boolean handOnPiece() {
        int piece = Math.min(payloadLeft, to - from);
        if (landing.memory() != null) {
            if (piece != 0) {
                landing.memory().put(landing.at(), buffer, from, piece);
                landing.onLanded(piece);
            }
        } else {
            if (piece < payloadLeft) {
                piece &= -StreamLayout.ALIGNMENT;
            }
            if (piece != 0) {
                landing.onPiece(wire, from, piece);
            }
        }
        from += piece;
        payloadLeft -= piece;
        if (payloadLeft != 0) {
            return false;
        }
        landing = null;
        skip = padding;
        return true;
    }

    /** The next record, if it is here; returns whether there may be another one. */
    private boolean handOnRecord(RecordHandler handler) throws IOException {
        int arrived = to - from;
        if (arrived < Envelope.LENGTH) {
            return false;
        }
        long head = buffer.getLong(from);
        long detail = buffer.getLong(from + StreamLayout.DETAIL_OFFSET);
        int length = Envelope.length(head);
        int kind = Envelope.kind(head);
        int payload = length - Envelope.LENGTH;
        if (!StreamLayout.isSensible(kind, payload)) {
            throw new IOException("it sent a record of kind " + kind + " and length " + length);
        }
        int aligned = StreamLayout.aligned(length);
        if (arrived >= aligned) {
            int at = from + Envelope.LENGTH;
            from += aligned;
            landed = false;
            if (kind >= StreamLayout.PRESSURE) {
                link.onControl(kind, detail);
            } else {
                handler.onRecord(link.rank(), head, detail, wire, at, payload);
                link.handedOn();
            }
            return true;
        }
        if (payload > SHORT) {
            landing = handler.onLongRecord(link.rank(), head, detail, payload);
            if (landing != null) {
                from += Envelope.LENGTH;
                payloadLeft = payload;
                padding = aligned - length;
                if (landing.memory() == null && buffer.capacity() < LARGEST) {
                    allocate(LARGEST);
                }
                return true;
            }
        }
        landed = false;
        if (aligned > buffer.capacity()) {
            allocate(LARGEST);
        } else if (aligned > buffer.capacity() - from) {
            compact();
        }
        return false;
    }
}
