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
        return new Intracomm(parent.of(members, context));
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
        return new Intracomm(parent.of(members, newContext(parent.among(members, tag))));
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
        return new Intracomm(parent.of(Partition.of(parent.members(), all, colour), context));
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

    /**
     * Prepares {@link #scan(Object, Object, int, Datatype, Op)}.
     *
     * @param sendbuf this rank's data
     * @param recvbuf where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest scanInit(Object sendbuf, Object recvbuf, int count, Datatype type, Op op)
            throws MPIException {
        return Reductions.scan(Way.PERSISTENT, communicator(), sendbuf, recvbuf, count, type, op, false, false);
    }

    /**
     * Prepares {@link #scan(Object, int, Datatype, Op)}.
     *
     * @param buf this rank's data, and where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest scanInit(Object buf, int count, Datatype type, Op op) throws MPIException {
        return Reductions.scan(Way.PERSISTENT, communicator(), null, buf, count, type, op, false, true);
    }

    /**
     * Prepares {@link #exScan(Object, Object, int, Datatype, Op)}.
     *
     * @param sendbuf this rank's data
     * @param recvbuf where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest exScanInit(Object sendbuf, Object recvbuf, int count, Datatype type, Op op)
            throws MPIException {
        return Reductions.scan(Way.PERSISTENT, communicator(), sendbuf, recvbuf, count, type, op, true, false);
    }

    /**
     * Prepares {@link #exScan(Object, int, Datatype, Op)}.
     *
     * @param buf this rank's data, and where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest exScanInit(Object buf, int count, Datatype type, Op op) throws MPIException {
        return Reductions.scan(Way.PERSISTENT, communicator(), null, buf, count, type, op, true, true);
    }

    /**
     * A communicator whose ranks form a grid; a collective call (MPI 4.1, 8.5.1).
     *
     * @param dims places in each dimension
     * @param periods whether each is a circle
     * @param reorder whether ranks may be numbered anew; they are not
     * @return the new communicator, null in MPI's sense for ranks beyond the grid
     * @throws MPIException when the grid is larger than this communicator
     */
    public CartComm createCart(int[] dims, boolean[] periods, boolean reorder) throws MPIException {
        Communicator comm = communicator();
        int places = Topologies.places(comm, dims, periods);
        Intracomm part = split(comm.rank() < places ? 0 : MPI.UNDEFINED, 0);
        return part.isNull()
                ? CartComm.none()
                : new CartComm(
                        part.communicator(), Grid.of(dims, java.util.Arrays.copyOf(periods, dims.length), comm.rank()));
    }

    /**
     * A communicator whose ranks form a graph; a collective call (MPI 4.1, 8.5.3).
     *
     * @param index where the edges of each node end
     * @param edges where they go to
     * @param reorder whether ranks may be numbered anew; they are not
     * @return the new communicator, null in MPI's sense for ranks beyond the graph
     * @throws MPIException when the graph is larger than this communicator, or none
     */
    public GraphComm createGraph(int[] index, int[] edges, boolean reorder) throws MPIException {
        Communicator comm = communicator();
        Topologies.checkGraph(comm, index, edges);
        Intracomm part = split(comm.rank() < index.length ? 0 : MPI.UNDEFINED, 0);
        return part.isNull()
                ? GraphComm.none()
                : new GraphComm(part.communicator(), new Graph(index.clone(), edges.clone(), comm.rank()), null);
    }

    /**
     * A communicator whose ranks form a graph, of which each gives some edges; a collective call (MPI 4.1, 8.5.4).
     *
     * @param sources ranks that edges come from
     * @param degrees how many come from each
     * @param destinations ranks that they go to, one source's after the other's
     * @param weights a weight for each edge
     * @param info hints, or null
     * @param reorder whether ranks may be numbered anew; they are not
     * @return the new communicator
     * @throws MPIException when a rank is out of range
     */
    public GraphComm createDistGraph(
            int[] sources, int[] degrees, int[] destinations, int[] weights, Info info, boolean reorder)
            throws MPIException {
        return distGraph(Topologies.collect(this, sources, degrees, destinations, weights), info);
    }

    /**
     * Like {@link #createDistGraph(int[], int[], int[], int[], Info, boolean)}, without weights.
     *
     * @param sources ranks that edges come from
     * @param degrees how many come from each
     * @param destinations ranks that they go to, one source's after the other's
     * @param info hints, or null
     * @param reorder whether ranks may be numbered anew; they are not
     * @return the new communicator
     * @throws MPIException when a rank is out of range
     */
    public GraphComm createDistGraph(int[] sources, int[] degrees, int[] destinations, Info info, boolean reorder)
            throws MPIException {
        return distGraph(Topologies.collect(this, sources, degrees, destinations, null), info);
    }

    /**
     * A communicator whose ranks form a graph, of which each gives the edges that it has; a collective call.
     *
     * @param sources ranks that this one gets from
     * @param sourceWeights a weight for each of these edges
     * @param destinations ranks that this one gives to
     * @param destWeights a weight for each of these edges
     * @param info hints, or null
     * @param reorder whether ranks may be numbered anew; they are not
     * @return the new communicator
     * @throws MPIException when a rank is out of range
     */
    public GraphComm createDistGraphAdjacent(
            int[] sources, int[] sourceWeights, int[] destinations, int[] destWeights, Info info, boolean reorder)
            throws MPIException {
        Topologies.checkRanks(this, sources, "source");
        Topologies.checkRanks(this, destinations, "destination");
        if (sourceWeights == null
                || destWeights == null
                || sourceWeights.length < sources.length
                || destWeights.length < destinations.length) {
            throw new MPIException(MPI.ERR_ARG, "each edge needs a weight; there is a call without weights");
        }
        return distGraph(
                new DistGraphNeighbors(
                        sources.clone(), sourceWeights.clone(), destinations.clone(), destWeights.clone()),
                info);
    }

    /**
     * Like {@link #createDistGraphAdjacent(int[], int[], int[], int[], Info, boolean)}, without weights.
     *
     * @param sources ranks that this one gets from
     * @param destinations ranks that this one gives to
     * @param info hints, or null
     * @param reorder whether ranks may be numbered anew; they are not
     * @return the new communicator
     * @throws MPIException when a rank is out of range
     */
    public GraphComm createDistGraphAdjacent(int[] sources, int[] destinations, Info info, boolean reorder)
            throws MPIException {
        Topologies.checkRanks(this, sources, "source");
        Topologies.checkRanks(this, destinations, "destination");
        return distGraph(new DistGraphNeighbors(sources.clone(), null, destinations.clone(), null), info);
    }

    private GraphComm distGraph(DistGraphNeighbors neighbours, Info info) {
        Communicator parent = communicator();
        GraphComm graph = new GraphComm(parent.in(newContext(parent)), null, neighbours);
        if (info != null) {
            graph.setInfo(info);
        }
        return graph;
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
