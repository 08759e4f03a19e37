package io.jmpi.progress;

import io.jmpi.job.Waker;
import io.jmpi.transport.Envelope;
import io.jmpi.transport.Inbox;
import io.jmpi.transport.Outbox;

/**
 * What this rank has to do with another one: the ways in and out, and what waits to go out, in three lanes. Answers of
 * the protocol go first, since the peer may depend on them to make room; envelopes keep the order of their sends; data
 * fills what is left.
 */
final class Peer {

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
        waker.wake();
    }

    /** To be called after records were read: the peer may be waiting for the room. */
    void roomMade() {
        waker.wake();
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
        while (firstEnvelope != null && sendEnvelope(firstEnvelope)) {
            SendOperation send = firstEnvelope;
            firstEnvelope = send.nextInPeer;
            send.nextInPeer = null;
            count++;
            if (send.kind == Envelope.EAGER) {
                send.finish();
            }
        }
        if (firstEnvelope == null) {
            lastEnvelope = null;
        }
        return count;
    }

    /**
     * Sends the record that begins a message, if there is room. Only now is it decided whether the message goes whole: the
     * peer may have come under pressure while it waited.
     */
    boolean sendEnvelope(SendOperation send) {
        boolean whole = wantsEager(send.length);
        int payload = whole ? (int) send.length : Long.BYTES;
        int at = outbox.tryClaim(payload);
        if (at < 0) {
            return false;
        }
        if (!whole) {
            outbox.wire().bytes().putLong(at, send.length);
        } else if (payload != 0) {
            send.memory.pack(send.buffer, send.offset, payload, outbox.wire(), at);
        }
        send.kind = send.kind(whole);
        if (send.kind != Envelope.EAGER) {
            send.id = sends.put(send);
        }
        commit(Envelope.head(send.kind, send.context), Envelope.detail(send.tag, send.id));
        return true;
    }

    private int pushStreams() {
        int count = 0;
        while (firstStream != null) {
            SendOperation send = firstStream;
            int bytes = (int) Math.min(outbox.largestPayload(), send.wanted - send.sent);
            int at = outbox.tryClaim(bytes);
            if (at < 0) {
                return count;
            }
            send.memory.pack(send.buffer, send.offset + send.sent, bytes, outbox.wire(), at);
            commit(Envelope.head(Envelope.DATA, 0), Envelope.detail(0, send.peerId));
            send.sent += bytes;
            count++;
            if (send.sent == send.wanted) {
                firstStream = send.nextInPeer;
                send.nextInPeer = null;
                send.finish();
            }
        }
        lastStream = null;
        return count;
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
