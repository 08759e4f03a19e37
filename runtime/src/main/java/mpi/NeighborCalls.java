package mpi;

/**
 * Collectives between neighbours in a communicator's topology (MPI 4.1, 8.6). Part of {@link Comm}.
 *
 * <p>In a grid the neighbours are, in each dimension, the lower one and the upper one; where there is none, its block is
 * neither sent nor written.
 */
abstract class NeighborCalls extends PreparedCollectives {

    NeighborCalls() {}

    /** Who is whose neighbour, null where there is no topology. */
    Topology topology() {
        return null;
    }

    /**
     * The kind of topology.
     *
     * @return {@link MPI#CART}, {@link MPI#GRAPH}, {@link MPI#DIST_GRAPH} or {@link MPI#UNDEFINED}
     * @throws MPIException when the communicator is null
     */
    public final int getTopology() throws MPIException {
        communicator();
        return topology() == null ? MPI.UNDEFINED : topology().kind();
    }

    /**
     * Gives all destinations the same and gets a block from each source (MPI 4.1, 8.6.1).
     *
     * @param sendbuf this rank's data
     * @param sendcount number of elements for each destination
     * @param sendtype what they are
     * @param recvbuf where the blocks of the sources go, one after the other
     * @param recvcount number of elements from each source
     * @param recvtype what they are
     * @throws MPIException when an argument is invalid
     */
    public final void neighborAllGather(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype)
            throws MPIException {
        Neighbours.allGather(
                Way.BLOCKING, communicator(), topology(), sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype);
    }

    /**
     * Starts {@link #neighborAllGather(Object, int, Datatype, Object, int, Datatype)}.
     *
     * @param sendbuf this rank's data
     * @param sendcount number of elements for each destination
     * @param sendtype what they are
     * @param recvbuf where the blocks of the sources go, one after the other
     * @param recvcount number of elements from each source
     * @param recvtype what they are
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iNeighborAllGather(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype)
            throws MPIException {
        return Neighbours.allGather(
                Way.NON_BLOCKING,
                communicator(),
                topology(),
                sendbuf,
                sendcount,
                sendtype,
                recvbuf,
                recvcount,
                recvtype);
    }

    /**
     * Like {@link #neighborAllGather}, blocks of any length.
     *
     * @param sendbuf this rank's data
     * @param sendcount number of elements for each destination
     * @param sendtype what they are
     * @param recvbuf where the blocks of the sources go, one after the other
     * @param recvcount number of elements from each source
     * @param displs where the block of each source goes
     * @param recvtype what they are
     * @throws MPIException when an argument is invalid
     */
    public final void neighborAllGatherv(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] displs,
            Datatype recvtype)
            throws MPIException {
        Neighbours.allGatherv(
                Way.BLOCKING,
                communicator(),
                topology(),
                sendbuf,
                sendcount,
                sendtype,
                recvbuf,
                recvcount,
                displs,
                recvtype);
    }

    /**
     * Starts {@link #neighborAllGatherv(Object, int, Datatype, Object, int[], int[], Datatype)}.
     *
     * @param sendbuf this rank's data
     * @param sendcount number of elements for each destination
     * @param sendtype what they are
     * @param recvbuf where the blocks of the sources go, one after the other
     * @param recvcount number of elements from each source
     * @param displs where the block of each source goes
     * @param recvtype what they are
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iNeighborAllGatherv(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] displs,
            Datatype recvtype)
            throws MPIException {
        return Neighbours.allGatherv(
                Way.NON_BLOCKING,
                communicator(),
                topology(),
                sendbuf,
                sendcount,
                sendtype,
                recvbuf,
                recvcount,
                displs,
                recvtype);
    }

    /**
     * Gives each destination a block of its own and gets one from each source (MPI 4.1, 8.6.2).
     *
     * @param sendbuf the blocks for the destinations, one after the other
     * @param sendcount number of elements for each destination
     * @param sendtype what they are
     * @param recvbuf where the blocks of the sources go, one after the other
     * @param recvcount number of elements from each source
     * @param recvtype what they are
     * @throws MPIException when an argument is invalid
     */
    public final void neighborAllToAll(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype)
            throws MPIException {
        Neighbours.allToAll(
                Way.BLOCKING, communicator(), topology(), sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype);
    }

    /**
     * Starts {@link #neighborAllToAll(Object, int, Datatype, Object, int, Datatype)}.
     *
     * @param sendbuf the blocks for the destinations, one after the other
     * @param sendcount number of elements for each destination
     * @param sendtype what they are
     * @param recvbuf where the blocks of the sources go, one after the other
     * @param recvcount number of elements from each source
     * @param recvtype what they are
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iNeighborAllToAll(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype)
            throws MPIException {
        return Neighbours.allToAll(
                Way.NON_BLOCKING,
                communicator(),
                topology(),
                sendbuf,
                sendcount,
                sendtype,
                recvbuf,
                recvcount,
                recvtype);
    }

    /**
     * Like {@link #neighborAllToAll}, blocks of any length.
     *
     * @param sendbuf the blocks
     * @param sendcount number of elements for each destination
     * @param sdispls where the block for each destination begins
     * @param sendtype what they are
     * @param recvbuf where the blocks go
     * @param recvcount number of elements from each source
     * @param rdispls where the block of each source goes
     * @param recvtype what they are
     * @throws MPIException when an argument is invalid
     */
    public final void neighborAllToAllv(
            Object sendbuf,
            int[] sendcount,
            int[] sdispls,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] rdispls,
            Datatype recvtype)
            throws MPIException {
        Neighbours.allToAllv(
                Way.BLOCKING,
                communicator(),
                topology(),
                sendbuf,
                sendcount,
                sdispls,
                sendtype,
                recvbuf,
                recvcount,
                rdispls,
                recvtype);
    }

    /**
     * Starts {@link #neighborAllToAllv(Object, int[], int[], Datatype, Object, int[], int[], Datatype)}.
     *
     * @param sendbuf the blocks
     * @param sendcount number of elements for each destination
     * @param sdispls where the block for each destination begins
     * @param sendtype what they are
     * @param recvbuf where the blocks go
     * @param recvcount number of elements from each source
     * @param rdispls where the block of each source goes
     * @param recvtype what they are
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iNeighborAllToAllv(
            Object sendbuf,
            int[] sendcount,
            int[] sdispls,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] rdispls,
            Datatype recvtype)
            throws MPIException {
        return Neighbours.allToAllv(
                Way.NON_BLOCKING,
                communicator(),
                topology(),
                sendbuf,
                sendcount,
                sdispls,
                sendtype,
                recvbuf,
                recvcount,
                rdispls,
                recvtype);
    }

    /**
     * Like {@link #neighborAllToAllv}, blocks of any datatype.
     *
     * @param sendBuf the blocks
     * @param sendCount number of elements for each destination
     * @param sDispls where the block for each destination begins, in bytes
     * @param sendTypes what they are
     * @param recvBuf where the blocks go
     * @param recvCount number of elements from each source
     * @param rDispls where the block of each source goes, in bytes
     * @param recvTypes what they are
     * @throws MPIException when an argument is invalid
     */
    public final void neighborAllToAllw(
            Object sendBuf,
            int[] sendCount,
            int[] sDispls,
            Datatype[] sendTypes,
            Object recvBuf,
            int[] recvCount,
            int[] rDispls,
            Datatype[] recvTypes)
            throws MPIException {
        Neighbours.allToAllw(
                Way.BLOCKING,
                communicator(),
                topology(),
                sendBuf,
                sendCount,
                sDispls,
                sendTypes,
                recvBuf,
                recvCount,
                rDispls,
                recvTypes);
    }

    /**
     * Starts {@link #neighborAllToAllw(Object, int[], int[], Datatype[], Object, int[], int[], Datatype[])}.
     *
     * @param sendBuf the blocks
     * @param sendCount number of elements for each destination
     * @param sDispls where the block for each destination begins, in bytes
     * @param sendTypes what they are
     * @param recvBuf where the blocks go
     * @param recvCount number of elements from each source
     * @param rDispls where the block of each source goes, in bytes
     * @param recvTypes what they are
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iNeighborAllToAllw(
            Object sendBuf,
            int[] sendCount,
            int[] sDispls,
            Datatype[] sendTypes,
            Object recvBuf,
            int[] recvCount,
            int[] rDispls,
            Datatype[] recvTypes)
            throws MPIException {
        return Neighbours.allToAllw(
                Way.NON_BLOCKING,
                communicator(),
                topology(),
                sendBuf,
                sendCount,
                sDispls,
                sendTypes,
                recvBuf,
                recvCount,
                rDispls,
                recvTypes);
    }
}
