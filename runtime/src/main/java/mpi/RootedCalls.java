package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.collectives.Collectives;
import io.jmpi.collectives.Schedule;
import io.jmpi.data.Operator;

/**
 * Collectives with a root: data goes out from one rank, or comes together there. Part of {@link Comm}; see
 * {@link CollectiveCalls} for what holds for all collectives.
 */
abstract class RootedCalls extends Messages {

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
        bcast(buf, 0, count, type, root);
    }

    /**
     * Like {@link #bcast(Object, int, Datatype, int)}, the whole of a buffer.
     *
     * @param buf the data at the root, where it goes elsewhere
     * @param root the root's rank
     * @throws MPIException when an argument is invalid
     */
    public final void bcast(Object buf, int root) throws MPIException {
        Region region = Region.of(buf);
        bcast(buf, region.offset(), region.count(), region.type(), root);
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
        bcast(buf, offset, count, Region.of(buf, offset, count).type(), root);
    }

    private void bcast(Object buf, long offset, long count, Datatype type, int root) {
        Communicator comm = communicator();
        Arguments.root(comm, root);
        if (comm.rank() == root) {
            Arguments.buffer(buf, offset, count, type);
        } else {
            Arguments.writable(buf, offset, count, type);
        }
        Schedule schedule = comm.schedules().bcast(root, count, type.element().size());
        comm.run(
                schedule, type.element(), null, 0, buf, offset << type.element().shift(), null);
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
        reduce(sendbuf, 0, recvbuf, 0, count, type, op, root, false);
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
        boolean inPlace = communicator().rank() == root;
        reduce(inPlace ? null : buf, 0, inPlace ? buf : null, 0, count, type, op, root, inPlace);
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
        Region from = Region.of(sendbuf);
        int to = communicator().rank() == root ? Region.of(recvbuf).offset() : 0;
        reduce(sendbuf, from.offset(), recvbuf, to, from.count(), from.type(), op, root, false);
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
        Region from = Region.of(sendbuf, sendoffset, count);
        reduce(sendbuf, sendoffset, recvbuf, recvoffset, count, from.type(), op, root, false);
    }

    private void reduce(
            Object sendbuf,
            long sendOffset,
            Object recvbuf,
            long recvOffset,
            long count,
            Datatype type,
            Op op,
            int root,
            boolean inPlace) {
        Communicator comm = communicator();
        Arguments.root(comm, root);
        if (!inPlace) {
            Arguments.buffer(sendbuf, sendOffset, count, type);
        }
        if (comm.rank() == root) {
            Arguments.writable(recvbuf, recvOffset, count, type);
        }
        Arguments.operation(op, type);
        int size = type.element().size();
        Schedule schedule = comm.schedules().reduce(root, count, size, op.isCommutative(), inPlace);
        run(comm, schedule, type, sendbuf, sendOffset, recvbuf, recvOffset, op.operator());
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
        gather(sendbuf, 0, sendcount, sendtype, recvbuf, 0, recvcount, recvtype, root, false);
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
        boolean inPlace = communicator().rank() == root;
        gather(inPlace ? null : buf, 0, count, type, inPlace ? buf : null, 0, count, type, root, inPlace);
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
        Region from = Region.of(sendbuf);
        Region to = communicator().rank() == root ? Region.of(recvbuf) : from;
        gather(
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
        Datatype from = Region.of(sendbuf, sendoffset, count).type();
        Datatype to = communicator().rank() == root
                ? Region.of(recvbuf, recvoffset, count).type()
                : from;
        gather(sendbuf, sendoffset, count, from, recvbuf, recvoffset, count, to, root, false);
    }

    private void gather(
            Object sendbuf,
            long sendOffset,
            long sendcount,
            Datatype sendtype,
            Object recvbuf,
            long recvOffset,
            long recvcount,
            Datatype recvtype,
            int root,
            boolean inPlace) {
        Communicator comm = communicator();
        Arguments.root(comm, root);
        boolean isRoot = comm.rank() == root;
        if (!inPlace) {
            Arguments.buffer(sendbuf, sendOffset, sendcount, sendtype);
        }
        if (isRoot) {
            Arguments.writable(recvbuf, recvOffset, recvcount * comm.size(), recvtype);
        }
        Datatype type = isRoot ? recvtype : sendtype;
        long count = isRoot ? recvcount : sendcount;
        if (isRoot && !inPlace) {
            Arguments.sameAmount(sendcount, sendtype, recvcount, recvtype);
        }
        Schedule schedule = comm.schedules().gather(root, count, type.element().size(), inPlace);
        run(comm, schedule, type, sendbuf, sendOffset, recvbuf, recvOffset, null);
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
        Communicator comm = communicator();
        Arguments.root(comm, root);
        Arguments.buffer(sendbuf, 0, sendcount, sendtype);
        if (comm.rank() == root) {
            Arguments.vector(comm, recvbuf, recvcount, displs, recvtype);
            Arguments.sameAmount(sendcount, sendtype, recvcount[root], recvtype);
            Schedule schedule = Collectives.gatherv(root, comm.size(), root, sendcount, recvcount, displs, false);
            run(comm, schedule, recvtype, sendbuf, 0, recvbuf, 0, null);
        } else {
            sendToRoot(comm, sendbuf, sendcount, sendtype, root);
        }
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
        Arguments.rootOnly(comm, root, "gatherv in place");
        Arguments.vector(comm, recvbuf, recvcount, displs, recvtype);
        Schedule schedule = Collectives.gatherv(root, comm.size(), root, recvcount[root], recvcount, displs, true);
        run(comm, schedule, recvtype, null, 0, recvbuf, 0, null);
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
        Arguments.buffer(sendbuf, 0, sendcount, sendtype);
        sendToRoot(comm, sendbuf, sendcount, sendtype, root);
    }

    private static void sendToRoot(Communicator comm, Object sendbuf, int sendcount, Datatype sendtype, int root) {
        Schedule schedule = Collectives.gatherv(comm.rank(), comm.size(), root, sendcount, null, null, false);
        run(comm, schedule, sendtype, sendbuf, 0, null, 0, null);
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
        scatter(sendbuf, 0, sendcount, sendtype, recvbuf, 0, recvcount, recvtype, root, false);
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
        boolean inPlace = communicator().rank() == root;
        scatter(inPlace ? buf : null, 0, count, type, inPlace ? null : buf, 0, count, type, root, inPlace);
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
        Region to = Region.of(recvbuf);
        Region from = communicator().rank() == root ? Region.of(sendbuf) : to;
        scatter(
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
        Datatype to = Region.of(recvbuf, recvoffset, count).type();
        Datatype from = communicator().rank() == root
                ? Region.of(sendbuf, sendoffset, count).type()
                : to;
        scatter(sendbuf, sendoffset, count, from, recvbuf, recvoffset, count, to, root, false);
    }

    private void scatter(
            Object sendbuf,
            long sendOffset,
            long sendcount,
            Datatype sendtype,
            Object recvbuf,
            long recvOffset,
            long recvcount,
            Datatype recvtype,
            int root,
            boolean inPlace) {
        Communicator comm = communicator();
        Arguments.root(comm, root);
        boolean isRoot = comm.rank() == root;
        if (isRoot) {
            Arguments.buffer(sendbuf, sendOffset, sendcount * comm.size(), sendtype);
        }
        if (!inPlace) {
            Arguments.writable(recvbuf, recvOffset, recvcount, recvtype);
        }
        Datatype type = isRoot ? sendtype : recvtype;
        long count = isRoot ? sendcount : recvcount;
        if (isRoot && !inPlace) {
            Arguments.sameAmount(sendcount, sendtype, recvcount, recvtype);
        }
        Schedule schedule = comm.schedules().scatter(root, count, type.element().size(), inPlace);
        run(comm, schedule, type, sendbuf, sendOffset, recvbuf, recvOffset, null);
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
        Communicator comm = communicator();
        Arguments.root(comm, root);
        Arguments.writable(recvbuf, 0, recvcount, recvtype);
        if (comm.rank() == root) {
            Arguments.vector(comm, sendbuf, sendcount, displs, sendtype);
            Arguments.sameAmount(sendcount[root], sendtype, recvcount, recvtype);
            Schedule schedule = Collectives.scatterv(root, comm.size(), root, sendcount, displs, recvcount, false);
            run(comm, schedule, sendtype, sendbuf, 0, recvbuf, 0, null);
        } else {
            receiveFromRoot(comm, recvbuf, recvcount, recvtype, root);
        }
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
        Arguments.rootOnly(comm, root, "scatterv in place");
        Arguments.vector(comm, sendbuf, sendcount, displs, sendtype);
        Schedule schedule = Collectives.scatterv(root, comm.size(), root, sendcount, displs, sendcount[root], true);
        run(comm, schedule, sendtype, sendbuf, 0, null, 0, null);
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
        Arguments.writable(recvbuf, 0, recvcount, recvtype);
        receiveFromRoot(comm, recvbuf, recvcount, recvtype, root);
    }

    private static void receiveFromRoot(Communicator comm, Object recvbuf, int recvcount, Datatype recvtype, int root) {
        Schedule schedule = Collectives.scatterv(comm.rank(), comm.size(), root, null, null, recvcount, false);
        run(comm, schedule, recvtype, null, 0, recvbuf, 0, null);
    }

    static void run(
            Communicator comm,
            Schedule schedule,
            Datatype type,
            Object input,
            long inputOffset,
            Object output,
            long outputOffset,
            Operator operator) {
        int shift = type.element().shift();
        comm.run(schedule, type.element(), input, inputOffset << shift, output, outputOffset << shift, operator);
    }
}
