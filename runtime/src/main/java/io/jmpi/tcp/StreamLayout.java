package io.jmpi.tcp;

import io.jmpi.transport.Envelope;

/**
 * What goes over a connection once both ends believe each other: records, one behind the other, each aligned to 8 bytes.
 *
 * <pre>
 *     0               8               16              length
 *     +---------------+---------------+---------------+-------+
 *     | head          | detail        | payload ...   | 0 ... |   up to a multiple of 8
 *     +---------------+---------------+---------------+-------+
 * </pre>
 *
 * Kinds from {@link #PRESSURE} on belong to this transport.
 */
final class StreamLayout {

    /** Asks for announcements instead of whole messages if the tag is 1, no longer if it is 0. */
    static final int PRESSURE = 0x80;

    /** The last record of a rank that leaves in good order. */
    static final int FAREWELL = 0x81;

    static final int DETAIL_OFFSET = 8;
    static final int ALIGNMENT = 8;

    private StreamLayout() {}

    static int aligned(int length) {
        return (length + ALIGNMENT - 1) & -ALIGNMENT;
    }

    /** Whether a record of this kind may have so much payload. */
    static boolean isSensible(int kind, int payload) {
        return switch (kind) {
            case Envelope.EAGER, Envelope.EAGER_SYNC -> payload >= 0 && payload <= TcpOutbox.LARGEST_CLAIM;
            case Envelope.DATA -> payload >= 0 && payload <= TcpOutbox.LONGEST_LOAN;
            case Envelope.READY_TO_SEND -> payload == Long.BYTES;
            case Envelope.CLEAR_TO_SEND -> payload == 2 * Long.BYTES;
            case Envelope.ACK, Envelope.CANCEL, Envelope.CANCELLED, PRESSURE, FAREWELL -> payload == 0;
            default -> false;
        };
    }
}
