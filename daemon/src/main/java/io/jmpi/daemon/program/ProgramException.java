package io.jmpi.daemon.program;

/** A program that cannot be run: what the user has to know and to mend, in one line, and the exit status that goes with it. */
public final class ProgramException extends RuntimeException {

    public static final int BAD_USAGE = 2;
    public static final int NOT_EXECUTABLE = 126;
    public static final int NOT_FOUND = 127;

    private static final long serialVersionUID = 1;

    private final int status;

    ProgramException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
