package io.jmpi.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A connection that carries nothing, and by which a rank that waits learns that the peer's machine is gone.
 *
 * <p>A machine that is cut off shows by silence only. On the connection with the records silence means nothing as long as
 * the peer computes, and the system gives up what it has sent only after a quarter of an hour; were that time shortened
 * it would also give up a peer that merely does not read (TCP_USER_TIMEOUT counts a closed window). On a connection
 * without data the peer's kernel answers the system's keep-alive, whatever the peer does, even if it is stopped, and even
 * if it has not accepted the connection yet.
 *
 * <p>It is made when a rank first goes to sleep, by whichever does.
 */
final class Lifeline implements Caller, Watcher {

    private final TcpNetwork network;
    private final TcpLink link;
    private final ByteBuffer nothing = ByteBuffer.allocateDirect(1);
    private Flow flow;

    Lifeline(TcpNetwork network, TcpLink link) {
        this.network = network;
        this.link = link;
    }

    /** Takes a connection that the peer has made for this. */
    void accepted(Flow connection) {
        flow = connection;
        flow.watcher(this);
    }

    /** Makes the connection. */
    void call(Attempt attempt) {
        try {
            attempt.start(network);
            flow = attempt.flow();
            flow.giveUpAfter(network.silenceSeconds());
        } catch (IOException e) {
            onFailed(attempt, e);
        }
    }

    @Override
    public void onAnswer(Attempt attempt) {
        // there is no other
    }

    @Override
    public void onVerdict(Attempt attempt, int verdict) {
        if (verdict == Handshake.WELCOME) {
            flow.watcher(this);
        } else {
            end();
        }
    }

    @Override
    public void onFailed(Attempt attempt, IOException reason) {
        onFailure(reason);
    }

    @Override
    public void onReady(boolean writable) {
        try {
            if (flow.read(nothing, 0, 1) < 0) {
                end();
            }
        } catch (IOException e) {
            onFailure(e);
        }
    }

    /** What an answer of the peer's machine means, the connection with the records tells. */
    private void onFailure(IOException reason) {
        end();
        if (Reasons.isSilence(reason)) {
            link.fail(reason);
        }
    }

    void end() {
        link.lifelineEnded(this);
        if (flow != null) {
            network.closeLater(flow);
            flow = null;
        }
    }
}
