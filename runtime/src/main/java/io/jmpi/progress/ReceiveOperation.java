package io.jmpi.progress;

import io.jmpi.data.UserMemory;
import io.jmpi.data.Wire;
import java.nio.ByteBuffer;

/** A receive: posted, then matched, then filled. */
public final class ReceiveOperation extends Operation {

    int context;
    int wantedSource;
    int wantedTag;
    Object buffer;
    UserMemory memory;
    long offset;
    long capacity;

    /** Set when matched to a message that streams: from whom, and how far it is. */
    int matchedSource;

    int matchedTag;
    long length;
    long received;

    /**
     * Says what to receive, and where to.
     *
     * @param source rank in COMM_WORLD, or {@link io.jmpi.match.PostedReceives#ANY}
     * @param tag or {@link io.jmpi.match.PostedReceives#ANY}
     * @param offset bytes from the buffer's beginning
     * @param capacity the most bytes to receive
     * @return this
     */
    public ReceiveOperation prepare(
            int source, int context, int tag, Object buffer, UserMemory memory, long offset, long capacity) {
        this.wantedSource = source;
        this.context = context;
        this.wantedTag = tag;
        this.buffer = buffer;
        this.memory = memory;
        this.offset = offset;
        this.capacity = capacity;
        if (memory != null) {
            memory.begin(offset, capacity);
        }
        return this;
    }

    /** The most bytes to receive. */
    public long capacity() {
        return capacity;
    }

    /** Takes a message that is here whole. */
    void take(int source, int tag, Wire wire, int at, int bytes) {
        unpack(wire, at, bytes, 0);
        letGo();
        finish(source, tag, bytes);
    }

    /** Memory for the next {@code bytes} to be stored in directly, or null. */
    ByteBuffer directFor(int bytes) {
        return received + bytes <= capacity ? UserMemory.direct(buffer) : null;
    }

    /** Where in that memory the next byte goes. */
    int directAt() {
        return (int) (offset + received);
    }

    /** Meets a message whose data will follow; returns how much of it is wanted. */
    long expect(int source, int tag, long length) {
        matchedSource = source;
        matchedTag = tag;
        this.length = length;
        received = 0;
        if (length > capacity) {
            truncated();
            return capacity;
        }
        return length;
    }

    /** Takes the next piece; returns whether it was the last. */
    boolean takeNext(Wire wire, int at, int bytes) {
        unpack(wire, at, bytes, received);
        return received(bytes);
    }

    /** The next bytes are where they belong; returns whether they were the last. */
    boolean received(int bytes) {
        received += bytes;
        return received >= Math.min(length, capacity);
    }

    void finishExpected() {
        letGo();
        finish(matchedSource, matchedTag, length);
    }

    /** Keeps nothing of the program alive. */
    void forget() {
        memory = null;
    }

    @Override
    void letGo() {
        buffer = null;
        if (memory != null) {
            memory.end();
        }
    }

    private void unpack(Wire wire, int at, int bytes, long position) {
        long room = Math.max(0, capacity - position);
        int fitting = bytes;
        if (bytes > room) {
            fitting = (int) room;
            truncated();
        }
        if (fitting != 0) {
            memory.unpack(wire, at, buffer, offset + position, fitting);
        }
    }
}
