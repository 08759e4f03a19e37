package io.jmpi.shm;

import io.jmpi.transport.Envelope;

/**
 * A ring in the job segment.
 *
 * <pre>
 *     0               8       12                                128
 *     +---------------+-------+----------------------------------+
 *     | bytes read    | press.|                                  |  written by the receiver
 *     +---------------+-------+----------------------------------+
 *    128
 *     +----------------------------------------------------------+
 *     | records ...                                              |  written by the sender
 *     +----------------------------------------------------------+
 *
 *   a record, aligned to 32 bytes
 *     0               8               16
 *     +---------------+---------------+--------------------------+
 *     | head          | detail        | payload ...              |
 *     +---------------+---------------+--------------------------+
 * </pre>
 *
 * The head word of the record to come is 0; the sender stores it last, with release, and before that stores 0 where the
 * following record's head will be. So the receiver polls one word that lies in the very line of the message, and a small
 * message moves one cache line. Records do not wrap: what is left at the end becomes a {@link Envelope#PAD}.
 */
final class RingLayout {

    static final int READ_OFFSET = 0;
    static final int PRESSURE_OFFSET = 8;
    static final int RECORDS_OFFSET = 128;
    static final int ALIGNMENT = 32;
    static final int DETAIL_OFFSET = 8;

    private RingLayout() {}

    static int aligned(int length) {
        return (length + ALIGNMENT - 1) & -ALIGNMENT;
    }
}
