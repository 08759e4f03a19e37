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

    private final Dial dial;
    private final InetSocketAddress address;
    private final CallerHandshake handshake;
    private Stage stage = Stage.CONNECTING;
    private Flow flow;
    private Exchange exchange;

    Attempt(Dial dial, InetSocketAddress address, CallerHandshake handshake) {
        this.dial = dial;
        this.address = address;
        this.handshake = handshake;
    }

    InetSocketAddress address() {
        return address;
    }

    Flow flow() {
        return flow;
    }

    boolean isConnected() {
        return stage != Stage.CONNECTING;
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
                        dial.onChosen(this);
                        exchange.write(proof);
                    }
                }
                case PROVING -> {
                    byte[] verdict = exchange.read(Handshake.VERDICT_BYTES);
                    if (verdict != null) {
                        dial.onVerdict(this, handshake.onVerdict(verdict));
                    }
                }
            }
        } catch (IOException e) {
            dial.onFailed(this, e);
        }
    }
}
