package io.jmpi.tcp;

/** The caller's half of a {@link Handshake}. */
final class CallerHandshake extends Handshake {

    CallerHandshake(byte[] key, int purpose, int caller, int callee) {
        super(key);
        writeHello(purpose, caller, callee);
    }

    /** Takes the listener's answer to {@link #hello}; returns the proof. */
    byte[] onChallenge(byte[] message) throws RefusedException {
        checkBeginning(message);
        System.arraycopy(message, 0, challenge(), 0, CHALLENGE_BYTES);
        return proof();
    }

    /** Takes the listener's answer to the proof: {@link #WELCOME} or {@link #NOT_NEEDED}. */
    int onVerdict(byte[] message) throws RefusedException {
        int word = readVerdict(message);
        if (word != WELCOME && word != NOT_NEEDED) {
            throw new RefusedException("its verdict is " + word);
        }
        return word;
    }
}
