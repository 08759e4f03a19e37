package mpi;

import io.jmpi.coll.Communicator;

/**
 * Collectives with a root that go on while the program does something else (MPI 4.1, 6.12). Part of {@link Comm}.
 *
 * <p>All members start the same collectives of a communicator in the same order; many may be under way at once, and they end
 * in any order. Buffers must not be touched, nor arrays of counts changed, before the end. Any MPI call that polls moves
 * them on.
 */
abstract class RootedRequests extends ExchangeCalls {

    RootedRequests() {}

    /**
     * Starts {@link #bcast(Object, int, Datatype, int)}.
     *
     * @param buf the data at the root, where it goes elsewhere
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param root the root's rank
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iBcast(Object buf, int count, Datatype type, int root) throws MPIException {
        return RootedCollectives.bcast(Way.NON_BLOCKING, communicator(), buf, 0, count, type, root);
    }

    /**
     * Starts {@link #gather(Object, int, Datatype, Object, int, Datatype, int)}.
     *
     * @param sendbuf this rank's data
     * @param sendcount number of elements that this rank gives
     * @param sendtype what they are
     * @param recvbuf where the data goes at the root
     * @param recvcount number of elements of each rank
     * @param recvtype what they are
     * @param root the root's rank
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iGather(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int root)
            throws MPIException {
        return RootedCollectives.gather(
                Way.NON_BLOCKING,
                communicator(),
                sendbuf,
                0,
                sendcount,
                sendtype,
                recvbuf,
                0,
                recvcount,
                recvtype,
                root,
                false);
    }

    /**
     * Starts {@link #gather(Object, int, Datatype, int)}.
     *
     * @param buf this rank's data; at the root where all goes, with its own at its place
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param root the root's rank
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iGather(Object buf, int count, Datatype type, int root) throws MPIException {
        Communicator comm = communicator();
        boolean inPlace = Arguments.inPlace(comm, root, "iGather in place");
        return RootedCollectives.gather(
                Way.NON_BLOCKING,
                comm,
                inPlace ? null : buf,
                0,
                count,
                type,
                inPlace ? buf : null,
                0,
                count,
                type,
                root,
                inPlace);
    }

    /**
     * Starts {@link #gatherv(Object, int, Datatype, Object, int[], int[], Datatype, int)}.
     *
     * @param sendbuf this rank's data
     * @param sendcount number of elements that this rank gives
     * @param sendtype what they are
     * @param recvbuf where the data goes at the root
     * @param recvcount number of elements from each rank
     * @param displs where each block begins, in extents of the datatype
     * @param recvtype what they are
     * @param root the root's rank
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iGatherv(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] displs,
            Datatype recvtype,
            int root)
            throws MPIException {
        return RootedCollectives.gatherv(
                Way.NON_BLOCKING,
                communicator(),
                sendbuf,
                sendcount,
                sendtype,
                recvbuf,
                recvcount,
                displs,
                recvtype,
                root,
                false);
    }

    /**
     * Starts {@link #gatherv(Object, int[], int[], Datatype, int)}.
     *
     * @param recvbuf where the data goes, with this rank's own at its place
     * @param recvcount number of elements from each rank
     * @param displs where each block begins, in extents of the datatype
     * @param recvtype what they are
     * @param root the root's rank
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iGatherv(Object recvbuf, int[] recvcount, int[] displs, Datatype recvtype, int root)
            throws MPIException {
        Communicator comm = communicator();
        boolean inPlace = Arguments.rootOnly(comm, root, "iGatherv in place");
        return RootedCollectives.gatherv(
                Way.NON_BLOCKING, comm, null, 0, null, recvbuf, recvcount, displs, recvtype, root, inPlace);
    }

    /**
     * Starts {@link #gatherv(Object, int, Datatype, int)}.
     *
     * @param sendbuf this rank's data
     * @param sendcount number of elements that this rank gives
     * @param sendtype what they are
     * @param root the root's rank
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iGatherv(Object sendbuf, int sendcount, Datatype sendtype, int root) throws MPIException {
        Communicator comm = communicator();
        Arguments.notRoot(comm, root, "iGatherv without a receive buffer");
        return RootedCollectives.gatherv(
                Way.NON_BLOCKING, comm, sendbuf, sendcount, sendtype, null, null, null, null, root, false);
    }

    /**
     * Starts {@link #scatter(Object, int, Datatype, Object, int, Datatype, int)}.
     *
     * @param sendbuf the blocks at the root, in the order of ranks
     * @param sendcount number of elements of a block
     * @param sendtype what they are
     * @param recvbuf where the result goes
     * @param recvcount number of elements that this rank gets
     * @param recvtype what they are
     * @param root the root's rank
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iScatter(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int root)
            throws MPIException {
        return RootedCollectives.scatter(
                Way.NON_BLOCKING,
                communicator(),
                sendbuf,
                0,
                sendcount,
                sendtype,
                recvbuf,
                0,
                recvcount,
                recvtype,
                root,
                false);
    }

    /**
     * Starts {@link #scatter(Object, int, Datatype, int)}.
     *
     * @param buf the blocks at the root, of which its own stays; elsewhere where this rank's block goes
     * @param count number of elements of a block
     * @param type what they are
     * @param root the root's rank
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iScatter(Object buf, int count, Datatype type, int root) throws MPIException {
        Communicator comm = communicator();
        boolean inPlace = Arguments.inPlace(comm, root, "iScatter in place");
        return RootedCollectives.scatter(
                Way.NON_BLOCKING,
                comm,
                inPlace ? buf : null,
                0,
                count,
                type,
                inPlace ? null : buf,
                0,
                count,
                type,
                root,
                inPlace);
    }

    /**
     * Starts {@link #scatterv(Object, int[], int[], Datatype, Object, int, Datatype, int)}.
     *
     * @param sendbuf the blocks at the root
     * @param sendcount number of elements for each rank
     * @param displs where each block begins, in extents of the datatype
     * @param sendtype what they are
     * @param recvbuf where the result goes
     * @param recvcount number of elements that this rank gets
     * @param recvtype what they are
     * @param root the root's rank
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iScatterv(
            Object sendbuf,
            int[] sendcount,
            int[] displs,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int root)
            throws MPIException {
        return RootedCollectives.scatterv(
                Way.NON_BLOCKING,
                communicator(),
                sendbuf,
                sendcount,
                displs,
                sendtype,
                recvbuf,
                recvcount,
                recvtype,
                root,
                false);
    }

    /**
     * Starts {@link #scatterv(Object, int[], int[], Datatype, int)}.
     *
     * @param sendbuf the blocks
     * @param sendcount number of elements for each rank
     * @param displs where each block begins, in extents of the datatype
     * @param sendtype what they are
     * @param root the root's rank
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iScatterv(Object sendbuf, int[] sendcount, int[] displs, Datatype sendtype, int root)
            throws MPIException {
        Communicator comm = communicator();
        boolean inPlace = Arguments.rootOnly(comm, root, "iScatterv in place");
        return RootedCollectives.scatterv(
                Way.NON_BLOCKING, comm, sendbuf, sendcount, displs, sendtype, null, 0, null, root, inPlace);
    }

    /**
     * Starts {@link #scatterv(Object, int, Datatype, int)}.
     *
     * @param recvbuf where the result goes
     * @param recvcount number of elements that this rank gets
     * @param recvtype what they are
     * @param root the root's rank
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iScatterv(Object recvbuf, int recvcount, Datatype recvtype, int root) throws MPIException {
        Communicator comm = communicator();
        Arguments.notRoot(comm, root, "iScatterv without a send buffer");
        return RootedCollectives.scatterv(
                Way.NON_BLOCKING, comm, null, null, null, null, recvbuf, recvcount, recvtype, root, false);
    }

    /**
     * Starts {@link #reduce(Object, Object, int, Datatype, Op, int)}.
     *
     * @param sendbuf this rank's data
     * @param recvbuf where the result goes at the root
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @param root the root's rank
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iReduce(Object sendbuf, Object recvbuf, int count, Datatype type, Op op, int root)
            throws MPIException {
        return RootedCollectives.reduce(
                Way.NON_BLOCKING, communicator(), sendbuf, 0, recvbuf, 0, count, type, op, root, false);
    }

    /**
     * Starts {@link #reduce(Object, int, Datatype, Op, int)}.
     *
     * @param buf this rank's data; at the root also where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @param root the root's rank
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iReduce(Object buf, int count, Datatype type, Op op, int root) throws MPIException {
        Communicator comm = communicator();
        boolean inPlace = Arguments.inPlace(comm, root, "iReduce in place");
        return RootedCollectives.reduce(
                Way.NON_BLOCKING,
                comm,
                inPlace ? null : buf,
                0,
                inPlace ? buf : null,
                0,
                count,
                type,
                op,
                root,
                inPlace);
    }
}
