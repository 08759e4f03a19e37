package io.jmpi.progress;

import io.jmpi.data.UserMemory;

/** A send that could not be done at once: it waits for room, for its receive, or streams its data. */
public final class SendOperation extends Operation {

    int destination;
    int context;
    int tag;
    boolean synchronous;
    Object buffer;
    UserMemory memory;
    long offset;
    long length;

    /** The kind of the record that began the message. */
    int kind;

    /** Its number at this rank while the peer may refer to it. */
    int id;

    /** The number by which the peer knows the receive, and how much of the message that wants. */
    int peerId;

    long wanted;
    long sent;

    /** Whether any of its data has gone in pieces; there may be none to go. */
    boolean streaming;

    SendOperation nextInPeer;

    /**
     * Says what to send. The buffer must not change until the operation is done.
     *
     * @param destination rank in COMM_WORLD
     * @param offset bytes from the buffer's beginning
     * @param length bytes
     * @param synchronous whether it is done only when matched
     * @return this
     */
    public SendOperation prepare(
            int destination,
            int context,
            int tag,
            Object buffer,
            UserMemory memory,
            long offset,
            long length,
            boolean synchronous) {
        this.destination = destination;
        this.context = context;
        this.tag = tag;
        this.buffer = buffer;
        this.memory = memory;
        this.offset = offset;
        this.length = length;
        this.synchronous = synchronous;
        this.sent = 0;
        this.streaming = false;
        if (memory != null) {
            memory.begin(offset, length);
        }
        return this;
    }

    void finish() {
        letGo();
        finish(destination, tag, length);
    }

    @Override
    void letGo() {
        buffer = null;
        if (memory != null) {
            memory.end();
        }
    }
}
