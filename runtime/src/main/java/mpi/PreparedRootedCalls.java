package mpi;

import io.jmpi.coll.Communicator;

/**
 * Collectives with a root that are described once and started again and again (MPI 4.1, 6.13). Part of {@link Comm}.
 *
 * <p>All members prepare the same collectives of a communicator in the same order, which is what tells them apart. They may
 * then start them in any order, each member in its own, with {@link Prequest#start}; a member starts one again when it has
 * completed it. Buffers may be used and changed by the program while the request is not active. Preparing does not wait for
 * anybody; what can be found out once, such as the algorithm and its steps, is found out then.
 */
abstract class PreparedRootedCalls extends CollectiveRequests {

    PreparedRootedCalls() {}

    /**
     * Prepares {@link #bcast(Object, int, Datatype, int)}.
     *
     * @param buf the data at the root, where it goes elsewhere
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param root the root's rank
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest bcastInit(Object buf, int count, Datatype type, int root) throws MPIException {
        return RootedCollectives.bcast(Way.PERSISTENT, communicator(), buf, 0, count, type, root);
    }

    /**
     * Prepares {@link #gather(Object, int, Datatype, Object, int, Datatype, int)}.
     *
     * @param sendbuf this rank's data
     * @param sendcount number of elements that this rank gives
     * @param sendtype what they are
     * @param recvbuf where the data goes at the root
     * @param recvcount number of elements of each rank
     * @param recvtype what they are
     * @param root the root's rank
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest gatherInit(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int root)
            throws MPIException {
        return RootedCollectives.gather(
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
                root,
                false);
    }

    /**
     * Prepares {@link #gather(Object, int, Datatype, int)}.
     *
     * @param buf this rank's data; at the root where all goes, with its own at its place
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param root the root's rank
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest gatherInit(Object buf, int count, Datatype type, int root) throws MPIException {
        Communicator comm = communicator();
        boolean inPlace = Arguments.inPlace(comm, root, "gatherInit in place");
        return RootedCollectives.gather(
                Way.PERSISTENT,
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
     * Prepares {@link #gatherv(Object, int, Datatype, Object, int[], int[], Datatype, int)}.
     *
     * @param sendbuf this rank's data
     * @param sendcount number of elements that this rank gives
     * @param sendtype what they are
     * @param recvbuf where the data goes at the root
     * @param recvcount number of elements from each rank
     * @param displs where each block begins, in extents of the datatype
     * @param recvtype what they are
     * @param root the root's rank
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest gathervInit(
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
                Way.PERSISTENT,
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
     * Prepares {@link #gatherv(Object, int[], int[], Datatype, int)}.
     *
     * @param recvbuf where the data goes, with this rank's own at its place
     * @param recvcount number of elements from each rank
     * @param displs where each block begins, in extents of the datatype
     * @param recvtype what they are
     * @param root the root's rank
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest gathervInit(Object recvbuf, int[] recvcount, int[] displs, Datatype recvtype, int root)
            throws MPIException {
        Communicator comm = communicator();
        boolean inPlace = Arguments.rootOnly(comm, root, "gathervInit in place");
        return RootedCollectives.gatherv(
                Way.PERSISTENT, comm, null, 0, null, recvbuf, recvcount, displs, recvtype, root, inPlace);
    }

    /**
     * Prepares {@link #gatherv(Object, int, Datatype, int)}.
     *
     * @param sendbuf this rank's data
     * @param sendcount number of elements that this rank gives
     * @param sendtype what they are
     * @param root the root's rank
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest gathervInit(Object sendbuf, int sendcount, Datatype sendtype, int root) throws MPIException {
        Communicator comm = communicator();
        Arguments.notRoot(comm, root, "gathervInit without a receive buffer");
        return RootedCollectives.gatherv(
                Way.PERSISTENT, comm, sendbuf, sendcount, sendtype, null, null, null, null, root, false);
    }

    /**
     * Prepares {@link #scatter(Object, int, Datatype, Object, int, Datatype, int)}.
     *
     * @param sendbuf the blocks at the root, in the order of ranks
     * @param sendcount number of elements of a block
     * @param sendtype what they are
     * @param recvbuf where the result goes
     * @param recvcount number of elements that this rank gets
     * @param recvtype what they are
     * @param root the root's rank
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest scatterInit(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int root)
            throws MPIException {
        return RootedCollectives.scatter(
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
                root,
                false);
    }

    /**
     * Prepares {@link #scatter(Object, int, Datatype, int)}.
     *
     * @param buf the blocks at the root, of which its own stays; elsewhere where this rank's block goes
     * @param count number of elements of a block
     * @param type what they are
     * @param root the root's rank
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest scatterInit(Object buf, int count, Datatype type, int root) throws MPIException {
        Communicator comm = communicator();
        boolean inPlace = Arguments.inPlace(comm, root, "scatterInit in place");
        return RootedCollectives.scatter(
                Way.PERSISTENT,
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
     * Prepares {@link #scatterv(Object, int[], int[], Datatype, Object, int, Datatype, int)}.
     *
     * @param sendbuf the blocks at the root
     * @param sendcount number of elements for each rank
     * @param displs where each block begins, in extents of the datatype
     * @param sendtype what they are
     * @param recvbuf where the result goes
     * @param recvcount number of elements that this rank gets
     * @param recvtype what they are
     * @param root the root's rank
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest scattervInit(
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
                Way.PERSISTENT,
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
     * Prepares {@link #scatterv(Object, int[], int[], Datatype, int)}.
     *
     * @param sendbuf the blocks
     * @param sendcount number of elements for each rank
     * @param displs where each block begins, in extents of the datatype
     * @param sendtype what they are
     * @param root the root's rank
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest scattervInit(Object sendbuf, int[] sendcount, int[] displs, Datatype sendtype, int root)
            throws MPIException {
        Communicator comm = communicator();
        boolean inPlace = Arguments.rootOnly(comm, root, "scattervInit in place");
        return RootedCollectives.scatterv(
                Way.PERSISTENT, comm, sendbuf, sendcount, displs, sendtype, null, 0, null, root, inPlace);
    }

    /**
     * Prepares {@link #scatterv(Object, int, Datatype, int)}.
     *
     * @param recvbuf where the result goes
     * @param recvcount number of elements that this rank gets
     * @param recvtype what they are
     * @param root the root's rank
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest scattervInit(Object recvbuf, int recvcount, Datatype recvtype, int root) throws MPIException {
        Communicator comm = communicator();
        Arguments.notRoot(comm, root, "scattervInit without a send buffer");
        return RootedCollectives.scatterv(
                Way.PERSISTENT, comm, null, null, null, null, recvbuf, recvcount, recvtype, root, false);
    }

    /**
     * Prepares {@link #reduce(Object, Object, int, Datatype, Op, int)}.
     *
     * @param sendbuf this rank's data
     * @param recvbuf where the result goes at the root
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @param root the root's rank
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest reduceInit(Object sendbuf, Object recvbuf, int count, Datatype type, Op op, int root)
            throws MPIException {
        return RootedCollectives.reduce(
                Way.PERSISTENT, communicator(), sendbuf, 0, recvbuf, 0, count, type, op, root, false);
    }

    /**
     * Prepares {@link #reduce(Object, int, Datatype, Op, int)}.
     *
     * @param buf this rank's data; at the root also where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @param root the root's rank
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest reduceInit(Object buf, int count, Datatype type, Op op, int root) throws MPIException {
        Communicator comm = communicator();
        boolean inPlace = Arguments.inPlace(comm, root, "reduceInit in place");
        return RootedCollectives.reduce(
                Way.PERSISTENT, comm, inPlace ? null : buf, 0, inPlace ? buf : null, 0, count, type, op, root, inPlace);
    }
}
