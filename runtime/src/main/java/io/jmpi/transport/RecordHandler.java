package io.jmpi.transport;

import io.jmpi.data.Wire;

/** Takes records off an {@link Inbox}. */
public interface RecordHandler {

    /**
     * A record has arrived. Its payload is valid until this returns.
     *
     * @param source rank in COMM_WORLD that sent it
     * @param head see {@link Envelope}
     * @param detail see {@link Envelope}
     * @param wire the memory that the payload is in
     * @param at where it begins, aligned to 8 bytes
     * @param length bytes of payload
     */
    void onRecord(int source, long head, long detail, Wire wire, int at, int length);

    /**
     * A record has begun to arrive that is too long to wait for. Until its end nothing else comes from that source.
     *
     * @param length bytes of payload, none of which is handed on yet
     * @return what takes the payload as it comes, or null to have the record handed on whole
     */
    default Landing onLongRecord(int source, long head, long detail, int length) {
        return null;
    }
}
