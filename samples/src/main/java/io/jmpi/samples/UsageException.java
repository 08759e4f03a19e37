package io.jmpi.samples;

/** The user has asked for something that makes no sense; the message is one line and says what would. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message what is wrong, with values and remedy */
    public UsageException(String message) {
        super(message);
    }
}
