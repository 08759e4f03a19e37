package io.jmpi.launcher.place;

/** Hosts that cannot be: what the user has to know and to mend, in one line. */
public final class HostsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    HostsException(String message) {
        super(message, null, false, false);
    }
}
