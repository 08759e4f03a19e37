package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.PartOrder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The thread that passes the launcher's standard input on to the nodes whose ranks are fed. It reads on when the slowest
 * of them has taken most of what was read before, so that little waits anywhere, and no more when nobody takes any.
 */
final class InputPump extends Thread {

    /** So much may be on its way to a rank. */
    static final int WINDOW = 1 << 16;

    private static final int PIECE = 1 << 14;

    private final InputStream in;
    private final Nodes nodes;
    private final boolean[] open;
    private final long[] onTheWay;
    private int openNodes;

    /** @param fed which nodes have ranks that are fed */
    InputPump(InputStream in, Nodes nodes, boolean[] fed) {
        super(null, null, "input", 0, false);
        this.in = in;
        this.nodes = nodes;
        this.open = fed.clone();
        this.onTheWay = new long[fed.length];
        for (boolean node : fed) {
            openNodes += node ? 1 : 0;
        }
        setDaemon(true);
    }

    @Override
    public void run() {
        byte[] piece = new byte[PIECE];
        try {
            while (awaitRoom()) {
                int count = in.read(piece);
                if (count < 0) {
                    break;
                }
                send(Arrays.copyOf(piece, count));
            }
        } catch (IOException e) {
            // What cannot be read has ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endAll();
    }

    /** @return false when nobody takes any more */
    private synchronized boolean awaitRoom() throws InterruptedException {
        while (openNodes > 0 && !hasRoom()) {
            wait();
        }
        return openNodes > 0;
    }

    private boolean hasRoom() {
        for (int node = 0; node < open.length; node++) {
            if (open[node] && onTheWay[node] > WINDOW - PIECE) {
                return false;
            }
        }
        return true;
    }

    private synchronized void send(byte[] bytes) {
        PartOrder order = new PartOrder.Feed(bytes);
        for (int node = 0; node < open.length; node++) {
            if (open[node]) {
                onTheWay[node] += bytes.length;
                nodes.order(node, order);
            }
        }
    }

    private synchronized void endAll() {
        for (int node = 0; node < open.length; node++) {
            if (open[node]) {
                nodes.order(node, new PartOrder.EndInput());
            }
        }
    }

    /** A node's ranks have taken bytes. */
    synchronized void onTaken(int node, long bytes) {
        onTheWay[node] -= bytes;
        notifyAll();
    }

    /** A node's ranks take no more. */
    synchronized void onClosed(int node) {
        if (open[node]) {
            open[node] = false;
            openNodes--;
            notifyAll();
        }
    }
}
