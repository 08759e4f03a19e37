package io.jmpi.match;

import io.jmpi.data.Wire;
import java.util.Arrays;

/**
 * The messages that have come before their receives, in order of arrival.
 *
 * <p>Every message is indexed by its key; the three indexes that serve receives with wildcards exist from the first such
 * receive on, so that programs without wildcards pay nothing for them.
 */
public final class UnexpectedMessages {

    static final int INDEXES = 4;

    private static final int ANY = PostedReceives.ANY;
    private static final int EXACT = 0;
    private static final int ANY_TAG = 1;
    private static final int ANY_SOURCE = 2;
    private static final int ANY_AT_ALL = 3;

    /** Used messages and their memory are kept for the next ones up to these limits. */
    private static final int MOST_FREE = 1024;

    private static final int MOST_FREE_BYTES = 1 << 20;

    private final MatchTable[] indexes = new MatchTable[INDEXES];
    private long sequence;
    private UnexpectedMessage free;
    private int freeCount;
    private int freeBytes;

    public UnexpectedMessages() {
        indexes[EXACT] = new MatchTable();
    }

    /**
     * Adds a message with an envelope and, if {@code bytes} is not 0, its data, or the first of it, for which the memory
     * suffices.
     */
    public UnexpectedMessage add(
            int context, int source, int tag, int kind, int id, long length, Wire wire, int at, int bytes) {
        UnexpectedMessage message = free;
        if (message == null) {
            message = new UnexpectedMessage();
        } else {
            free = message.nextFree;
            freeCount--;
            freeBytes -= message.capacity();
        }
        message.envelope(context, source, tag, kind, id, length);
        if (bytes != 0) {
            message.hold((int) length, wire, at, bytes);
        }
        message.part(EXACT).sequence = sequence++;
        for (int index = EXACT; index < INDEXES; index++) {
            if (indexes[index] != null) {
                enter(message, index);
            }
        }
        return message;
    }

    /** The earliest message that fits a receive, which may use wildcards, or null. It stays. */
    public UnexpectedMessage first(int context, int source, int tag) {
        if (indexes[EXACT].size() == 0) {
            return null;
        }
        int index = (source == ANY ? ANY_SOURCE : 0) + (tag == ANY ? ANY_TAG : 0);
        if (indexes[index] == null) {
            build(index);
        }
        Link link = indexes[index].first(context, source, tag);
        return link == null ? null : (UnexpectedMessage) link.owner();
    }

    /** All of them, in no order. */
    public UnexpectedMessage[] toArray() {
        Link[] links = indexes[EXACT].toArray();
        UnexpectedMessage[] messages = new UnexpectedMessage[links.length];
        for (int i = 0; i < links.length; i++) {
            messages[i] = (UnexpectedMessage) links[i].owner();
        }
        return messages;
    }

    /** Takes a message out. */
    public void remove(UnexpectedMessage message) {
        for (int index = EXACT; index < INDEXES; index++) {
            if (indexes[index] != null) {
                indexes[index].remove(message.part(index));
            }
        }
    }

    /** Takes back a message that was removed and is no longer needed. */
    public void recycle(UnexpectedMessage message) {
        if (freeCount < MOST_FREE && freeBytes + message.capacity() <= MOST_FREE_BYTES) {
            message.nextFree = free;
            free = message;
            freeCount++;
            freeBytes += message.capacity();
        }
    }

    public int size() {
        return indexes[EXACT].size();
    }

    private void build(int index) {
        UnexpectedMessage[] messages = toArray();
        Arrays.sort(messages);
        indexes[index] = new MatchTable();
        for (UnexpectedMessage message : messages) {
            enter(message, index);
        }
    }

    private void enter(UnexpectedMessage message, int index) {
        int source = index == ANY_SOURCE || index == ANY_AT_ALL ? ANY : message.source;
        int tag = index == ANY_TAG || index == ANY_AT_ALL ? ANY : message.tag;
        indexes[index].append(message.part(index), message.context, source, tag);
    }
}
