package io.jmpi.daemon.net;

/** The numbers of the wire format that the package describes. */
public final class Framing {

    /** Bytes of the length before each frame. */
    public static final int HEADER = 4;

    /** The largest frame, without its length. */
    public static final int MAX_FRAME = 1 << 20;

    private Framing() {}
}
