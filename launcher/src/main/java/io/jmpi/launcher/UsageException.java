package io.jmpi.launcher;

/** Something the user has to know and to mend, in one line, and the exit status that goes with it. */
final class UsageException extends RuntimeException {

    static final int BAD_USAGE = 2;
    static final int NOT_EXECUTABLE = 126;
    static final int NOT_FOUND = 127;

    private static final long serialVersionUID = 1;

    private final int status;

    UsageException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    UsageException(String message) {
        this(BAD_USAGE, message);
    }

    int status() {
        return status;
    }
}
