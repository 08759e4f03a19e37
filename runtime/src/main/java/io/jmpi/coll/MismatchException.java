package io.jmpi.coll;

/** A collective is done, and a member has sent more or less than this one has asked for. */
public final class MismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MismatchException(String message) {
        super(message);
    }
}
