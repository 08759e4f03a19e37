package mpi;

import io.jmpi.coll.Communicator;

/**
 * A group of processes that communicate, and the context in which they do: messages in one communicator are never seen in
 * another (MPI 4.1, chapter 7).
 *
 * <p>Point-to-point calls may come from any thread that the thread level allows, collectives one after the other. What a
 * communicator can do is inherited from classes that are no part of the API: messages, objects, collectives.
 */
public class Comm extends ObjectMessages implements Freeable {

    private final String name;

    Comm(String name) {
        this.name = name;
    }

    /**
     * This rank in the communicator.
     *
     * @return 0 to size - 1
     * @throws MPIException when the communicator is null
     */
    public final int getRank() throws MPIException {
        return communicator().rank();
    }

    /**
     * Number of ranks in the communicator.
     *
     * @return 1 or more
     * @throws MPIException when the communicator is null
     */
    public final int getSize() throws MPIException {
        return communicator().size();
    }

    /**
     * Whether the communicator is null: has been freed, or this rank is not in it.
     *
     * @return true if so
     */
    public final boolean isNull() {
        return !isBound();
    }

    /**
     * Frees the communicator; a collective call. No communication may be under way in it.
     */
    @Override
    public void free() throws MPIException {
        Communicator comm = communicator();
        if (this == MPI.COMM_WORLD || this == MPI.COMM_SELF) {
            throw new MPIException(MPI.ERR_COMM, name + " cannot be freed");
        }
        barrier();
        MPI.joined().contexts().release(comm.context());
        unbind();
    }

    /**
     * Compares two communicators.
     *
     * @param comm1 one
     * @param comm2 the other
     * @return {@link MPI#IDENT}, {@link MPI#CONGRUENT}, {@link MPI#SIMILAR} or {@link MPI#UNEQUAL}
     * @throws MPIException when one of them is null
     */
    public static int compare(Comm comm1, Comm comm2) throws MPIException {
        Communicator one = comm1.communicator();
        Communicator other = comm2.communicator();
        if (one == other) {
            return MPI.IDENT;
        }
        return switch (one.members().compare(other.members())) {
            case SAME -> MPI.CONGRUENT;
            case REORDERED -> MPI.SIMILAR;
            case DIFFERENT -> MPI.UNEQUAL;
        };
    }

    /**
     * Ends the job at once, with all its ranks. Never returns.
     *
     * @param errorcode exit status of the job, of which the lower 8 bits count
     * @throws MPIException when the communicator is null
     */
    public final void abort(int errorcode) throws MPIException {
        communicator();
        MPI.joined().abort(errorcode);
    }
}
