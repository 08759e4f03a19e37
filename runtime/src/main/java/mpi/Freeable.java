package mpi;

/** Something that a program gives back when it needs it no more. */
public interface Freeable {

    /**
     * Gives it back; afterwards it is null in MPI's sense.
     *
     * @throws MPIException when it cannot be given back
     */
    void free() throws MPIException;
}
