package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.coll.ContextAgreement;
import io.jmpi.coll.Members;

/**
 * A group of processes that communicate, and the context in which they do: messages in one communicator are never seen in
 * another (MPI 4.1, chapter 7).
 *
 * <p>Point-to-point calls may come from any thread that the thread level allows, collectives one after the other. What a
 * communicator can do is inherited from classes that are no part of the API: messages, objects, collectives.
 */
public class Comm extends CommProperties implements Freeable, Cloneable {

    /** Splits by the nodes that ranks are on; see {@link Intracomm#splitType}. */
    public static final int TYPE_SHARED = 0;

    private Request request;

    Comm(String name) {
        super(name);
    }

    /**
     * This rank in the communicator, in its own group if that has two.
     *
     * @return 0 to size - 1
     * @throws MPIException when the communicator is null
     */
    public final int getRank() throws MPIException {
        return communicator().rank();
    }

    /**
     * Number of ranks in the communicator, in this rank's group if that has two.
     *
     * @return 1 or more
     * @throws MPIException when the communicator is null
     */
    public final int getSize() throws MPIException {
        return communicator().size();
    }

    /**
     * This rank's group.
     *
     * @return a new group
     * @throws MPIException when the communicator is null
     */
    public final Group getGroup() throws MPIException {
        return Group.of(communicator().members());
    }

    /**
     * Whether this is an inter-communicator.
     *
     * @return true if it joins two groups
     * @throws MPIException when the communicator is null
     */
    public final boolean isInter() throws MPIException {
        return communicator().isInter();
    }

    /**
     * Whether the communicator is null: has been freed, or this rank is not in it.
     *
     * @return true if so
     */
    public final boolean isNull() {
        return !isBound();
    }

    /** Like {@link #dup}. */
    @Override
    public Comm clone() {
        return dup();
    }

    /**
     * A communicator with the same members, attributes and hints in another context; a collective call.
     *
     * @return the new communicator
     * @throws MPIException when there are too many
     */
    public Comm dup() throws MPIException {
        return duplicate(new Comm(""));
    }

    /**
     * Starts {@link #dup}. What is returned may be used when the request of {@link #getRequest} is complete.
     *
     * @return the new communicator
     * @throws MPIException when the communicator is null
     */
    public Comm iDup() throws MPIException {
        return startDuplicate(new Comm(""));
    }

    /**
     * Like {@link #dup}, with other hints.
     *
     * @param info the hints
     * @return the new communicator
     * @throws MPIException when there are too many
     */
    public Comm dupWithInfo(Info info) throws MPIException {
        Comm copy = dup();
        copy.setInfo(info);
        return copy;
    }

    /**
     * The request of an {@link #iDup} that has made this communicator.
     *
     * @return it; a null request if it was made otherwise
     */
    public final Request getRequest() {
        return request == null ? Request.none() : request;
    }

    final <C extends Comm> C duplicate(C copy) {
        Communicator parent = communicator();
        copy.bind(parent.in(newContext(parent)));
        copyTo(copy);
        return copy;
    }

    final <C extends Comm> C startDuplicate(C copy) {
        Communicator parent = communicator();
        copyTo(copy);
        ((Comm) copy).request = Duplication.start(parent, copy);
        return copy;
    }

    /** Finds a context for a new communicator of the same processes, or some of them. */
    static int newContext(Communicator parent) {
        try {
            return ContextAgreement.reach(parent, MPI.joined().contexts());
        } catch (IllegalStateException e) {
            throw new MPIException(MPI.ERR_SYSRESOURCE, e.getMessage());
        }
    }

    /**
     * Joins two groups, each the members of a communicator of its own; a collective call of all of them. This communicator
     * is one that both leaders are in, and matters only to them (MPI 4.1, 7.6.2).
     *
     * @param localComm the communicator of this rank's group
     * @param localLeader the leader's rank in it
     * @param remoteLeader the other group's leader's rank in this communicator
     * @param tag a tag that nothing else is sent with between the leaders
     * @return the inter-communicator
     * @throws MPIException when a rank is out of range, or a process is in both groups
     */
    public final Intercomm createIntercomm(Comm localComm, int localLeader, int remoteLeader, int tag)
            throws MPIException {
        return Introduction.of(this, localComm, localLeader, remoteLeader, tag);
    }

    /**
     * Frees the communicator; a collective call. No communication may be under way in it.
     */
    @Override
    public void free() throws MPIException {
        Communicator comm = communicator();
        if (this == MPI.COMM_WORLD || this == MPI.COMM_SELF) {
            throw new MPIException(MPI.ERR_COMM, getName() + " cannot be freed");
        }
        barrier();
        MPI.joined().contexts().release(comm.context());
        unbind();
    }

    /**
     * Like {@link #free}; what is under way has ended when it returns.
     *
     * @throws MPIException when the communicator is null or predefined
     */
    public final void disconnect() throws MPIException {
        free();
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
        if (one.isInter() != other.isInter()) {
            return MPI.UNEQUAL;
        }
        Members.Comparison here = one.members().compare(other.members());
        Members.Comparison there = one.peers().compare(other.peers());
        return switch (here.orWorse(there)) {
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

    /**
     * Does with an error code what the error handler says: ends the job, or nothing.
     *
     * @param errorCode the code, as {@link MPIException#getErrorCode} gives it
     * @throws MPIException when the communicator is null
     */
    public final void callErrhandler(int errorCode) throws MPIException {
        if (getErrhandler() != MPI.ERRORS_RETURN) {
            System.err.println("jmpi: rank " + getRank() + " of " + getName() + " has called its error handler, "
                    + getErrhandler() + ", with error " + errorCode + "; the job ends");
            abort(errorCode);
        }
    }
}
