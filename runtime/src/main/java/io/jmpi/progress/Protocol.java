package io.jmpi.progress;

import io.jmpi.data.UserMemory;
import io.jmpi.data.Wire;
import io.jmpi.match.PostedReceives;
import io.jmpi.match.UnexpectedMessage;
import io.jmpi.match.UnexpectedMessages;
import io.jmpi.transport.Envelope;
import io.jmpi.transport.Landing;
import io.jmpi.transport.RecordHandler;
import java.nio.ByteBuffer;

/**
 * How messages travel between this rank and its peers.
 *
 * <pre>
 *   short           sender                            receiver
 *                     EAGER data        ---------&gt;    matched at once, or held until its receive comes
 *
 *   longer, between ranks that share memory
 *                     EAGER_BEGIN data  ---------&gt;    the same, piece by piece
 *                     EAGER_MORE data   ---------&gt;
 *
 *   short, synchronous
 *                     EAGER_SYNC data   ---------&gt;
 *                                       &lt;---------    ACK when matched
 *
 *   long, or short while the receiver holds too much
 *                     READY_TO_SEND     ---------&gt;
 *                                       &lt;---------    CLEAR_TO_SEND when matched
 *                     DATA, DATA, ...   ---------&gt;    straight into the receive's buffer
 *
 *   taken back, of the kinds with an answer
 *                     CANCEL            ---------&gt;    forgotten, unless it has been matched
 *                                       &lt;---------    CANCELLED when forgotten
 * </pre>
 *
 * The envelope of every message goes through one ring in the order of the sends, so matching sees MPI's order.
 */
final class Protocol implements RecordHandler {

    private static final int MOST_AT_ONCE = 32;

    private final Peer[] peers;
    private final PostedReceives<ReceiveOperation> posted = new PostedReceives<>();
    private final UnexpectedMessages unexpected = new UnexpectedMessages();
    private final Slots<SendOperation> sends;
    private final Slots<ReceiveOperation> receives = new Slots<>();

    Protocol(Peer[] peers, Slots<SendOperation> sends) {
        this.peers = peers;
        this.sends = sends;
    }

    /** Sends a short message if it can go at once, without an operation. */
    boolean trySend(int destination, int context, int tag, Object buffer, UserMemory memory, long offset, long length) {
        Peer peer = peers[destination];
        if (!peer.wantsEager(length) || !peer.isClear()) {
            return false;
        }
        long head = Envelope.head(Envelope.EAGER, context);
        return peer.sendWhole(head, Envelope.detail(tag, 0), buffer, memory, offset, (int) length);
    }

    void start(SendOperation send) {
        send.begin();
        Peer peer = peers[send.destination];
        if (!peer.isClear() || !peer.sendEnvelope(send)) {
            peer.enqueue(send);
        } else if (!Envelope.isAnswered(send.kind)) {
            send.finish();
        }
    }

    void start(ReceiveOperation receive) {
        receive.begin();
        UnexpectedMessage message = unexpected.first(receive.context, receive.wantedSource, receive.wantedTag);
        if (message == null) {
            posted.post(receive, receive.context, receive.wantedSource, receive.wantedTag);
        } else {
            claim(message);
            take(receive, message);
        }
    }

    /** How many records to take at once: no more than are awaited, since what is not has to be copied twice. */
    int appetite() {
        return Math.max(1, Math.min(MOST_AT_ONCE, posted.size()));
    }

    /** Takes a message that has been found by {@link #probe} out, for one receive, which no other can take it from. */
    void claim(UnexpectedMessage message) {
        unexpected.remove(message);
    }

    /** Starts a receive of a message that has been {@linkplain #claim claimed}. */
    void start(ReceiveOperation receive, UnexpectedMessage message) {
        receive.begin();
        take(receive, message);
    }

    private void take(ReceiveOperation receive, UnexpectedMessage message) {
        Peer peer = peers[message.source()];
        if (message.kind() == Envelope.READY_TO_SEND) {
            meet(receive, peer, message.tag(), message.id(), message.length());
        } else if (message.held() < message.length()) {
            peer.holds(-message.length());
            peer.begunMessage = null;
            peer.begunReceive = receive;
            receive.expect(message.source(), message.tag(), message.length());
            receive.takeNext(message.data(), 0, message.held());
        } else {
            if (message.kind() == Envelope.EAGER_SYNC) {
                peer.answer(Envelope.ACK, message.id(), 0, 0);
            }
            peer.holds(-message.held());
            receive.take(message.source(), message.tag(), message.data(), 0, message.held());
        }
        unexpected.recycle(message);
    }

    /** Ends a receive that no message has met yet. */
    void cancel(ReceiveOperation receive) {
        if (posted.remove(receive)) {
            receive.cancelled();
        }
    }

    /** Ends a send that has not begun, or asks the peer to forget it, which it does unless it has been matched. */
    void cancel(SendOperation send) {
        Peer peer = peers[send.destination];
        if (peer.dequeue(send)) {
            send.cancelled();
        } else if (!send.isDone() && Envelope.isAnswered(send.kind) && sends.get(send.id) == send) {
            peer.answer(Envelope.CANCEL, send.id, 0, 0);
        }
    }

    /** The earliest message that a receive would match, or null. */
    UnexpectedMessage probe(int source, int context, int tag) {
        return unexpected.first(context, source, tag);
    }

    @Override
    public void onRecord(int source, long head, long detail, Wire wire, int at, int length) {
        switch (Envelope.kind(head)) {
            case Envelope.EAGER, Envelope.EAGER_SYNC, Envelope.READY_TO_SEND ->
                onMessage(source, head, detail, wire, at, length);
            case Envelope.EAGER_BEGIN ->
                onBeginning(source, Envelope.context(head), Envelope.tag(detail), wire, at, length);
            case Envelope.EAGER_MORE -> onMore(peers[source], wire, at, length);
            case Envelope.DATA -> onData(Envelope.id(detail), wire, at, length);
            case Envelope.CLEAR_TO_SEND -> onClearance(Envelope.id(detail), wire.bytes(), at);
            case Envelope.ACK -> sends.remove(Envelope.id(detail)).finish();
            case Envelope.CANCEL -> onCancel(source, Envelope.id(detail));
            case Envelope.CANCELLED -> sends.remove(Envelope.id(detail)).cancelled();
            default ->
                throw new IllegalStateException(
                        "record of unknown kind " + Envelope.kind(head) + " from rank " + source);
        }
    }

    @Override
    public Landing onLongRecord(int source, long head, long detail, int length) {
        int kind = Envelope.kind(head);
        if (kind == Envelope.DATA) {
            return arrival(source).ofPiece(Envelope.id(detail), length);
        }
        int tag = Envelope.tag(detail);
        ReceiveOperation receive = posted.match(Envelope.context(head), source, tag);
        if (receive == null) {
            return null;
        }
        if (kind == Envelope.EAGER_SYNC) {
            peers[source].answer(Envelope.ACK, Envelope.id(detail), 0, 0);
        }
        receive.expect(source, tag, length);
        return arrival(source).ofMessage(receive, length);
    }

    private Arrival arrival(int source) {
        Peer peer = peers[source];
        if (peer.arrival == null) {
            peer.arrival = new Arrival(receives);
        }
        return peer.arrival;
    }

    private void onMessage(int source, long head, long detail, Wire wire, int at, int length) {
        int kind = Envelope.kind(head);
        int context = Envelope.context(head);
        int tag = Envelope.tag(detail);
        int id = Envelope.id(detail);
        Peer peer = peers[source];
        ReceiveOperation receive = posted.match(context, source, tag);
        if (kind == Envelope.READY_TO_SEND) {
            long size = wire.bytes().getLong(at);
            if (receive == null) {
                unexpected.add(context, source, tag, kind, id, size, wire, at, 0);
            } else {
                meet(receive, peer, tag, id, size);
            }
        } else if (receive == null) {
            unexpected.add(context, source, tag, kind, id, length, wire, at, length);
            peer.holds(length);
        } else {
            if (kind == Envelope.EAGER_SYNC) {
                peer.answer(Envelope.ACK, id, 0, 0);
            }
            receive.take(source, tag, wire, at, length);
        }
    }

    private void onBeginning(int source, int context, int tag, Wire wire, int at, int length) {
        Peer peer = peers[source];
        long size = wire.bytes().getLong(at);
        int first = at + Long.BYTES;
        int bytes = length - Long.BYTES;
        ReceiveOperation receive = posted.match(context, source, tag);
        peer.begunReceive = receive;
        peer.begunLeft = size - bytes;
        if (receive == null) {
            peer.begunMessage = unexpected.add(context, source, tag, Envelope.EAGER_BEGIN, 0, size, wire, first, bytes);
            peer.holds(size);
        } else {
            receive.expect(source, tag, size);
            receive.takeNext(wire, first, bytes);
        }
    }

    private void onMore(Peer peer, Wire wire, int at, int bytes) {
        ReceiveOperation receive = peer.begunReceive;
        peer.begunLeft -= bytes;
        if (receive == null) {
            peer.begunMessage.holdMore(wire, at, bytes);
        } else {
            receive.takeNext(wire, at, bytes);
        }
        if (peer.begunLeft == 0) {
            peer.begunReceive = null;
            peer.begunMessage = null;
            if (receive != null) {
                receive.finishExpected();
            }
        }
    }

    private void meet(ReceiveOperation receive, Peer peer, int tag, int sender, long length) {
        long wanted = receive.expect(peer.rank, tag, length);
        peer.answer(Envelope.CLEAR_TO_SEND, sender, receives.put(receive), wanted);
    }

    private void onClearance(int id, ByteBuffer payload, int at) {
        SendOperation send = sends.remove(id);
        send.peerId = (int) payload.getLong(at);
        send.wanted = payload.getLong(at + Long.BYTES);
        peers[send.destination].stream(send);
    }

    /** The peer takes a message back: a message that is not here any more has been matched and goes on. */
    private void onCancel(int source, int id) {
        for (UnexpectedMessage message : unexpected.toArray()) {
            if (message.source() == source && message.id() == id && Envelope.isAnswered(message.kind())) {
                claim(message);
                peers[source].holds(-message.held());
                unexpected.recycle(message);
                peers[source].answer(Envelope.CANCELLED, id, 0, 0);
                return;
            }
        }
    }

    private void onData(int id, Wire wire, int at, int length) {
        ReceiveOperation receive = receives.get(id);
        if (receive.takeNext(wire, at, length)) {
            receives.remove(id);
            receive.finishExpected();
        }
    }
}
