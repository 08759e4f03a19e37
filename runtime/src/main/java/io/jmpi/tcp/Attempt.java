package io.jmpi.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;

/** One try to connect to a peer at one address. */
final class Attempt implements Watcher {

    private enum Stage {
        CONNECTING,
        CALLING,
        PROVING
    }

    private final Caller caller;
    private final InetSocketAddress address;
    private final CallerHandshake handshake;
    private Stage stage = Stage.CONNECTING;
    private Flow flow;
    private Exchange exchange;

    Attempt(Caller caller, InetSocketAddress address, CallerHandshake handshake) {
        this.caller = caller;
        this.address = address;
        this.handshake = handshake;
    }

    InetSocketAddress address() {
        return address;
    }

    Flow flow() {
        return flow;
    }

    /** Whether the peer's machine has taken the connection. */
    boolean isConnected() {
        return stage != Stage.CONNECTING || flow.isConnected();
    }

    void start(TcpNetwork network) throws IOException {
        flow = network.connect(address, this);
        exchange = network.exchange(flow);
    }

    @Override
    public void onReady(boolean writable) {
        try {
            switch (stage) {
                case CONNECTING -> {
                    if (flow.finishConnect()) {
                        stage = Stage.CALLING;
                        flow.watch(false);
                        flow.noDelay(true);
                        exchange.write(handshake.hello());
                    }
                }
                case CALLING -> {
                    byte[] challenge = exchange.read(Handshake.CHALLENGE_BYTES);
                    if (challenge != null) {
                        byte[] proof = handshake.onChallenge(challenge);
                        stage = Stage.PROVING;
                        caller.onAnswer(this);
                        exchange.write(proof);
                    }
                }
                case PROVING -> {
                    byte[] verdict = exchange.read(Handshake.VERDICT_BYTES);
                    if (verdict != null) {
                        caller.onVerdict(this, handshake.onVerdict(verdict));
                    }
                }
            }
        } catch (IOException e) {
            caller.onFailed(this, e);
        }
    }
}
