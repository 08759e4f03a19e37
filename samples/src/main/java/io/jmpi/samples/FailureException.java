package io.jmpi.samples;

/** A program could not do what it should; the message is one line and says why. */
public final class FailureException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message what has gone wrong, with values and remedy */
    public FailureException(String message) {
        super(message);
    }
}
