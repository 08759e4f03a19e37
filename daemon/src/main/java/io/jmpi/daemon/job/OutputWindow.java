package io.jmpi.daemon.job;

import java.io.IOException;

/**
 * How much output a part may send before the head has written what it got. Threads that bring output wait here, and so,
 * in the end, do the ranks.
 */
final class OutputWindow {

    /** The most that goes into one frame. */
    static final int PIECE = 1 << 16;

    private final int size;
    private long room;
    private boolean closed;

    OutputWindow(int size) {
        this.size = size;
        this.room = size;
    }

    /**
     * Waits for room for some of the bytes that are to be sent, and takes it: at least a piece that is worth a frame.
     *
     * @return how many may be sent
     * @throws IOException when nobody takes output any more
     */
    synchronized int take(int wanted) throws IOException {
        int worthwhile = Math.min(wanted, Math.min(PIECE, size / 2));
        while (room < worthwhile && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        if (closed) {
            throw new IOException("nobody takes output any more");
        }
        int taken = (int) Math.min(Math.min(wanted, PIECE), room);
        room -= taken;
        return taken;
    }

    /** There is more room. */
    synchronized void give(int bytes) {
        room += bytes;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
