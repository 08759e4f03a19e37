package mpi;

import io.jmpi.coll.Communicator;

/**
 * Collectives whose result everybody gets, part of {@link Comm}. Collectives are calls that all members make, in the same
 * order, with matching arguments (MPI 4.1, chapter 6).
 *
 * <p>A form without a send buffer works in place: this rank's contribution is already where the result goes. Buffers that
 * do not matter at a rank, such as a gather's receive buffer anywhere but at the root, may be null there.
 */
abstract class CollectiveCalls extends RootedCalls {

    CollectiveCalls() {}

    /**
     * Waits until all members have called it.
     *
     * @throws MPIException when the communicator is null
     */
    public final void barrier() throws MPIException {
        Communicator comm = communicator();
        if (InCommon.takesBarrier(comm)) {
            comm.commons().barrier();
            return;
        }
        Way.BLOCKING.run(comm, comm.schedules().barrier(), MPI.BYTE, MPI.BYTE, null, 0, MPI.BYTE, null, 0, null);
    }

    /**
     * Combines the members' data, element by element, everywhere.
     *
     * @param sendbuf this rank's data, from index 0 on
     * @param recvbuf where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @throws MPIException when an argument is invalid
     */
    public final void allReduce(Object sendbuf, Object recvbuf, int count, Datatype type, Op op) throws MPIException {
        Reductions.allReduce(Way.BLOCKING, communicator(), sendbuf, 0, recvbuf, 0, count, type, op, false);
    }

    /**
     * Like {@link #allReduce(Object, Object, int, Datatype, Op)}, in place.
     *
     * @param buf this rank's data, and where the result goes
     * @param count number of elements, the same everywhere
     * @param type what they are
     * @param op how they are combined
     * @throws MPIException when an argument is invalid
     */
    public final void allReduce(Object buf, int count, Datatype type, Op op) throws MPIException {
        Reductions.allReduce(Way.BLOCKING, communicator(), null, 0, buf, 0, count, type, op, true);
    }

    /**
     * Like {@link #allReduce(Object, Object, int, Datatype, Op)}, the whole of the send buffer.
     *
     * @param sendbuf this rank's data
     * @param recvbuf where the result goes
     * @param op how the elements are combined
     * @throws MPIException when an argument is invalid
     */
    public final void allReduce(Object sendbuf, Object recvbuf, Op op) throws MPIException {
        Region from = region(sendbuf);
        Reductions.allReduce(
                Way.BLOCKING,
                communicator(),
                sendbuf,
                from.offset(),
                recvbuf,
                region(recvbuf).offset(),
                from.count(),
                from.type(),
                op,
                false);
    }

    /**
     * Like {@link #allReduce(Object, Object, int, Datatype, Op)}, parts of two buffers.
     *
     * @param sendbuf this rank's data
     * @param sendoffset index of the first element
     * @param recvbuf where the result goes
     * @param recvoffset index at which it begins
     * @param count number of elements, the same everywhere
     * @param op how they are combined
     * @throws MPIException when an argument is invalid
     */
    public final void allReduce(Object sendbuf, int sendoffset, Object recvbuf, int recvoffset, int count, Op op)
            throws MPIException {
        Region from = region(sendbuf, sendoffset, count);
        Reductions.allReduce(
                Way.BLOCKING, communicator(), sendbuf, sendoffset, recvbuf, recvoffset, count, from.type(), op, false);
    }

    /**
     * Brings the members' data together everywhere, in the order of ranks.
     *
     * @param sendbuf this rank's data, from index 0 on
     * @param sendcount number of elements of this rank, the same everywhere
     * @param sendtype what they are
     * @param recvbuf where they go: rank i's at i * recvcount
     * @param recvcount number of elements of each rank
     * @param recvtype what they are
     * @throws MPIException when an argument is invalid
     */
    public final void allGather(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype)
            throws MPIException {
        Exchanges.allGather(
                Way.BLOCKING, communicator(), sendbuf, 0, sendcount, sendtype, recvbuf, 0, recvcount, recvtype, false);
    }

    /**
     * Like {@link #allGather(Object, int, Datatype, Object, int, Datatype)}, in place.
     *
     * @param buf where the data goes, with this rank's own at its place
     * @param count number of elements of each rank
     * @param type what they are
     * @throws MPIException when an argument is invalid
     */
    public final void allGather(Object buf, int count, Datatype type) throws MPIException {
        Exchanges.allGather(Way.BLOCKING, communicator(), null, 0, count, type, buf, 0, count, type, true);
    }

    /**
     * Like {@link #allGather(Object, int, Datatype, Object, int, Datatype)}, the whole of the send buffer.
     *
     * @param sendbuf this rank's data
     * @param recvbuf where the data goes
     * @throws MPIException when an argument is invalid
     */
    public final void allGather(Object sendbuf, Object recvbuf) throws MPIException {
        Region from = region(sendbuf);
        Region to = region(recvbuf);
        Exchanges.allGather(
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
                false);
    }

    /**
     * Like {@link #allGather(Object, int, Datatype, Object, int, Datatype)}, parts of two buffers.
     *
     * @param sendbuf this rank's data
     * @param sendoffset index of the first element
     * @param recvbuf where the data goes
     * @param recvoffset index at which rank 0's begins
     * @param count number of elements of each rank
     * @throws MPIException when an argument is invalid
     */
    public final void allGather(Object sendbuf, int sendoffset, Object recvbuf, int recvoffset, int count)
            throws MPIException {
        Datatype from = region(sendbuf, sendoffset, count).type();
        Datatype to = region(recvbuf, recvoffset, count).type();
        Exchanges.allGather(
                Way.BLOCKING, communicator(), sendbuf, sendoffset, count, from, recvbuf, recvoffset, count, to, false);
    }
}
