package io.jmpi.commons;

/**
 * Whose turn it is to be root of collectives that have a pipe from each rank to the root: the next root waits until the one
 * before has emptied all of them, and then takes over its ends.
 */
final class Turns {

    private final NodeCommons commons;
    private final int self;
    private final Mark over;
    private long calls;
    private int latest = -1;

    /** @param over counts the turns that are over */
    Turns(NodeCommons commons, int self, Mark over) {
        this.commons = commons;
        this.self = self;
        this.over = over;
    }

    /** To be called by every rank for each of the collectives; returns whether this rank has become the root. */
    boolean begin(int root) {
        boolean takesOver = root == self && latest != self;
        if (takesOver) {
            commons.await(over.from(calls));
        }
        calls++;
        latest = root;
        return takesOver;
    }

    /** To be called by the root. */
    void end() {
        commons.tell(over, calls);
    }
}
