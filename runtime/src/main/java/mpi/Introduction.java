package mpi;

import io.jmpi.boot.World;
import io.jmpi.coll.Communicator;
import io.jmpi.coll.ContextAgreement;
import io.jmpi.coll.Members;

/**
 * How two groups that know nothing of each other become an inter-communicator: their leaders, who share a communicator, tell
 * each other who there is, and carry to and fro what all must agree on.
 */
final class Introduction implements ContextAgreement.Meeting {

    private final Comm bridge;
    private final Comm local;
    private final int localLeader;
    private final int remoteLeader;
    private final int tag;
    private final boolean leads;

    private Introduction(Comm bridge, Comm local, int localLeader, int remoteLeader, int tag) {
        this.bridge = bridge;
        this.local = local;
        this.localLeader = localLeader;
        this.remoteLeader = remoteLeader;
        this.tag = tag;
        this.leads = local.getRank() == localLeader;
    }

    static Intercomm of(Comm bridge, Comm local, int localLeader, int remoteLeader, int tag) {
        if (local == null) {
            throw new MPIException(MPI.ERR_COMM, "the local communicator is null");
        }
        Communicator here = local.communicator();
        Arguments.withinOneGroup(here, "createIntercomm");
        if (localLeader < 0 || localLeader >= here.size()) {
            throw new MPIException(
                    MPI.ERR_RANK,
                    "local leader out of range: rank=" + localLeader + ", allowed 0.." + (here.size() - 1));
        }
        Introduction introduction = new Introduction(bridge, local, localLeader, remoteLeader, tag);
        if (introduction.leads) {
            Communicator between = bridge.communicator();
            Arguments.sendTag(tag);
            if (remoteLeader < 0) {
                throw new MPIException(
                        MPI.ERR_RANK, "remote leader out of range: rank=" + remoteLeader + ", allowed 0..");
            }
            Arguments.destination(between, remoteLeader);
        }
        return introduction.make(here);
    }

    private Intercomm make(Communicator here) {
        int[] others = exchangeMembers(here);
        World world = MPI.joined();
        Members remote =
                Members.of(others, here.members().worldSize(), world.world().rank());
        for (int rank = 0; rank < here.size(); rank++) {
            if (remote.fromWorld(here.members().toWorld(rank)) != Members.NONE) {
                throw new MPIException(
                        MPI.ERR_COMM, "the groups overlap: rank " + rank + " of this one is in the other, too");
            }
        }
        try {
            int context = ContextAgreement.reach(here.precedence(), world.contexts(), this);
            return new Intercomm(here.and(remote, context));
        } catch (IllegalStateException e) {
            throw new MPIException(MPI.ERR_SYSRESOURCE, e.getMessage());
        }
    }

    /** The ranks in COMM_WORLD of the other group. */
    private int[] exchangeMembers(Communicator here) {
        int[] mine = Group.of(here.members()).members();
        int[] length = {mine.length};
        int[] others = {};
        if (leads) {
            int[] theirs = new int[1];
            swap(length, theirs, MPI.INT);
            others = new int[theirs[0]];
            swap(mine, others, MPI.INT);
            length[0] = others.length;
        }
        local.bcast(length, 1, MPI.INT, localLeader);
        if (!leads) {
            others = new int[length[0]];
        }
        local.bcast(others, others.length, MPI.INT, localLeader);
        return others;
    }

    private void swap(Object mine, Object theirs, Datatype type) {
        int given = java.lang.reflect.Array.getLength(mine);
        int got = java.lang.reflect.Array.getLength(theirs);
        bridge.sendRecv(mine, given, type, remoteLeader, tag, theirs, got, type, remoteLeader, tag);
    }

    @Override
    public void intersect(long[] offer, long[] common) {
        ContextAgreement.intersect(local.communicator(), offer, common);
        if (leads) {
            long[] theirs = new long[common.length];
            swap(common, theirs, MPI.LONG);
            for (int word = 0; word < common.length; word++) {
                common[word] &= theirs[word];
            }
        }
        local.bcast(common, common.length, MPI.LONG, localLeader);
    }
}
