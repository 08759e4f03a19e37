package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.Channel;

/** Which rank's error output goes before that of the others: the one whose failure the user has to read of first. */
final class Precedence {

    private static final int NOBODY = -1;

    private int first = NOBODY;

    /** Waits until a rank may write to a channel. */
    synchronized void await(int rank, Channel channel) {
        while (!mayWrite(rank, channel)) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    synchronized boolean mayWrite(int rank, Channel channel) {
        return channel == Channel.OUT || first == NOBODY || first == rank;
    }

    synchronized boolean isFirst(int rank) {
        return first == rank;
    }

    synchronized void give(int rank) {
        first = rank;
    }

    synchronized void end() {
        first = NOBODY;
        notifyAll();
    }
}
