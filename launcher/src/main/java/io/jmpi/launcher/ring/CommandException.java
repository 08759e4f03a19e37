package io.jmpi.launcher.ring;

/** Something the user has to know and to mend, and the exit status that goes with it. */
final class CommandException extends Exception {

    static final int FAILED = 1;
    static final int BAD_USAGE = 2;

    private static final long serialVersionUID = 1;

    private final int status;

    private CommandException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static CommandException usage(String message) {
        return new CommandException(BAD_USAGE, message);
    }

    static CommandException failure(String message) {
        return new CommandException(FAILED, message);
    }

    int status() {
        return status;
    }
}
