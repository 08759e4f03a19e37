package mpi;

/**
 * Collectives between neighbours that are described once and started again and again. Part of {@link Comm}; see
 * {@link PreparedRootedCalls} for what holds for all of them.
 */
abstract class PreparedNeighborCalls extends NeighborCalls {

    PreparedNeighborCalls() {}

    /**
     * Prepares {@link #neighborAllGather(Object, int, Datatype, Object, int, Datatype)}.
     *
     * @param sendbuf this rank's data
     * @param sendcount number of elements for each destination
     * @param sendtype what they are
     * @param recvbuf where the blocks of the sources go, one after the other
     * @param recvcount number of elements from each source
     * @param recvtype what they are
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest neighborAllGatherInit(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype)
            throws MPIException {
        return Neighbours.allGather(
                Way.PERSISTENT, communicator(), topology(), sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype);
    }

    /**
     * Prepares {@link #neighborAllGatherv(Object, int, Datatype, Object, int[], int[], Datatype)}.
     *
     * @param sendbuf this rank's data
     * @param sendcount number of elements for each destination
     * @param sendtype what they are
     * @param recvbuf where the blocks of the sources go, one after the other
     * @param recvcount number of elements from each source
     * @param displs where the block of each source goes
     * @param recvtype what they are
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest neighborAllGathervInit(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] displs,
            Datatype recvtype)
            throws MPIException {
        return Neighbours.allGatherv(
                Way.PERSISTENT,
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
     * Prepares {@link #neighborAllToAll(Object, int, Datatype, Object, int, Datatype)}.
     *
     * @param sendbuf the blocks for the destinations, one after the other
     * @param sendcount number of elements for each destination
     * @param sendtype what they are
     * @param recvbuf where the blocks of the sources go, one after the other
     * @param recvcount number of elements from each source
     * @param recvtype what they are
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest neighborAllToAllInit(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype)
            throws MPIException {
        return Neighbours.allToAll(
                Way.PERSISTENT, communicator(), topology(), sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype);
    }

    /**
     * Prepares {@link #neighborAllToAllv(Object, int[], int[], Datatype, Object, int[], int[], Datatype)}.
     *
     * @param sendbuf the blocks
     * @param sendcount number of elements for each destination
     * @param sdispls where the block for each destination begins
     * @param sendtype what they are
     * @param recvbuf where the blocks go
     * @param recvcount number of elements from each source
     * @param rdispls where the block of each source goes
     * @param recvtype what they are
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest neighborAllToAllvInit(
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
                Way.PERSISTENT,
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
     * Prepares {@link #neighborAllToAllw(Object, int[], int[], Datatype[], Object, int[], int[], Datatype[])}.
     *
     * @param sendBuf the blocks
     * @param sendCount number of elements for each destination
     * @param sDispls where the block for each destination begins, in bytes
     * @param sendTypes what they are
     * @param recvBuf where the blocks go
     * @param recvCount number of elements from each source
     * @param rDispls where the block of each source goes, in bytes
     * @param recvTypes what they are
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest neighborAllToAllwInit(
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
                Way.PERSISTENT,
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
