package mpi;

/**
 * An error in an MPI call.
 *
 * <p>Unchecked, unlike the original; programs that declare or catch it compile as before.
 */
public final class MPIException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The class of the error. */
    private final int errorClass;

    /**
     * An error of class {@link MPI#ERR_OTHER}.
     *
     * @param message what is wrong
     */
    public MPIException(String message) {
        this(MPI.ERR_OTHER, message);
    }

    /**
     * An error of class {@link MPI#ERR_OTHER} with a cause.
     *
     * @param cause the cause
     */
    public MPIException(Throwable cause) {
        this(MPI.ERR_OTHER, cause.getMessage(), cause);
    }

    MPIException(int errorClass, String message) {
        this(errorClass, message, null);
    }

    MPIException(int errorClass, String message, Throwable cause) {
        super(message, cause);
        this.errorClass = errorClass;
    }

    /**
     * The error's code, here the same as its class.
     *
     * @return one of the {@code MPI.ERR_} constants
     */
    public int getErrorCode() {
        return errorClass;
    }

    /**
     * The error's class (MPI 4.1, 9.4).
     *
     * @return one of the {@code MPI.ERR_} constants
     */
    public int getErrorClass() {
        return errorClass;
    }
}
