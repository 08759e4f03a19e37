package io.jmpi.commons;

/**
 * Whose turn it is to be root of collectives that have a pipe from each rank to the root. It stays so until a call with another
 * root comes: then the one before hands its ends over. The next root needs that one's data for the call anyhow.
 */
final class Turns {

    private final NodeCommons commons;
    private final int self;
    private final Mark handed;
    private long calls;
    private int latest = -1;

    /** @param handed in which call the latest root has become it */
    Turns(NodeCommons commons, int self, Mark handed) {
        this.commons = commons;
        this.self = self;
        this.handed = handed;
    }

    /** Whether this rank was the root of the latest call, but is not of the next one: it {@linkplain #hand hands over} first. */
    boolean ends(int root) {
        return latest == self && root != self;
    }

    /** Lets the next root take over. */
    void hand(int root) {
        handed.set(calls);
        commons.wake(root);
    }

    /** To be called by every rank for each call; returns whether this rank has become the root, and waits until it may. */
    boolean begin(int root) {
        boolean takesOver = root == self && latest != self;
        if (takesOver) {
            commons.await(handed.from(calls));
        }
        calls++;
        latest = root;
        return takesOver;
    }
}
