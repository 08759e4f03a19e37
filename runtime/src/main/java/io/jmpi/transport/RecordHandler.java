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
     * @param at where it begins, aligned to 16 bytes
     * @param length bytes of payload
     */
    void onRecord(int source, long head, long detail, Wire wire, int at, int length);
}
