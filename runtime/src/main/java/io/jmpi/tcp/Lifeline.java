package io.jmpi.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Watches a connection that carries nothing.
 *
 * <p>A machine that is cut off shows by silence only. On the connection with the records silence means nothing as long as
 * the peer computes, and the system gives up what it has sent only after a quarter of an hour; were that time shortened
 * it would also give up a peer that merely does not read (TCP_USER_TIMEOUT counts a closed window). On a connection
 * without data the peer's kernel answers the system's keep-alive, whatever the peer does, even if it is stopped.
 */
final class Lifeline implements Watcher {

    private final TcpLink link;
    private final Flow flow;
    private final ByteBuffer nothing = ByteBuffer.allocateDirect(1);

    Lifeline(TcpLink link, Flow flow) {
        this.link = link;
        this.flow = flow;
    }

    @Override
    public void onReady(boolean writable) {
        try {
            if (flow.read(nothing, 0, 1) < 0) {
                link.lifelineEnded(flow);
            }
        } catch (IOException e) {
            link.fail(e);
        }
    }
}
