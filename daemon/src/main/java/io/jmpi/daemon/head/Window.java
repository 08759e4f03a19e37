package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.PartOrder;

/**
 * How much may be on its way to nodes that are sent the same: no more than a window ahead of the slowest of them. One
 * thread sends, others tell what was taken.
 */
final class Window {

    private final Nodes nodes;
    private final boolean[] open;
    private final long[] onTheWay;
    private final int size;
    private int openNodes;

    /**
     * @param receivers which nodes are sent something
     * @param size in bytes
     */
    Window(Nodes nodes, boolean[] receivers, int size) {
        this.nodes = nodes;
        this.open = receivers.clone();
        this.onTheWay = new long[receivers.length];
        this.size = size;
        for (boolean node : receivers) {
            openNodes += node ? 1 : 0;
        }
    }

    /**
     * Waits until so many bytes more may be sent.
     *
     * @return false when nobody takes any more
     */
    synchronized boolean awaitRoom(int bytes) throws InterruptedException {
        while (openNodes > 0 && !hasRoom(bytes)) {
            wait();
        }
        return openNodes > 0;
    }

    private boolean hasRoom(int bytes) {
        for (int node = 0; node < open.length; node++) {
            if (open[node] && onTheWay[node] + bytes > size) {
                return false;
            }
        }
        return true;
    }

    /** @param bytes that the order takes of the window */
    synchronized void send(PartOrder order, int bytes) {
        for (int node = 0; node < open.length; node++) {
            if (open[node]) {
                onTheWay[node] += bytes;
                nodes.order(node, order);
            }
        }
    }

    /** A node has taken bytes. */
    synchronized void onTaken(int node, long bytes) {
        onTheWay[node] -= bytes;
        notifyAll();
    }

    /** A node takes no more. */
    synchronized void onClosed(int node) {
        if (open[node]) {
            open[node] = false;
            openNodes--;
            notifyAll();
        }
    }
}
