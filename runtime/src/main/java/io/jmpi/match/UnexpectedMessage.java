package io.jmpi.match;

import io.jmpi.data.Wire;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A message that has come before its receive: its envelope and, if it was sent whole, its data.
 *
 * <p>Made and recycled by {@link UnexpectedMessages}; whoever takes one gives it back with
 * {@link UnexpectedMessages#recycle}.
 */
public final class UnexpectedMessage implements Comparable<UnexpectedMessage> {

    private static final int SMALLEST_DATA = 64;

    private final Part[] parts = new Part[UnexpectedMessages.INDEXES];

    int context;
    int source;
    int tag;
    UnexpectedMessage nextFree;

    private int kind;
    private int id;
    private long length;
    private int held;
    private Wire data;

    UnexpectedMessage() {
        for (int index = 0; index < parts.length; index++) {
            parts[index] = new Part(this);
        }
    }

    void envelope(int context, int source, int tag, int kind, int id, long length) {
        this.context = context;
        this.source = source;
        this.tag = tag;
        this.kind = kind;
        this.id = id;
        this.length = length;
        this.held = 0;
    }

    void hold(int room, Wire wire, int at, int bytes) {
        if (data == null || data.bytes().capacity() < room) {
            int capacity = Math.max(SMALLEST_DATA, Integer.highestOneBit(Math.max(1, room - 1)) << 1);
            data = new Wire(ByteBuffer.allocate(capacity).order(ByteOrder.nativeOrder()));
        }
        held = 0;
        holdMore(wire, at, bytes);
    }

    /** Holds the next bytes of a message that comes in pieces. */
    public void holdMore(Wire wire, int at, int bytes) {
        data.bytes().put(held, wire.bytes(), at, bytes);
        held += bytes;
    }

    Link part(int index) {
        return parts[index];
    }

    public int source() {
        return source;
    }

    public int tag() {
        return tag;
    }

    /** The kind of the record that brought it; see {@link io.jmpi.transport.Envelope}. */
    public int kind() {
        return kind;
    }

    /** The sender's id, for the kinds that have one. */
    public int id() {
        return id;
    }

    /** Bytes of the whole message. */
    public long length() {
        return length;
    }

    /** Bytes of it that are here, in {@link #data()} from 0 on. */
    public int held() {
        return held;
    }

    public Wire data() {
        return data;
    }

    /** Bytes of memory it keeps for data. */
    int capacity() {
        return data == null ? 0 : data.bytes().capacity();
    }

    @Override
    public int compareTo(UnexpectedMessage other) {
        return Long.compare(parts[0].sequence, other.parts[0].sequence);
    }

    /** The message's place in one index. */
    private static final class Part extends Link {

        private final UnexpectedMessage message;

        Part(UnexpectedMessage message) {
            this.message = message;
        }

        @Override
        Object owner() {
            return message;
        }
    }
}
