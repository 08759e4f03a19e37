package io.jmpi.commons;

/** A collective is done, and a member has sent more or less than this one has asked for. */
public final class MismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message the two counts and whose they are */
    public MismatchException(String message) {
        super(message);
    }
}
