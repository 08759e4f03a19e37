package io.jmpi.progress;

import io.jmpi.transport.Envelope;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The protocol's answers to a peer that wait for room, first in, first out. */
final class Answers {

    private static final int WORDS = 4;

    private long[] words = new long[WORDS * 4];
    private int first;
    private int end;

    boolean isEmpty() {
        return first == end;
    }

    void add(int kind, int id, long one, long other) {
        if (end == words.length) {
            if (first != 0) {
                System.arraycopy(words, first, words, 0, end - first);
                end -= first;
                first = 0;
            } else {
                words = Arrays.copyOf(words, end * 2);
            }
        }
        words[end] = kind;
        words[end + 1] = id;
        words[end + 2] = one;
        words[end + 3] = other;
        end += WORDS;
    }

    /** Sends what there is room for; returns the number of records. */
    int push(Peer peer) {
        int count = 0;
        while (first != end) {
            int kind = (int) words[first];
            int payload = kind == Envelope.CLEAR_TO_SEND ? 2 * Long.BYTES : 0;
            int at = peer.outbox.tryClaim(payload);
            if (at < 0) {
                return count;
            }
            if (payload != 0) {
                ByteBuffer bytes = peer.outbox.wire().bytes();
                bytes.putLong(at, words[first + 2]);
                bytes.putLong(at + Long.BYTES, words[first + 3]);
            }
            peer.commit(Envelope.head(kind, 0), Envelope.detail(0, (int) words[first + 1]));
            first += WORDS;
            count++;
        }
        first = 0;
        end = 0;
        return count;
    }
}
