package io.jmpi.offload;

/** A device cannot do what it was asked for, or was asked for nonsense. The message says what was asked, and what would help. */
public final class OffloadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, and the remedy */
    OffloadException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong, and the remedy
     * @param cause how it was found out
     */
    OffloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
