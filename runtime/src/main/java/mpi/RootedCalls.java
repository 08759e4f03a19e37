package mpi;

import io.jmpi.coll.Communicator;

/**
 * Collectives with a root: data goes out from one rank, or comes together there. Part of {@link Comm}; see
 * {@link CollectiveCalls} for what holds for all collectives.
 */
abstract class RootedCalls extends PreparedMessages {

    RootedCalls() {}

    /**
     * Gives everybody the root's data.
     *
     * @param buf the data at the root, where it goes elsewhere; from index 0 on
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void bcast(Object buf, int count, Datatype type, int root) throws MPIException {
        RootedCollectives.bcast(Way.BLOCKING, communicator(), buf, 0, count, type, root);
    }

    /**
     * Like {@link #bcast(Object, int, Datatype, int)}, the whole of a buffer.
     *
     * @param buf the data at the root, where it goes elsewhere
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void bcast(Object buf, int root) throws MPIException {
        Region region = region(buf);
        RootedCollectives.bcast(
                Way.BLOCKING, communicator(), buf, region.offset(), region.count(), region.type(), root);
    }

    /**
     * Like {@link #bcast(Object, int, Datatype, int)}, part of a buffer.
     *
     * @param buf the data at the root, where it goes elsewhere
     * @param offset index of the first element
     * @param count number of elements, the same everywhere
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void bcast(Object buf, int offset, int count, int root) throws MPIException {
        Datatype type = region(buf, offset, count).type();
        RootedCollectives.bcast(Way.BLOCKING, communicator(), buf, offset, count, type, root);
    }

    /**
     * Combines the members' data, element by element, at the root.
     *
     * @param sendbuf this rank's data, from index 0 on
     * @param recvbuf where the result goes at the root
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void reduce(Object sendbuf, Object recvbuf, int count, Datatype type, Op op, int root)
            throws MPIException {
        RootedCollectives.reduce(Way.BLOCKING, communicator(), sendbuf, 0, recvbuf, 0, count, type, op, root, false);
    }

    /**
     * Like {@link #reduce(Object, Object, int, Datatype, Op, int)}, in place at the root.
     *
     * @param buf this rank's data; at the root also where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void reduce(Object buf, int count, Datatype type, Op op, int root) throws MPIException {
        boolean inPlace = Arguments.inPlace(communicator(), root, "reduce in place");
        RootedCollectives.reduce(
                Way.BLOCKING,
                communicator(),
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

    /**
     * Like {@link #reduce(Object, Object, int, Datatype, Op, int)}, the whole of the send buffer.
     *
     * @param sendbuf this rank's data
     * @param recvbuf where the result goes at the root
     * @param op how the elements are combined
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void reduce(Object sendbuf, Object recvbuf, Op op, int root) throws MPIException {
        Region from = region(sendbuf);
        int to = communicator().isRoot(root) ? region(recvbuf).offset() : 0;
        RootedCollectives.reduce(
                Way.BLOCKING,
                communicator(),
                sendbuf,
                from.offset(),
                recvbuf,
                to,
                from.count(),
                from.type(),
                op,
                root,
                false);
    }

    /**
     * Like {@link #reduce(Object, Object, int, Datatype, Op, int)}, parts of two buffers.
     *
     * @param sendbuf this rank's data
     * @param sendoffset index of the first element
     * @param recvbuf where the result goes at the root
     * @param recvoffset index at which it begins
     * @param count number of elements, the same everywhere
     * @param op how they are combined
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void reduce(Object sendbuf, int sendoffset, Object recvbuf, int recvoffset, int count, Op op, int root)
            throws MPIException {
        Region from = region(sendbuf, sendoffset, count);
        RootedCollectives.reduce(
                Way.BLOCKING,
                communicator(),
                sendbuf,
                sendoffset,
                recvbuf,
                recvoffset,
                count,
                from.type(),
                op,
                root,
                false);
    }

    /**
     * Brings the members' data together at the root, in the order of ranks.
     *
     * @param sendbuf this rank's data, from index 0 on
     * @param sendcount number of elements of this rank, the same everywhere
     * @param sendtype what they are
     * @param recvbuf where they go at the root: rank i's at i * recvcount
     * @param recvcount number of elements of each rank; matters at the root only
     * @param recvtype what they are; matters at the root only
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void gather(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int root)
            throws MPIException {
        RootedCollectives.gather(
                Way.BLOCKING,
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
     * Like {@link #gather(Object, int, Datatype, Object, int, Datatype, int)}, in place at the root.
     *
     * @param buf at the root where the data goes, with the root's own at its place; elsewhere the data
     * @param count number of elements of each rank
     * @param type what they are
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void gather(Object buf, int count, Datatype type, int root) throws MPIException {
        boolean inPlace = Arguments.inPlace(communicator(), root, "gather in place");
        RootedCollectives.gather(
                Way.BLOCKING,
                communicator(),
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
     * Like {@link #gather(Object, int, Datatype, Object, int, Datatype, int)}, the whole of the send buffer.
     *
     * @param sendbuf this rank's data
     * @param recvbuf where the data goes at the root
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void gather(Object sendbuf, Object recvbuf, int root) throws MPIException {
        Region from = region(sendbuf);
        Region to = communicator().isRoot(root) ? region(recvbuf) : from;
        RootedCollectives.gather(
                Way.BLOCKING,
                communicator(),
                sendbuf,
                from.offset(),
                from.count(),
                from.type(),
                recvbuf,
                to.offset(),
                from.count(),
                to.type(),
                root,
                false);
    }

    /**
     * Like {@link #gather(Object, int, Datatype, Object, int, Datatype, int)}, parts of two buffers.
     *
     * @param sendbuf this rank's data
     * @param sendoffset index of the first element
     * @param recvbuf where the data goes at the root
     * @param recvoffset index at which rank 0's begins
     * @param count number of elements of each rank
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void gather(Object sendbuf, int sendoffset, Object recvbuf, int recvoffset, int count, int root)
            throws MPIException {
        Datatype from = region(sendbuf, sendoffset, count).type();
        Datatype to =
                communicator().isRoot(root) ? region(recvbuf, recvoffset, count).type() : from;
        RootedCollectives.gather(
                Way.BLOCKING,
                communicator(),
                sendbuf,
                sendoffset,
                count,
                from,
                recvbuf,
                recvoffset,
                count,
                to,
                root,
                false);
    }

    /**
     * Like {@link #gather(Object, int, Datatype, Object, int, Datatype, int)}, with a count and a place for each rank.
     *
     * @param sendbuf this rank's data, from index 0 on
     * @param sendcount number of elements of this rank
     * @param sendtype what they are
     * @param recvbuf where they go at the root
     * @param recvcount number of elements of each rank; matters at the root only
     * @param displs index at which each rank's go; matters at the root only
     * @param recvtype what they are; matters at the root only
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void gatherv(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] displs,
            Datatype recvtype,
            int root)
            throws MPIException {
        RootedCollectives.gatherv(
                Way.BLOCKING,
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
     * The root's part of {@link #gatherv(Object, int, Datatype, Object, int[], int[], Datatype, int)}, in place.
     *
     * @param recvbuf where the data goes, with the root's own at its place
     * @param recvcount number of elements of each rank
     * @param displs index at which each rank's go
     * @param recvtype what they are
     * @param root this rank
     * @throws MPIException when an argument is invalid, or called anywhere but at the root
     */
    public final void gatherv(Object recvbuf, int[] recvcount, int[] displs, Datatype recvtype, int root)
            throws MPIException {
        Communicator comm = communicator();
        boolean inPlace = Arguments.rootOnly(comm, root, "gatherv in place");
        RootedCollectives.gatherv(
                Way.BLOCKING, comm, null, 0, null, recvbuf, recvcount, displs, recvtype, root, inPlace);
    }

    /**
     * The part in {@link #gatherv(Object, int, Datatype, Object, int[], int[], Datatype, int)} of everybody but the root.
     *
     * @param sendbuf this rank's data, from index 0 on
     * @param sendcount number of elements of this rank
     * @param sendtype what they are
     * @param root the root's rank
     * @throws MPIException when an argument is invalid, or called at the root
     */
    public final void gatherv(Object sendbuf, int sendcount, Datatype sendtype, int root) throws MPIException {
        Communicator comm = communicator();
        Arguments.notRoot(comm, root, "gatherv without a receive buffer");
        RootedCollectives.gatherv(
                Way.BLOCKING, comm, sendbuf, sendcount, sendtype, null, null, null, null, root, false);
    }

    /**
     * Distributes the root's data over the members, in the order of ranks.
     *
     * @param sendbuf the data at the root: rank i's at i * sendcount
     * @param sendcount number of elements of each rank; matters at the root only
     * @param sendtype what they are; matters at the root only
     * @param recvbuf where this rank's go, from index 0 on
     * @param recvcount number of elements of this rank, the same everywhere
     * @param recvtype what they are
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void scatter(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int root)
            throws MPIException {
        RootedCollectives.scatter(
                Way.BLOCKING,
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
     * Like {@link #scatter(Object, int, Datatype, Object, int, Datatype, int)}, in place at the root.
     *
     * @param buf at the root the data, of which the root's own stays where it is; elsewhere where the data goes
     * @param count number of elements of each rank
     * @param type what they are
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void scatter(Object buf, int count, Datatype type, int root) throws MPIException {
        boolean inPlace = Arguments.inPlace(communicator(), root, "scatter in place");
        RootedCollectives.scatter(
                Way.BLOCKING,
                communicator(),
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
     * Like {@link #scatter(Object, int, Datatype, Object, int, Datatype, int)}, the whole of the receive buffer.
     *
     * @param sendbuf the data at the root
     * @param recvbuf where this rank's goes
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void scatter(Object sendbuf, Object recvbuf, int root) throws MPIException {
        Region to = region(recvbuf);
        Region from = communicator().isRoot(root) ? region(sendbuf) : to;
        RootedCollectives.scatter(
                Way.BLOCKING,
                communicator(),
                sendbuf,
                from.offset(),
                to.count(),
                from.type(),
                recvbuf,
                to.offset(),
                to.count(),
                to.type(),
                root,
                false);
    }

    /**
     * Like {@link #scatter(Object, int, Datatype, Object, int, Datatype, int)}, parts of two buffers.
     *
     * @param sendbuf the data at the root
     * @param sendoffset index at which rank 0's begins
     * @param recvbuf where this rank's goes
     * @param recvoffset index of its first element
     * @param count number of elements of each rank
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void scatter(Object sendbuf, int sendoffset, Object recvbuf, int recvoffset, int count, int root)
            throws MPIException {
        Datatype to = region(recvbuf, recvoffset, count).type();
        Datatype from =
                communicator().isRoot(root) ? region(sendbuf, sendoffset, count).type() : to;
        RootedCollectives.scatter(
                Way.BLOCKING,
                communicator(),
                sendbuf,
                sendoffset,
                count,
                from,
                recvbuf,
                recvoffset,
                count,
                to,
                root,
                false);
    }

    /**
     * Like {@link #scatter(Object, int, Datatype, Object, int, Datatype, int)}, with a count and a place for each rank.
     *
     * @param sendbuf the data at the root
     * @param sendcount number of elements of each rank; matters at the root only
     * @param displs index at which each rank's begin; matters at the root only
     * @param sendtype what they are; matters at the root only
     * @param recvbuf where this rank's go, from index 0 on
     * @param recvcount number of elements of this rank
     * @param recvtype what they are
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void scatterv(
            Object sendbuf,
            int[] sendcount,
            int[] displs,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int root)
            throws MPIException {
        RootedCollectives.scatterv(
                Way.BLOCKING,
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
     * The root's part of {@link #scatterv(Object, int[], int[], Datatype, Object, int, Datatype, int)}, in place.
     *
     * @param sendbuf the data, of which the root's own stays where it is
     * @param sendcount number of elements of each rank
     * @param displs index at which each rank's begin
     * @param sendtype what they are
     * @param root this rank
     * @throws MPIException when an argument is invalid, or called anywhere but at the root
     */
    public final void scatterv(Object sendbuf, int[] sendcount, int[] displs, Datatype sendtype, int root)
            throws MPIException {
        Communicator comm = communicator();
        boolean inPlace = Arguments.rootOnly(comm, root, "scatterv in place");
        RootedCollectives.scatterv(
                Way.BLOCKING, comm, sendbuf, sendcount, displs, sendtype, null, 0, null, root, inPlace);
    }

    /**
     * The part in {@link #scatterv(Object, int[], int[], Datatype, Object, int, Datatype, int)} of everybody but the root.
     *
     * @param recvbuf where this rank's data goes, from index 0 on
     * @param recvcount number of elements of this rank
     * @param recvtype what they are
     * @param root the root's rank
     * @throws MPIException when an argument is invalid, or called at the root
     */
    public final void scatterv(Object recvbuf, int recvcount, Datatype recvtype, int root) throws MPIException {
        Communicator comm = communicator();
        Arguments.notRoot(comm, root, "scatterv without a send buffer");
        RootedCollectives.scatterv(
                Way.BLOCKING, comm, null, null, null, null, recvbuf, recvcount, recvtype, root, false);
    }
}
