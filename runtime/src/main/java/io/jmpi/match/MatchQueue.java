package io.jmpi.match;

/** Those that wait with one key, first come first. */
final class MatchQueue {

    final int context;
    final int source;
    final int tag;

    MatchQueue nextInBucket;
    private Link head;
    private Link tail;

    MatchQueue(int context, int source, int tag) {
        this.context = context;
        this.source = source;
        this.tag = tag;
    }

    boolean hasKey(int context, int source, int tag) {
        return this.tag == tag && this.source == source && this.context == context;
    }

    Link head() {
        return head;
    }

    boolean isEmpty() {
        return head == null;
    }

    void append(Link link) {
        link.queue = this;
        link.previous = tail;
        link.next = null;
        if (tail == null) {
            head = link;
        } else {
            tail.next = link;
        }
        tail = link;
    }

    void remove(Link link) {
        if (link.previous == null) {
            head = link.next;
        } else {
            link.previous.next = link.next;
        }
        if (link.next == null) {
            tail = link.previous;
        } else {
            link.next.previous = link.previous;
        }
        link.previous = null;
        link.next = null;
        link.queue = null;
    }
}
