package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.coll.Members;

/**
 * A communicator of two groups (MPI 4.1, 7.6): messages go to ranks of the other group, and collectives bring the other
 * group's data. In collectives with a root, the root says {@link MPI#ROOT}, the others of its group
 * {@link MPI#PROC_NULL}, the ranks of the other group its rank. There is nothing in place.
 */
public final class Intercomm extends Comm {

    private Intercomm() {
        super("");
    }

    Intercomm(Communicator communicator) {
        this();
        bind(communicator);
    }

    /** Like {@link #dup}. */
    @Override
    public Intercomm clone() {
        return dup();
    }

    @Override
    public Intercomm dup() throws MPIException {
        return duplicate(new Intercomm());
    }

    @Override
    public Intercomm iDup() throws MPIException {
        return startDuplicate(new Intercomm());
    }

    @Override
    public Intercomm dupWithInfo(Info info) throws MPIException {
        Intercomm copy = dup();
        copy.setInfo(info);
        return copy;
    }

    /**
     * Number of ranks in the other group.
     *
     * @return 1 or more
     * @throws MPIException when the communicator is null
     */
    public int getRemoteSize() throws MPIException {
        return communicator().peers().size();
    }

    /**
     * The other group.
     *
     * @return a new group
     * @throws MPIException when the communicator is null
     */
    public Group getRemoteGroup() throws MPIException {
        return Group.of(communicator().peers());
    }

    /**
     * Makes one group of the two; a collective call of both.
     *
     * @param high whether this rank's group comes after the other; the same for all of a group. If both say the same, the
     *     group with the lower rank in COMM_WORLD comes first
     * @return the new communicator
     * @throws MPIException when there are too many
     */
    public Intracomm merge(boolean high) throws MPIException {
        Communicator comm = communicator();
        int[] mine = {high ? 1 : 0};
        int[] theirs = new int[1];
        allReduce(mine, theirs, 1, MPI.INT, MPI.MAX);
        boolean first = mine[0] != theirs[0] ? !high : lowest(comm.members()) < lowest(comm.peers());
        Group here = getGroup();
        Group there = getRemoteGroup();
        int[] all = (first ? Group.union(here, there) : Group.union(there, here)).members();
        Members members =
                Members.of(all, comm.members().worldSize(), MPI.joined().world().rank());
        return new Intracomm(comm.of(members, newContext(comm)));
    }

    private static int lowest(Members members) {
        int lowest = members.toWorld(0);
        for (int rank = 1; rank < members.size(); rank++) {
            lowest = Math.min(lowest, members.toWorld(rank));
        }
        return lowest;
    }

    /**
     * The communicator with those who have started this job.
     *
     * @return null, for a job that was not started by another
     * @throws MPIException outside of Init and Finalize
     */
    public static Intercomm getParent() throws MPIException {
        MPI.joined();
        return null;
    }
}
