package mpi;

import io.jmpi.boot.World;
import io.jmpi.coll.Communicator;
import io.jmpi.coll.ContextAgreement;
import io.jmpi.coll.Members;

/**
 * A communicator of one group (MPI 4.1, 7.4).
 */
public class Intracomm extends Comm {

    Intracomm(String name) {
        super(name);
    }

    private Intracomm(Communicator communicator) {
        this("communicator");
        bind(communicator);
    }

    /**
     * A communicator with the same members in another context; a collective call.
     *
     * @return the new communicator
     * @throws MPIException when there are too many
     */
    public Intracomm dup() throws MPIException {
        Communicator parent = communicator();
        return new Intracomm(new Communicator(parent.engine(), parent.members(), newContext(parent)));
    }

    /**
     * Divides the members by colour; a collective call.
     *
     * @param colour members with the same get into the same communicator; {@link MPI#UNDEFINED} gets into none
     * @param key members are ordered by it, then by their rank here
     * @return the new communicator, null in MPI's sense for {@link MPI#UNDEFINED}
     * @throws MPIException when the colour is negative
     */
    public Intracomm split(int colour, int key) throws MPIException {
        if (colour < 0 && colour != MPI.UNDEFINED) {
            throw new MPIException(
                    MPI.ERR_ARG, "colour out of range: colour=" + colour + ", allowed 0.. or MPI.UNDEFINED");
        }
        Communicator parent = communicator();
        int size = parent.size();
        int[] all = new int[2 * size];
        allGather(new int[] {colour, key}, 2, MPI.INT, all, 2, MPI.INT);
        int context = newContext(parent);
        if (colour == MPI.UNDEFINED) {
            MPI.joined().contexts().release(context);
            return new Intracomm("MPI.COMM_NULL");
        }
        return new Intracomm(new Communicator(parent.engine(), Partition.of(parent.members(), all, colour), context));
    }

    /**
     * Combines the data of the ranks up to this one, element by element, in the order of ranks (MPI 4.1, 6.11.1).
     *
     * @param sendbuf this rank's data
     * @param recvbuf where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @throws MPIException when an argument is invalid
     */
    public final void scan(Object sendbuf, Object recvbuf, int count, Datatype type, Op op) throws MPIException {
        Reductions.scan(Way.BLOCKING, communicator(), sendbuf, recvbuf, count, type, op, false, false);
    }

    /**
     * Like {@link #scan(Object, Object, int, Datatype, Op)}, in place.
     *
     * @param buf this rank's data, and where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @throws MPIException when an argument is invalid
     */
    public final void scan(Object buf, int count, Datatype type, Op op) throws MPIException {
        Reductions.scan(Way.BLOCKING, communicator(), null, buf, count, type, op, false, true);
    }

    /**
     * Starts {@link #scan(Object, Object, int, Datatype, Op)}.
     *
     * @param sendbuf this rank's data
     * @param recvbuf where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iScan(Object sendbuf, Object recvbuf, int count, Datatype type, Op op) throws MPIException {
        return Reductions.scan(Way.NON_BLOCKING, communicator(), sendbuf, recvbuf, count, type, op, false, false);
    }

    /**
     * Starts {@link #scan(Object, int, Datatype, Op)}.
     *
     * @param buf this rank's data, and where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iScan(Object buf, int count, Datatype type, Op op) throws MPIException {
        return Reductions.scan(Way.NON_BLOCKING, communicator(), null, buf, count, type, op, false, true);
    }

    /**
     * Combines the data of the ranks before this one, element by element, in the order of ranks (MPI 4.1, 6.11.2). Rank 0 gets nothing.
     *
     * @param sendbuf this rank's data
     * @param recvbuf where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @throws MPIException when an argument is invalid
     */
    public final void exScan(Object sendbuf, Object recvbuf, int count, Datatype type, Op op) throws MPIException {
        Reductions.scan(Way.BLOCKING, communicator(), sendbuf, recvbuf, count, type, op, true, false);
    }

    /**
     * Like {@link #exScan(Object, Object, int, Datatype, Op)}, in place.
     *
     * @param buf this rank's data, and where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @throws MPIException when an argument is invalid
     */
    public final void exScan(Object buf, int count, Datatype type, Op op) throws MPIException {
        Reductions.scan(Way.BLOCKING, communicator(), null, buf, count, type, op, true, true);
    }

    /**
     * Starts {@link #exScan(Object, Object, int, Datatype, Op)}.
     *
     * @param sendbuf this rank's data
     * @param recvbuf where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iExScan(Object sendbuf, Object recvbuf, int count, Datatype type, Op op) throws MPIException {
        return Reductions.scan(Way.NON_BLOCKING, communicator(), sendbuf, recvbuf, count, type, op, true, false);
    }

    /**
     * Starts {@link #exScan(Object, int, Datatype, Op)}.
     *
     * @param buf this rank's data, and where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iExScan(Object buf, int count, Datatype type, Op op) throws MPIException {
        return Reductions.scan(Way.NON_BLOCKING, communicator(), null, buf, count, type, op, true, true);
    }

    private static int newContext(Communicator parent) {
        World world = MPI.joined();
        try {
            return ContextAgreement.reach(parent, world.contexts());
        } catch (IllegalStateException e) {
            throw new MPIException(MPI.ERR_SYSRESOURCE, e.getMessage());
        }
    }

    /** The members of one colour. */
    private static final class Partition {

        private Partition() {}

        /** @param all colour and key of every member */
        static Members of(Members members, int[] all, int colour) {
            int count = 0;
            int[] chosen = new int[members.size()];
            for (int member = 0; member < members.size(); member++) {
                if (all[2 * member] == colour) {
                    int at = count++;
                    while (at > 0 && all[2 * chosen[at - 1] + 1] > all[2 * member + 1]) {
                        chosen[at] = chosen[at - 1];
                        at--;
                    }
                    chosen[at] = member;
                }
            }
            return members.some(java.util.Arrays.copyOf(chosen, count));
        }
    }
}
