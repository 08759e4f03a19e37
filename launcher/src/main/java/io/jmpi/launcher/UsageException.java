package io.jmpi.launcher;

/** A command line that makes no sense: what the user has to know and to mend, in one line. */
final class UsageException extends RuntimeException {

    /** The exit status. */
    static final int STATUS = 2;

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message, null, false, false);
    }
}
