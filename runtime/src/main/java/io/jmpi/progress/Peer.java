package io.jmpi.progress;

import io.jmpi.data.UserMemory;
import io.jmpi.job.Waker;
import io.jmpi.match.UnexpectedMessage;
import io.jmpi.transport.Envelope;
import io.jmpi.transport.Inbox;
import io.jmpi.transport.Outbox;
import java.nio.ByteBuffer;

/**
 * What this rank has to do with another one: the ways in and out, and what waits to go out, in three lanes. Answers of
 * the protocol go first, since the peer may depend on them to make room; envelopes keep the order of their sends; data
 * fills what is left.
 */
final class Peer {

    /** So much shorter is the first piece of a message whose length goes with it; pieces are multiples of 64 bytes. */
    private static final int FIRST_LESS = 64;

    final int rank;
    final Inbox inbox;
    final Outbox outbox;
    private final Waker waker;
    private final Backlog backlog;
    private final Slots<SendOperation> sends;

    private final Answers answers = new Answers();
    private SendOperation firstEnvelope;
    private SendOperation lastEnvelope;
    private SendOperation firstStream;
    private SendOperation lastStream;

    /** Bytes of the peer's messages that came before their receives and are held here. */
    private long unexpectedBytes;

    private boolean pressing;
    private boolean inBacklog;

    /** What takes the rest of the message that the peer has begun to send unasked: a receive, or one that has none yet. */
    ReceiveOperation begunReceive;

    UnexpectedMessage begunMessage;

    /** Bytes of it that are still to come. */
    long begunLeft;

    /** Takes long records from the peer; made when the first one comes. */
    Arrival arrival;

    /** @param waker null for a peer that shares no memory with this rank */
    Peer(int rank, Inbox inbox, Outbox outbox, Waker waker, Backlog backlog, Slots<SendOperation> sends) {
        this.rank = rank;
        this.inbox = inbox;
        this.outbox = outbox;
        this.waker = waker;
        this.backlog = backlog;
        this.sends = sends;
    }

    /** Whether messages to the peer may overtake none that waits. */
    boolean isClear() {
        return firstEnvelope == null && answers.isEmpty();
    }

    boolean hasPending() {
        return firstEnvelope != null || firstStream != null || !answers.isEmpty();
    }

    /** Whether the {@link Backlog} knows that something waits here. */
    boolean isInBacklog() {
        return inBacklog;
    }

    void inBacklog(boolean in) {
        inBacklog = in;
    }

    boolean wantsEager(long length) {
        return length <= outbox.eagerLimit() && !outbox.underPressure();
    }

    void commit(long head, long detail) {
        outbox.commit(head, detail);
        if (waker != null) {
            waker.wake();
        }
    }

    /** To be called after records were read: the peer may be waiting for the room. */
    void roomMade() {
        if (waker != null) {
            waker.wake();
        }
    }

    void answer(int kind, int id, long first, long second) {
        answers.add(kind, id, first, second);
        backlog.add(this);
    }

    void enqueue(SendOperation send) {
        send.nextInPeer = null;
        if (lastEnvelope == null) {
            firstEnvelope = send;
        } else {
            lastEnvelope.nextInPeer = send;
        }
        lastEnvelope = send;
        backlog.add(this);
    }

    /** Takes back a send of which nothing has gone; returns whether there was one. */
    boolean dequeue(SendOperation send) {
        SendOperation before = null;
        for (SendOperation at = firstEnvelope; at != null; at = at.nextInPeer) {
            if (at == send) {
                if (send.streaming) {
                    return false;
                }
                if (before == null) {
                    firstEnvelope = send.nextInPeer;
                } else {
                    before.nextInPeer = send.nextInPeer;
                }
                if (lastEnvelope == send) {
                    lastEnvelope = before;
                }
                send.nextInPeer = null;
                return true;
            }
            before = at;
        }
        return false;
    }

    void stream(SendOperation send) {
        send.nextInPeer = null;
        if (lastStream == null) {
            firstStream = send;
        } else {
            lastStream.nextInPeer = send;
        }
        lastStream = send;
        backlog.add(this);
    }

    /** Sends what there is room for; returns the number of records. */
    int push() {
        int count = answers.push(this);
        if (answers.isEmpty()) {
            count += pushEnvelopes();
            count += pushStreams();
        }
        return count;
    }

    private int pushEnvelopes() {
        int count = 0;
        while (firstEnvelope != null && count < Limits.BLIND_SENDS && sendEnvelope(firstEnvelope)) {
            SendOperation send = firstEnvelope;
            firstEnvelope = send.nextInPeer;
            send.nextInPeer = null;
            count++;
            if (!Envelope.isAnswered(send.kind)) {
                send.finish();
            }
        }
        if (firstEnvelope == null) {
            lastEnvelope = null;
        }
        return count;
    }

    /**
     * Sends the record that begins a message, and the message with it if it is not to be asked for; returns whether there
     * was room. Only now is it decided how the message goes: the peer may have come under pressure while it waited.
     */
    boolean sendEnvelope(SendOperation send) {
        if (send.streaming) {
            return sendMore(send);
        }
        boolean whole = wantsEager(send.length);
        if (!whole && !send.synchronous && send.length <= outbox.unaskedLimit() && !outbox.underPressure()) {
            return begin(send) && sendMore(send);
        }
        send.kind = !whole ? Envelope.READY_TO_SEND : send.synchronous ? Envelope.EAGER_SYNC : Envelope.EAGER;
        boolean answered = Envelope.isAnswered(send.kind);
        if (answered) {
            send.id = sends.put(send);
        }
        long head = Envelope.head(send.kind, send.context);
        long detail = Envelope.detail(send.tag, send.id);
        boolean sent = whole
                ? sendWhole(head, detail, send.buffer, send.memory, send.offset, (int) send.length)
                : sendLength(head, detail, send.length);
        if (answered && !sent) {
            sends.remove(send.id);
        }
        return sent;
    }

    /** Sends a message's length and first piece. No other message begins before all of this one has gone. */
    private boolean begin(SendOperation send) {
        int bytes = outbox.piece(send.length) - FIRST_LESS;
        int at = outbox.tryClaim(Long.BYTES + bytes);
        if (at < 0) {
            return false;
        }
        send.kind = Envelope.EAGER_BEGIN;
        outbox.wire().bytes().putLong(at, send.length);
        send.memory.pack(send.buffer, send.offset, bytes, outbox.wire(), at + Long.BYTES);
        commit(Envelope.head(Envelope.EAGER_BEGIN, send.context), Envelope.detail(send.tag, 0));
        send.streaming = true;
        send.sent = bytes;
        return true;
    }

    private boolean sendMore(SendOperation send) {
        while (send.sent < send.length) {
            int bytes = (int) Math.min(outbox.piece(send.length), send.length - send.sent);
            int at = outbox.tryClaim(bytes);
            if (at < 0) {
                return false;
            }
            send.memory.pack(send.buffer, send.offset + send.sent, bytes, outbox.wire(), at);
            commit(Envelope.head(Envelope.EAGER_MORE, 0), 0);
            send.sent += bytes;
        }
        return true;
    }

    private boolean sendLength(long head, long detail, long length) {
        int at = outbox.tryClaim(Long.BYTES);
        if (at < 0) {
            return false;
        }
        outbox.wire().bytes().putLong(at, length);
        commit(head, detail);
        return true;
    }

    /** Sends a message whole, if there is room; then its memory is no longer needed. */
    boolean sendWhole(long head, long detail, Object buffer, UserMemory memory, long offset, int length) {
        ByteBuffer direct = length < outbox.shortestLoan() ? null : UserMemory.direct(buffer);
        if (direct != null) {
            boolean sent = outbox.tryLend(head, detail, direct, (int) offset, length);
            outbox.endLoan();
            return sent;
        }
        int at = outbox.tryClaim(length);
        if (at < 0) {
            return false;
        }
        if (length != 0) {
            memory.pack(buffer, offset, length, outbox.wire(), at);
        }
        commit(head, detail);
        return true;
    }

    private int pushStreams() {
        int count = 0;
        while (firstStream != null && !outbox.isLoanOut()) {
            SendOperation send = firstStream;
            if (!send.streaming || send.sent < send.wanted) {
                if (!sendPiece(send)) {
                    return count;
                }
                count++;
            }
            if (send.sent == send.wanted && !outbox.isLoanOut()) {
                firstStream = send.nextInPeer;
                send.nextInPeer = null;
                send.finish();
            }
        }
        if (firstStream == null) {
            lastStream = null;
        }
        return count;
    }

    private boolean sendPiece(SendOperation send) {
        long head = Envelope.head(Envelope.DATA, 0);
        long detail = Envelope.detail(0, send.peerId);
        long rest = send.wanted - send.sent;
        ByteBuffer direct = rest < outbox.shortestLoan() ? null : UserMemory.direct(send.buffer);
        int bytes;
        if (direct != null) {
            bytes = (int) Math.min(outbox.longestLoan(), rest);
            if (!outbox.tryLend(head, detail, direct, (int) (send.offset + send.sent), bytes)) {
                return false;
            }
        } else {
            bytes = (int) Math.min(outbox.piece(send.wanted), rest);
            int at = outbox.tryClaim(bytes);
            if (at < 0) {
                return false;
            }
            send.memory.pack(send.buffer, send.offset + send.sent, bytes, outbox.wire(), at);
            commit(head, detail);
        }
        send.streaming = true;
        send.sent += bytes;
        return true;
    }

    /** Accounts for unexpected data; past the limit the peer is asked to announce its messages only. */
    void holds(long bytes) {
        unexpectedBytes += bytes;
        if (!pressing && unexpectedBytes > Limits.UNEXPECTED_BYTES) {
            pressing = true;
            inbox.pressure(true);
        } else if (pressing && unexpectedBytes < Limits.UNEXPECTED_BYTES / 2) {
            pressing = false;
            inbox.pressure(false);
        }
    }
}
