package mpi;

import io.jmpi.coll.Communicator;

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
        this(message, null, MPI.ERR_OTHER);
    }

    /**
     * An error of class {@link MPI#ERR_OTHER} with a cause.
     *
     * @param cause the cause
     */
    public MPIException(Throwable cause) {
        this(cause.getMessage(), cause, MPI.ERR_OTHER);
    }

    /** An error in the present call; does not return where errors are fatal. */
    MPIException(int errorClass, String message) {
        this(errorClass, message, null);
    }

    /** An error in the present call; does not return where errors are fatal. */
    MPIException(int errorClass, String message, Throwable cause) {
        this(message, cause, errorClass);
        if (Messages.isNoting()) {
            ErrorHandling.decide(this);
        }
    }

    /** An error on a communicator, null if what is to be done has been done; does not return where errors are fatal. */
    MPIException(Communicator comm, int errorClass, String message, Throwable cause) {
        this(message, cause, errorClass);
        if (comm != null && Messages.isNoting()) {
            ErrorHandling.decide(this, comm);
        }
    }

    private MPIException(String message, Throwable cause, int errorClass) {
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
