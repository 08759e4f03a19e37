package io.jmpi.transport;

/**
 * The two words in front of every record.
 *
 * <pre>
 *     0               4       5               8               12              16
 *     +---------------+-------+---------------+---------------+---------------+
 *     | record length | kind  | context       | tag           | id            |
 *     +---------------+-------+---------------+---------------+---------------+
 *     |&lt;------------- head word ------------->|&lt;----------- detail word ----->|
 * </pre>
 *
 * The length counts envelope and payload, is never 0, and belongs to the transport; kind, context, tag and id belong to
 * the protocol.
 */
public final class Envelope {

    /** Bytes of an envelope. */
    public static final int LENGTH = 16;

    /** Filler up to the end of a ring; no transport hands it on. */
    public static final int PAD = 0;

    /** A whole message: context, tag, payload. */
    public static final int EAGER = 1;

    /** A whole message whose sender awaits an {@link #ACK} to the id when it is matched. */
    public static final int EAGER_SYNC = 2;

    /** A message to come: context, tag, the sender's id; the payload is the message's length in 8 bytes. */
    public static final int READY_TO_SEND = 3;

    /** The answer to it: the sender's id; payload: the receiver's id and the number of bytes it wants, 8 bytes each. */
    public static final int CLEAR_TO_SEND = 4;

    /** The next piece of a message: the receiver's id and bytes. */
    public static final int DATA = 5;

    /** A synchronous message has been matched: the sender's id. */
    public static final int ACK = 6;

    /** The sender takes back a message that it hopes is not matched yet: its id. */
    public static final int CANCEL = 7;

    /** It was not, and is gone: the sender's id. There is no answer for one that was; its {@link #ACK} or clearance says so. */
    public static final int CANCELLED = 8;

    /**
     * The beginning of a message that is sent unasked though it does not fit into one record: context, tag; payload: the
     * message's length in 8 bytes, then its first bytes.
     */
    public static final int EAGER_BEGIN = 9;

    /** The next bytes of the message that the sender has begun last. */
    public static final int EAGER_MORE = 10;

    /** Contexts are numbers below this one. */
    public static final int CONTEXTS = 1 << 24;

    private Envelope() {}

    /** Whether the sender of a message that a record of this kind begins waits for an answer to the id in it. */
    public static boolean isAnswered(int kind) {
        return kind == EAGER_SYNC || kind == READY_TO_SEND;
    }

    /** The head word without its length. */
    public static long head(int kind, int context) {
        return ((long) kind << 32) | ((long) context << 40);
    }

    public static long detail(int tag, int id) {
        return (tag & 0xffff_ffffL) | ((long) id << 32);
    }

    public static int length(long head) {
        return (int) head;
    }

    public static int kind(long head) {
        return (int) (head >>> 32) & 0xff;
    }

    public static int context(long head) {
        return (int) (head >>> 40);
    }

    public static int tag(long detail) {
        return (int) detail;
    }

    public static int id(long detail) {
        return (int) (detail >>> 32);
    }
}
