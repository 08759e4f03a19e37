package io.jmpi.progress;

/** The peers for which something waits to go out. */
final class Backlog {

    private final Peer[] waiting;
    private int count;

    Backlog(int peers) {
        waiting = new Peer[peers];
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(Peer peer) {
        if (!peer.isInBacklog()) {
            peer.inBacklog(true);
            waiting[count++] = peer;
        }
    }

    /** Sends what there is room for; returns the number of records. */
    int push() {
        int records = 0;
        int left = 0;
        for (int i = 0; i < count; i++) {
            Peer peer = waiting[i];
            records += peer.push();
            if (peer.hasPending()) {
                waiting[left++] = peer;
            } else {
                peer.inBacklog(false);
            }
        }
        count = left;
        return records;
    }
}
