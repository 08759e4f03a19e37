package io.jmpi.tcp;

import java.io.IOException;

/** The listener's half of a {@link Handshake}. */
final class ListenerHandshake extends Handshake {

    private final int self;
    private final int size;

    /**
     * @param self this rank
     * @param size number of ranks of the job
     */
    ListenerHandshake(byte[] key, int self, int size) {
        super(key);
        this.self = self;
        this.size = size;
    }

    /**
     * Takes the caller's first words; returns the challenge.
     *
     * @throws RefusedException when the caller is a stranger
     * @throws IOException when it has lost its way: several hosts may have an address in common, as that of a bridge
     */
    byte[] onHello(byte[] message) throws IOException {
        checkBeginning(message);
        System.arraycopy(message, 0, hello(), 0, HELLO_BYTES);
        if (callee() != self) {
            throw new IOException("it wants rank " + callee() + ", this is rank " + self);
        }
        if (caller() < 0 || caller() >= size || caller() == self) {
            throw new RefusedException("it says that it is rank " + caller() + " of " + size);
        }
        if (purpose() != RECORDS && purpose() != LIFELINE) {
            throw new RefusedException("it comes for purpose " + purpose());
        }
        writeChallenge();
        return challenge();
    }

    /** Takes the caller's proof. */
    void onProof(byte[] message) throws RefusedException {
        if (!isProof(message)) {
            throw new RefusedException("it does not know the job's key");
        }
    }
}
