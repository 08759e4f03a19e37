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

    private static final int WINDOW = 1 << 16;
    private static final int PIECE = 1 << 14;

    private final InputStream in;
    private final Window window;

    /** @param fed which nodes have ranks that are fed */
    InputPump(InputStream in, Nodes nodes, boolean[] fed) {
        super(null, null, "input", 0, false);
        this.in = in;
        this.window = new Window(nodes, fed, WINDOW);
        setDaemon(true);
    }

    /** Is to be told what nodes have taken. */
    Window window() {
        return window;
    }

    @Override
    public void run() {
        byte[] piece = new byte[PIECE];
        try {
            while (window.awaitRoom(PIECE)) {
                int count = in.read(piece);
                if (count < 0) {
                    break;
                }
                window.send(new PartOrder.Feed(Arrays.copyOf(piece, count)), count);
            }
        } catch (IOException e) {
            // What cannot be read has ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        window.send(new PartOrder.EndInput(), 0);
    }
}
