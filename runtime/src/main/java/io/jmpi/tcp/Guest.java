package io.jmpi.tcp;

import java.io.IOException;

/** A connection from somebody who has not yet proved to be a rank of this job. */
final class Guest implements Watcher {

    private final Guests guests;
    private final Flow flow;
    private final Exchange exchange;
    private final ListenerHandshake handshake;
    private long deadline;
    private boolean challenged;

    Guest(Guests guests, Flow flow, Exchange exchange, ListenerHandshake handshake, long deadline) {
        this.guests = guests;
        this.flow = flow;
        this.exchange = exchange;
        this.handshake = handshake;
        this.deadline = deadline;
    }

    long deadline() {
        return deadline;
    }

    void deadline(long later) {
        deadline = later;
    }

    Flow flow() {
        return flow;
    }

    @Override
    public void onReady(boolean writable) {
        try {
            if (!challenged) {
                byte[] hello = exchange.read(Handshake.HELLO_BYTES);
                if (hello != null) {
                    exchange.write(handshake.onHello(hello));
                    challenged = true;
                    guests.onHello(this);
                }
            } else {
                byte[] proof = exchange.read(Handshake.PROOF_BYTES);
                if (proof != null) {
                    handshake.onProof(proof);
                    guests.onProven(this);
                }
            }
        } catch (IOException e) {
            guests.onStranger(this, e);
        }
    }

    /** Whether it has named itself a rank of this job, which it is still to prove. */
    boolean hasSaidWhoItIs() {
        return challenged;
    }

    int rank() {
        return handshake.caller();
    }

    boolean isLifeline() {
        return handshake.purpose() == Handshake.LIFELINE;
    }

    void tell(int verdict) throws IOException {
        exchange.write(handshake.verdict(verdict));
    }
}
