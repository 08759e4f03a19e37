package mpi;

/**
 * Collectives that give different data to different ranks, and those whose result is spread over them. Part of {@link Comm};
 * see {@link CollectiveCalls} for what holds for all collectives.
 */
abstract class ExchangeCalls extends CollectiveCalls {

    ExchangeCalls() {}

    /**
     * Brings the members' data together everywhere, a different amount of each (MPI 4.1, 6.7).
     *
     * @param sendbuf this rank's data
     * @param sendcount number of elements that this rank gives
     * @param sendtype what they are
     * @param recvbuf where the result goes
     * @param recvcount number of elements of each rank, the same everywhere
     * @param displs where each block begins, in extents of the datatype
     * @param recvtype what they are
     * @throws MPIException when an argument is invalid
     */
    public final void allGatherv(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] displs,
            Datatype recvtype)
            throws MPIException {
        Exchanges.allGatherv(
                Way.BLOCKING,
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
     * Like {@link #allGatherv(Object, int, Datatype, Object, int[], int[], Datatype)}, in place.
     *
     * @param recvbuf where the data goes, with this rank's own at its place
     * @param recvcount number of elements of each rank, the same everywhere
     * @param displs where each block begins, in extents of the datatype
     * @param recvtype what they are
     * @throws MPIException when an argument is invalid
     */
    public final void allGatherv(Object recvbuf, int[] recvcount, int[] displs, Datatype recvtype) throws MPIException {
        Exchanges.allGatherv(Way.BLOCKING, communicator(), null, 0, null, recvbuf, recvcount, displs, recvtype, true);
    }

    /**
     * Gives every rank a block of its own, and gets one from each (MPI 4.1, 6.8).
     *
     * @param sendbuf the blocks, in the order of ranks
     * @param sendcount number of elements of a block
     * @param sendtype what they are
     * @param recvbuf where the blocks go, in the order of ranks
     * @param recvcount number of elements of a block
     * @param recvtype what they are
     * @throws MPIException when an argument is invalid
     */
    public final void allToAll(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype)
            throws MPIException {
        Exchanges.allToAll(
                Way.BLOCKING, communicator(), sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, false);
    }

    /**
     * Like {@link #allToAll(Object, int, Datatype, Object, int, Datatype)}, in place: what a rank gets replaces what it gives to the same.
     *
     * @param buf the blocks, in the order of ranks
     * @param count number of elements of a block
     * @param type what they are
     * @throws MPIException when an argument is invalid
     */
    public final void allToAll(Object buf, int count, Datatype type) throws MPIException {
        Exchanges.allToAll(Way.BLOCKING, communicator(), null, 0, null, buf, count, type, true);
    }

    /**
     * Gives every rank a block of its own, of any length, and gets one from each.
     *
     * @param sendbuf the blocks
     * @param sendcount number of elements for each rank
     * @param sdispls where the block for each rank begins, in extents of the datatype
     * @param sendtype what they are
     * @param recvbuf where the blocks go
     * @param recvcount number of elements from each rank
     * @param rdispls where the block of each rank begins, in extents of the datatype
     * @param recvtype what they are
     * @throws MPIException when an argument is invalid
     */
    public final void allToAllv(
            Object sendbuf,
            int[] sendcount,
            int[] sdispls,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] rdispls,
            Datatype recvtype)
            throws MPIException {
        Exchanges.allToAllv(
                Way.BLOCKING,
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
     * Like {@link #allToAllv(Object, int[], int[], Datatype, Object, int[], int[], Datatype)}, in place: what a rank gets replaces what it gives to the same, which is as much.
     *
     * @param buf the blocks
     * @param count number of elements for and from each rank
     * @param displs where each block begins
     * @param type what they are
     * @throws MPIException when an argument is invalid
     */
    public final void allToAllv(Object buf, int[] count, int[] displs, Datatype type) throws MPIException {
        Exchanges.allToAllv(Way.BLOCKING, communicator(), null, null, null, null, buf, count, displs, type, true);
    }

    /**
     * Gives every rank a block of its own, of any length and datatype, and gets one from each.
     *
     * @param sendBuf the blocks
     * @param sendCount number of elements for each rank
     * @param sDispls where the block for each rank begins, in bytes
     * @param sendTypes what the elements for each rank are
     * @param recvBuf where the blocks go
     * @param recvCount number of elements from each rank
     * @param rDispls where the block of each rank goes, in bytes
     * @param recvTypes what the elements from each rank are
     * @throws MPIException when an argument is invalid
     */
    public final void allToAllw(
            Object sendBuf,
            int[] sendCount,
            int[] sDispls,
            Datatype[] sendTypes,
            Object recvBuf,
            int[] recvCount,
            int[] rDispls,
            Datatype[] recvTypes)
            throws MPIException {
        TypedBlocks.allToAllw(
                Way.BLOCKING,
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
     * Combines the members' data, element by element, and gives each rank its part of the result (MPI 4.1, 6.10.2).
     *
     * @param sendbuf this rank's data
     * @param recvbuf where this rank's part goes
     * @param recvcounts number of elements of each rank's part, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @throws MPIException when an argument is invalid
     */
    public final void reduceScatter(Object sendbuf, Object recvbuf, int[] recvcounts, Datatype type, Op op)
            throws MPIException {
        Reductions.reduceScatter(Way.BLOCKING, communicator(), sendbuf, recvbuf, recvcounts, type, op, false);
    }

    /**
     * Like {@link #reduceScatter(Object, Object, int[], Datatype, Op)}, in place.
     *
     * @param buf this rank's data, to whose beginning its part goes
     * @param counts number of elements of each rank's part, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @throws MPIException when an argument is invalid
     */
    public final void reduceScatter(Object buf, int[] counts, Datatype type, Op op) throws MPIException {
        Reductions.reduceScatter(Way.BLOCKING, communicator(), null, buf, counts, type, op, true);
    }

    /**
     * Like {@link #reduceScatter(Object, Object, int[], Datatype, Op)}, parts of one length (MPI 4.1, 6.10.1).
     *
     * @param sendbuf this rank's data
     * @param recvbuf where this rank's part goes
     * @param recvcount number of elements of a part, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @throws MPIException when an argument is invalid
     */
    public final void reduceScatterBlock(Object sendbuf, Object recvbuf, int recvcount, Datatype type, Op op)
            throws MPIException {
        Reductions.reduceScatterBlock(Way.BLOCKING, communicator(), sendbuf, recvbuf, recvcount, type, op, false);
    }

    /**
     * Like {@link #reduceScatterBlock(Object, Object, int, Datatype, Op)}, in place.
     *
     * @param buf this rank's data, to whose beginning its part goes
     * @param count number of elements of a part, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @throws MPIException when an argument is invalid
     */
    public final void reduceScatterBlock(Object buf, int count, Datatype type, Op op) throws MPIException {
        Reductions.reduceScatterBlock(Way.BLOCKING, communicator(), null, buf, count, type, op, true);
    }

    /**
     * Combines two vectors of this rank (MPI 4.1, 6.9.7): {@code inOutBuf[i] = inBuf[i] OP inOutBuf[i]}.
     *
     * @param inBuf the left operands
     * @param inOutBuf the right operands, and where the results go
     * @param count number of elements
     * @param type what they are
     * @param op how they are combined
     * @throws MPIException when an argument is invalid
     */
    public static void reduceLocal(Object inBuf, Object inOutBuf, int count, Datatype type, Op op) throws MPIException {
        MPI.joined();
        Reductions.reduceLocal(inBuf, inOutBuf, count, type, op);
    }
}
