package io.jmpi.tcp;

import io.jmpi.job.JobKey;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;

/**
 * What the two ends of a new connection say before either believes the other. Who connected is the caller.
 *
 * <pre>
 *   caller                                              listener
 *     HELLO      who calls whom, a random number   -->
 *                                                  &lt;--  CHALLENGE  another random number
 *     PROOF      digest of both with the job's key -->
 *                                                  &lt;--  VERDICT    welcome or not, and a digest with the key
 *
 *   HELLO       0               8       12      16      20      24                              56
 *               +---------------+-------+-------+-------+-------+-------------------------------+
 *               | magic         |version|purpose|caller |callee | nonce                         |
 *               +---------------+-------+-------+-------+-------+-------------------------------+
 *   CHALLENGE   0               8       12      16                              48
 *               +---------------+-------+-------+-------------------------------+
 *               | magic         |version| 0     | nonce                         |
 *               +---------------+-------+-------+-------------------------------+
 *   PROOF       0                               32
 *               +-------------------------------+
 *               | digest                        |
 *               +-------------------------------+
 *   VERDICT     0       4       8                               40
 *               +-------+-------+-------------------------------+
 *               | word  | 0     | digest                        |
 *               +-------+-------+-------------------------------+
 * </pre>
 *
 * A digest is the HMAC, with the job's key, of a word (whose digest it is) and all of HELLO and CHALLENGE. The caller
 * proves itself first, so that a stranger learns nothing. All words are little-endian.
 */
abstract class Handshake {

    static final int HELLO_BYTES = 56;
    static final int CHALLENGE_BYTES = 48;
    static final int PROOF_BYTES = Hmac.LENGTH;
    static final int VERDICT_BYTES = 8 + Hmac.LENGTH;

    /** The most bytes that one end says at a time. */
    static final int MOST_BYTES = HELLO_BYTES;

    /** The connection is to carry records. */
    static final int RECORDS = 1;

    /** The connection is to be a {@link Lifeline}. */
    static final int LIFELINE = 2;

    /** The verdict: go on. */
    static final int WELCOME = 1;

    /** The verdict: not this connection, the listener makes one itself or has one. */
    static final int NOT_NEEDED = 2;

    static final long MAGIC = 0x3150_4354_4950_4d4aL; // "JMPITCP1"
    static final int VERSION = 1;

    private static final int VERSION_OFFSET = 8;
    private static final int PURPOSE_OFFSET = 12;
    private static final int CALLER_OFFSET = 16;
    private static final int CALLEE_OFFSET = 20;
    private static final int HELLO_NONCE_OFFSET = 24;
    private static final int CHALLENGE_NONCE_OFFSET = 16;
    private static final int NONCE_BYTES = JobKey.LENGTH;

    /** The word of the caller's digest; the listener's is its verdict. */
    private static final int CALLER = 0;

    private final Hmac hmac;
    private final byte[] hello = new byte[HELLO_BYTES];
    private final byte[] challenge = new byte[CHALLENGE_BYTES];

    Handshake(byte[] key) {
        hmac = new Hmac(key);
    }

    final byte[] hello() {
        return hello;
    }

    final byte[] challenge() {
        return challenge;
    }

    private static ByteBuffer words(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    final void writeHello(int purpose, int caller, int callee) {
        ByteBuffer words = words(hello);
        words.putLong(0, MAGIC);
        words.putInt(VERSION_OFFSET, VERSION);
        words.putInt(PURPOSE_OFFSET, purpose);
        words.putInt(CALLER_OFFSET, caller);
        words.putInt(CALLEE_OFFSET, callee);
        words.put(HELLO_NONCE_OFFSET, JobKey.random(), 0, NONCE_BYTES);
    }

    final void writeChallenge() {
        ByteBuffer words = words(challenge);
        words.putLong(0, MAGIC);
        words.putInt(VERSION_OFFSET, VERSION);
        words.put(CHALLENGE_NONCE_OFFSET, JobKey.random(), 0, NONCE_BYTES);
    }

    /** @throws RefusedException when these are not the first words of this protocol */
    static void checkBeginning(byte[] message) throws RefusedException {
        ByteBuffer words = words(message);
        if (words.getLong(0) != MAGIC) {
            throw new RefusedException("it is not a rank of JMPI");
        }
        if (words.getInt(VERSION_OFFSET) != VERSION) {
            throw new RefusedException("it speaks version " + words.getInt(VERSION_OFFSET) + ", this rank version "
                    + VERSION + "; use one release of JMPI on all hosts");
        }
    }

    final int purpose() {
        return words(hello).getInt(PURPOSE_OFFSET);
    }

    final int caller() {
        return words(hello).getInt(CALLER_OFFSET);
    }

    final int callee() {
        return words(hello).getInt(CALLEE_OFFSET);
    }

    final byte[] proof() {
        return digest(CALLER);
    }

    final boolean isProof(byte[] proof) {
        return MessageDigest.isEqual(proof, digest(CALLER));
    }

    final byte[] verdict(int word) {
        byte[] verdict = new byte[VERDICT_BYTES];
        words(verdict).putInt(0, word).put(VERDICT_BYTES - Hmac.LENGTH, digest(word), 0, Hmac.LENGTH);
        return verdict;
    }

    /** The word of a verdict. @throws RefusedException when it does not come from a rank of this job */
    final int readVerdict(byte[] verdict) throws RefusedException {
        int word = words(verdict).getInt(0);
        if (word == CALLER || !MessageDigest.isEqual(verdict, verdict(word))) {
            throw new RefusedException("it does not know the job's key");
        }
        return word;
    }

    private byte[] digest(int word) {
        byte[] text = new byte[Integer.BYTES + HELLO_BYTES + CHALLENGE_BYTES];
        words(text).putInt(0, word);
        System.arraycopy(hello, 0, text, Integer.BYTES, HELLO_BYTES);
        System.arraycopy(challenge, 0, text, Integer.BYTES + HELLO_BYTES, CHALLENGE_BYTES);
        return hmac.of(text);
    }
}
