package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.coll.Members;

/**
 * A communicator of one group (MPI 4.1, 7.4).
 */
public class Intracomm extends Comm {

    Intracomm(String name) {
        super(name);
    }

    Intracomm(Communicator communicator) {
        this("");
        bind(communicator);
    }

    /** Like {@link #dup}. */
    @Override
    public Intracomm clone() {
        return dup();
    }

    @Override
    public Intracomm dup() throws MPIException {
        return duplicate(new Intracomm(""));
    }

    @Override
    public Intracomm iDup() throws MPIException {
        return startDuplicate(new Intracomm(""));
    }

    @Override
    public Intracomm dupWithInfo(Info info) throws MPIException {
        Intracomm copy = dup();
        copy.setInfo(info);
        return copy;
    }

    /**
     * A communicator of some of the members; a collective call of all members. They may give different groups, if no process
     * is in two of them and all of a group give the same.
     *
     * @param group who is to be in it
     * @return the new communicator, null in MPI's sense where this rank is not in the group
     * @throws MPIException when the group has processes that are not in this communicator
     */
    public Intracomm create(Group group) throws MPIException {
        Communicator parent = communicator();
        Members members = some(parent, group);
        int context = newContext(parent);
        if (members.rank() == Members.NONE) {
            MPI.joined().contexts().release(context);
            return none();
        }
        return new Intracomm(new Communicator(parent.engine(), members, context));
    }

    /**
     * Like {@link #create}, a call of the group's members only (MPI 4.1, 7.4.2).
     *
     * @param group who is to be in it
     * @param tag tells calls from each other that several threads make at once
     * @return the new communicator, null in MPI's sense where this rank is not in the group
     * @throws MPIException when the group has processes that are not in this communicator
     */
    public Intracomm createGroup(Group group, int tag) throws MPIException {
        Communicator parent = communicator();
        Arguments.sendTag(tag);
        Members members = some(parent, group);
        if (members.rank() == Members.NONE) {
            return none();
        }
        return new Intracomm(new Communicator(parent.engine(), members, newContext(parent.among(members, tag))));
    }

    private static Members some(Communicator parent, Group group) {
        if (group == null) {
            throw new MPIException(MPI.ERR_GROUP, "the group is null");
        }
        Members all = parent.members();
        for (int process : group.members()) {
            if (all.fromWorld(process) == Members.NONE) {
                throw new MPIException(
                        MPI.ERR_GROUP,
                        "rank " + process + " of MPI.COMM_WORLD is in the group, but not in this communicator");
            }
        }
        return Members.of(group.members(), all.worldSize(), all.toWorld(all.rank()));
    }

    private static Intracomm none() {
        return new Intracomm("MPI.COMM_NULL");
    }

    /**
     * Divides the members by what they share; a collective call.
     *
     * @param splitType {@link #TYPE_SHARED}: those on one node get into the same communicator; {@link MPI#UNDEFINED}
     *     gets into none
     * @param key members are ordered by it, then by their rank here
     * @param info hints, or null
     * @return the new communicator, null in MPI's sense for {@link MPI#UNDEFINED}
     * @throws MPIException when the type is another one
     */
    public Intracomm splitType(int splitType, int key, Info info) throws MPIException {
        if (splitType != TYPE_SHARED && splitType != MPI.UNDEFINED) {
            throw new MPIException(
                    MPI.ERR_ARG,
                    "no such type to split by: splitType=" + splitType + ", allowed Comm.TYPE_SHARED or MPI.UNDEFINED");
        }
        Communicator comm = communicator();
        int node = comm.engine().node(comm.members().toWorld(comm.rank()));
        Intracomm part = split(splitType == MPI.UNDEFINED ? splitType : node, key);
        if (info != null && !part.isNull()) {
            part.setInfo(info);
        }
        return part;
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
            return none();
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
