package io.jmpi.daemon.ring;

/** What both sides of a link have to agree on. */
public final class Protocol {

    /** Of {@code control.proto}; daemons, launchers and tools of different versions do not work together. */
    public static final int VERSION = 1;

    private Protocol() {}

    /** Why one of another version cannot be talked to. */
    public static String mismatch(int other) {
        return "speaks version " + VERSION + " of the protocol and you version " + other
                + "; use the same JMPI on all hosts";
    }
}
