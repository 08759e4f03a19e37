package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.PartOrder;

/** The nodes of a job that have not finished, nor been lost. Used by the head's thread. */
final class OpenNodes {

    private static final int NOBODY = -1;

    private final Nodes nodes;
    private final boolean[] closed;
    private int count;

    OpenNodes(Nodes nodes, int count) {
        this.nodes = nodes;
        this.closed = new boolean[count];
        this.count = count;
    }

    int count() {
        return count;
    }

    boolean isOpen(int node) {
        return !closed[node];
    }

    /** @return whether it was open */
    boolean close(int node) {
        boolean wasOpen = !closed[node];
        closed[node] = true;
        count -= wasOpen ? 1 : 0;
        return wasOpen;
    }

    void orderAll(PartOrder order) {
        orderOthers(NOBODY, order);
    }

    void orderOthers(int but, PartOrder order) {
        for (int node = 0; node < closed.length; node++) {
            if (node != but && !closed[node]) {
                nodes.order(node, order);
            }
        }
    }
}
