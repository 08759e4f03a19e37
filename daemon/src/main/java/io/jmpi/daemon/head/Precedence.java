package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.Channel;

/** Which rank's error output goes before that of the others: the one whose failure the user has to read of first. */
final class Precedence {

    private static final int NOBODY = -1;

    private int first = NOBODY;

    /** Waits until a rank may write to a channel. */
    synchronized void await(int rank, Channel channel) {
        while (channel == Channel.ERR && first != NOBODY && first != rank) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    synchronized void give(int rank) {
        first = rank;
    }

    synchronized void end() {
        first = NOBODY;
        notifyAll();
    }
}
