package io.jmpi.progress;

import io.jmpi.data.UserMemory;
import java.util.ArrayList;
import java.util.List;

/**
 * The program's memory for messages that it does not want to wait for (MPI 4.1, 3.6): each lies in a piece of its own until it
 * has gone. A message takes the first gap that is long enough, and no more than its own length.
 *
 * <p>Used by whoever has entered the engine.
 */
public final class SendBuffer {

    private final byte[] bytes;
    private final UserMemory memory;

    /** What has not gone yet, as far as is known, in the order of the places. */
    private final List<SendOperation> pieces = new ArrayList<>();

    public SendBuffer(byte[] bytes) {
        this.bytes = bytes;
        this.memory = UserMemory.of(bytes);
    }

    public byte[] bytes() {
        return bytes;
    }

    /**
     * Sends a message, from here if it cannot go at once. Does not wait.
     *
     * @return whether there was room for it
     */
    public boolean trySend(
            Engine engine,
            int destination,
            int context,
            int tag,
            Object buffer,
            UserMemory from,
            long offset,
            long length) {
        if (engine.trySend(destination, context, tag, buffer, from, offset, length)) {
            return true;
        }
        int gap = gap(length);
        if (gap < 0) {
            engine.poll();
            gap = gap(length);
            if (gap < 0) {
                return false;
            }
        }
        int place = end(gap);
        if (length != 0) {
            UserMemory.copyBetween(buffer, offset, bytes, place, length);
        }
        SendOperation send =
                new SendOperation().prepare(destination, context, tag, bytes, memory, place, length, false);
        engine.start(send);
        if (!send.isDone()) {
            pieces.add(gap, send);
        }
        return true;
    }

    /** The number of pieces before the first gap of this length, or -1. */
    private int gap(long length) {
        pieces.removeIf(Operation::isDone);
        for (int gap = 0; gap < pieces.size(); gap++) {
            if (pieces.get(gap).offset - end(gap) >= length) {
                return gap;
            }
        }
        return bytes.length - end(pieces.size()) >= length ? pieces.size() : -1;
    }

    /** Where the gap behind so many pieces begins. */
    private int end(int count) {
        if (count == 0) {
            return 0;
        }
        SendOperation last = pieces.get(count - 1);
        return (int) (last.offset + last.length);
    }

    /** Bytes that are in use. */
    public long used() {
        long used = 0;
        for (SendOperation piece : pieces) {
            used += piece.length;
        }
        return used;
    }

    /** Waits until everything has gone. */
    public void await(Engine engine) {
        while (!pieces.isEmpty()) {
            SendOperation piece = pieces.get(0);
            engine.await(piece);
            pieces.remove(piece);
        }
    }
}
