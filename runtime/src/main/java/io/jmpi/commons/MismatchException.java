package io.jmpi.commons;

/** A collective is done, and a member has sent more or less than this one has asked for. */
public final class MismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private MismatchException(String message) {
        super(message);
    }

    /**
     * Made here so that whoever throws one does not load this class before.
     *
     * @param message the two counts and whose they are
     */
    public static RuntimeException of(String message) {
        return new MismatchException(message);
    }
}
