package mpi;

import io.jmpi.coll.Communicator;

/**
 * Collectives without a root that are described once and started again and again. Part of {@link Comm}; see
 * {@link PreparedRootedCalls} for what holds for all of them.
 */
abstract class PreparedCollectives extends PreparedRootedCalls {

    PreparedCollectives() {}

    /**
     * Prepares {@link #barrier}: a request that has been started is complete when all members have started theirs.
     *
     * @return the request, not active yet
     * @throws MPIException when the communicator is null
     */
    public final Prequest barrierInit() throws MPIException {
        Communicator comm = communicator();
        return Way.PERSISTENT.run(
                comm, comm.schedules().barrier(), MPI.BYTE, MPI.BYTE, null, 0, MPI.BYTE, null, 0, null);
    }

    /**
     * Prepares {@link #allGather(Object, int, Datatype, Object, int, Datatype)}.
     *
     * @param sendbuf this rank's data
     * @param sendcount number of elements that this rank gives
     * @param sendtype what they are
     * @param recvbuf where the result goes
     * @param recvcount number of elements of each rank
     * @param recvtype what they are
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest allGatherInit(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype)
            throws MPIException {
        return Exchanges.allGather(
                Way.PERSISTENT,
                communicator(),
                sendbuf,
                0,
                sendcount,
                sendtype,
                recvbuf,
                0,
                recvcount,
                recvtype,
                false);
    }

    /**
     * Prepares {@link #allGather(Object, int, Datatype)}.
     *
     * @param buf where the data goes, with this rank's own at its place
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest allGatherInit(Object buf, int count, Datatype type) throws MPIException {
        return Exchanges.allGather(Way.PERSISTENT, communicator(), null, 0, count, type, buf, 0, count, type, true);
    }

    /**
     * Prepares {@link #allGatherv(Object, int, Datatype, Object, int[], int[], Datatype)}.
     *
     * @param sendbuf this rank's data
     * @param sendcount number of elements that this rank gives
     * @param sendtype what they are
     * @param recvbuf where the result goes
     * @param recvcount number of elements of each rank, the same everywhere
     * @param displs where each block begins, in extents of the datatype
     * @param recvtype what they are
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest allGathervInit(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] displs,
            Datatype recvtype)
            throws MPIException {
        return Exchanges.allGatherv(
                Way.PERSISTENT,
                communicator(),
                sendbuf,
                sendcount,
                sendtype,
                recvbuf,
                recvcount,
                displs,
                recvtype,
                false);
    }

    /**
     * Prepares {@link #allGatherv(Object, int[], int[], Datatype)}.
     *
     * @param buf where the data goes, with this rank's own at its place
     * @param count number of elements of each rank, the same everywhere
     * @param displs where each block begins, in extents of the datatype
     * @param type what they are
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest allGathervInit(Object buf, int[] count, int[] displs, Datatype type) throws MPIException {
        return Exchanges.allGatherv(Way.PERSISTENT, communicator(), null, 0, null, buf, count, displs, type, true);
    }

    /**
     * Prepares {@link #allToAll(Object, int, Datatype, Object, int, Datatype)}.
     *
     * @param sendbuf the blocks, in the order of ranks
     * @param sendcount number of elements of a block
     * @param sendtype what they are
     * @param recvbuf where the blocks go, in the order of ranks
     * @param recvcount number of elements of a block
     * @param recvtype what they are
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest allToAllInit(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype)
            throws MPIException {
        return Exchanges.allToAll(
                Way.PERSISTENT, communicator(), sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, false);
    }

    /**
     * Prepares {@link #allToAll(Object, int, Datatype)}.
     *
     * @param buf the blocks, in the order of ranks
     * @param count number of elements of a block
     * @param type what they are
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest allToAllInit(Object buf, int count, Datatype type) throws MPIException {
        return Exchanges.allToAll(Way.PERSISTENT, communicator(), null, 0, null, buf, count, type, true);
    }

    /**
     * Prepares {@link #allToAllv(Object, int[], int[], Datatype, Object, int[], int[], Datatype)}.
     *
     * @param sendbuf the blocks
     * @param sendcount number of elements for each rank
     * @param sdispls where the block for each rank begins, in extents of the datatype
     * @param sendtype what they are
     * @param recvbuf where the blocks go
     * @param recvcount number of elements from each rank
     * @param rdispls where the block of each rank begins, in extents of the datatype
     * @param recvtype what they are
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest allToAllvInit(
            Object sendbuf,
            int[] sendcount,
            int[] sdispls,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] rdispls,
            Datatype recvtype)
            throws MPIException {
        return Exchanges.allToAllv(
                Way.PERSISTENT,
                communicator(),
                sendbuf,
                sendcount,
                sdispls,
                sendtype,
                recvbuf,
                recvcount,
                rdispls,
                recvtype,
                false);
    }

    /**
     * Prepares {@link #allToAllv(Object, int[], int[], Datatype)}.
     *
     * @param buf the blocks
     * @param count number of elements for and from each rank
     * @param displs where each block begins
     * @param type what they are
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest allToAllvInit(Object buf, int[] count, int[] displs, Datatype type) throws MPIException {
        return Exchanges.allToAllv(
                Way.PERSISTENT, communicator(), null, null, null, null, buf, count, displs, type, true);
    }

    /**
     * Prepares {@link #allToAllw(Object, int[], int[], Datatype[], Object, int[], int[], Datatype[])}.
     *
     * @param sendBuf the blocks
     * @param sendCount number of elements for each rank
     * @param sDispls where the block for each rank begins, in bytes
     * @param sendTypes what the elements for each rank are
     * @param recvBuf where the blocks go
     * @param recvCount number of elements from each rank
     * @param rDispls where the block of each rank goes, in bytes
     * @param recvTypes what the elements from each rank are
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest allToAllwInit(
            Object sendBuf,
            int[] sendCount,
            int[] sDispls,
            Datatype[] sendTypes,
            Object recvBuf,
            int[] recvCount,
            int[] rDispls,
            Datatype[] recvTypes)
            throws MPIException {
        return TypedBlocks.allToAllw(
                Way.PERSISTENT,
                communicator(),
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
     * Prepares {@link #allReduce(Object, Object, int, Datatype, Op)}.
     *
     * @param sendbuf this rank's data
     * @param recvbuf where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest allReduceInit(Object sendbuf, Object recvbuf, int count, Datatype type, Op op)
            throws MPIException {
        return Reductions.allReduce(Way.PERSISTENT, communicator(), sendbuf, 0, recvbuf, 0, count, type, op, false);
    }

    /**
     * Prepares {@link #allReduce(Object, int, Datatype, Op)}.
     *
     * @param buf this rank's data, and where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest allReduceInit(Object buf, int count, Datatype type, Op op) throws MPIException {
        return Reductions.allReduce(Way.PERSISTENT, communicator(), null, 0, buf, 0, count, type, op, true);
    }

    /**
     * Prepares {@link #reduceScatter(Object, Object, int[], Datatype, Op)}.
     *
     * @param sendbuf this rank's data
     * @param recvbuf where this rank's part goes
     * @param recvcounts number of elements of each rank's part, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest reduceScatterInit(Object sendbuf, Object recvbuf, int[] recvcounts, Datatype type, Op op)
            throws MPIException {
        return Reductions.reduceScatter(Way.PERSISTENT, communicator(), sendbuf, recvbuf, recvcounts, type, op, false);
    }

    /**
     * Prepares {@link #reduceScatter(Object, int[], Datatype, Op)}.
     *
     * @param buf this rank's data, to whose beginning its part goes
     * @param counts number of elements of each rank's part, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest reduceScatterInit(Object buf, int[] counts, Datatype type, Op op) throws MPIException {
        return Reductions.reduceScatter(Way.PERSISTENT, communicator(), null, buf, counts, type, op, true);
    }

    /**
     * Prepares {@link #reduceScatterBlock(Object, Object, int, Datatype, Op)}.
     *
     * @param sendbuf this rank's data
     * @param recvbuf where this rank's part goes
     * @param recvcount number of elements of a part, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest reduceScatterBlockInit(Object sendbuf, Object recvbuf, int recvcount, Datatype type, Op op)
            throws MPIException {
        return Reductions.reduceScatterBlock(
                Way.PERSISTENT, communicator(), sendbuf, recvbuf, recvcount, type, op, false);
    }

    /**
     * Prepares {@link #reduceScatterBlock(Object, int, Datatype, Op)}.
     *
     * @param buf this rank's data, to whose beginning its part goes
     * @param count number of elements of a part, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest reduceScatterBlockInit(Object buf, int count, Datatype type, Op op) throws MPIException {
        return Reductions.reduceScatterBlock(Way.PERSISTENT, communicator(), null, buf, count, type, op, true);
    }
}
