package io.jmpi.transport;

import io.jmpi.data.Wire;
import java.nio.ByteBuffer;

/**
 * Takes the payload of one long record as it comes, in pieces that are handed on or that the transport itself stores where
 * they belong.
 */
public abstract class Landing {

    /** Direct memory for the rest of the payload to be stored in by the transport, or null. */
    public abstract ByteBuffer memory();

    /** Where in {@link #memory()} the next byte goes. */
    public abstract int at();

    /** The next bytes are in {@link #memory()}. */
    public abstract void onLanded(int length);

    /**
     * The next bytes are here.
     *
     * @param at aligned to 8 bytes
     * @param length a multiple of 8, but for the last piece
     */
    public abstract void onPiece(Wire wire, int at, int length);
}
