package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.collectives.Collective;
import io.jmpi.collectives.Schedule;

/**
 * The collectives with a root, whichever way they are carried out: arguments checked, a schedule found. What the arguments
 * mean says {@link RootedCalls}; an argument that does not matter at this rank is not looked at.
 */
final class RootedCollectives {

    private RootedCollectives() {}

    static <R> R bcast(Way<R> way, Communicator comm, Object buf, long offset, long count, Datatype type, int root) {
        Arguments.root(comm, root);
        boolean isRoot = comm.isRoot(root);
        if (isRoot) {
            Arguments.buffer(buf, offset, count, type);
        } else if (comm.facesRoot(root)) {
            Arguments.writable(buf, offset, count, type);
        } else {
            Arguments.type(type);
        }
        if (InCommon.takes(way, comm, Collective.BCAST, count, type)) {
            InCommon.bcast(comm, buf, offset, count, type, root);
            return null;
        }
        Schedule schedule =
                comm.schedules().bcast(root, type.units(count), type.element().size());
        return way.run(comm, schedule, type, type, null, 0, type, buf, offset, null);
    }

    static <R> R reduce(
            Way<R> way,
            Communicator comm,
            Object sendbuf,
            long sendOffset,
            Object recvbuf,
            long recvOffset,
            long count,
            Datatype type,
            Op op,
            int root,
            boolean inPlace) {
        Arguments.root(comm, root);
        if (!inPlace && comm.facesRoot(root)) {
            Arguments.buffer(sendbuf, sendOffset, count, type);
        }
        if (comm.isRoot(root)) {
            Arguments.writable(recvbuf, recvOffset, count, type);
        }
        Arguments.operation(op, type);
        Object output = comm.isRoot(root) ? recvbuf : null;
        if (InCommon.takes(way, comm, Collective.REDUCE, count, type, op)) {
            InCommon.reduce(comm, Collective.REDUCE, sendbuf, sendOffset, output, recvOffset, count, type, op, root);
            return null;
        }
        int unit = type.unit();
        Schedule schedule = comm.schedules().reduce(root, count, unit, op.isCommutative(), inPlace);
        return way.run(comm, schedule, type, type, sendbuf, sendOffset, type, output, recvOffset, op.reduction(type));
    }

    static <R> R gather(
            Way<R> way,
            Communicator comm,
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
        Arguments.root(comm, root);
        boolean isRoot = comm.isRoot(root);
        boolean sends = !inPlace && comm.facesRoot(root);
        if (sends) {
            Arguments.buffer(sendbuf, sendOffset, sendcount, sendtype);
        }
        if (isRoot) {
            Arguments.writable(recvbuf, recvOffset, recvcount * comm.peers().size(), recvtype);
        }
        if (isRoot && sends) {
            Arguments.sameAmount(sendcount, sendtype, recvcount, recvtype);
        }
        Datatype type = isRoot ? recvtype : sendtype;
        Arguments.type(type);
        long count = isRoot ? recvcount : sendcount;
        Object output = isRoot ? recvbuf : null;
        if (InCommon.takes(way, comm, Collective.GATHER, count, type)) {
            InCommon.move(
                    comm,
                    Collective.GATHER,
                    sendtype,
                    sends ? sendbuf : null,
                    sendOffset,
                    recvtype,
                    output,
                    recvOffset,
                    count,
                    type,
                    root);
            return null;
        }
        Schedule schedule =
                comm.schedules().gather(root, type.units(count), type.element().size(), inPlace);
        return way.run(comm, schedule, type, sendtype, sendbuf, sendOffset, recvtype, output, recvOffset, null);
    }

    static <R> R gatherv(
            Way<R> way,
            Communicator comm,
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            Datatype recvtype,
            int root,
            boolean inPlace) {
        Arguments.root(comm, root);
        boolean isRoot = comm.isRoot(root);
        boolean sends = !inPlace && comm.facesRoot(root);
        if (sends) {
            Arguments.buffer(sendbuf, 0, sendcount, sendtype);
        }
        if (isRoot) {
            Arguments.writableVector(comm, recvbuf, recvcounts, displs, recvtype);
            if (sends) {
                Arguments.sameAmount(sendcount, sendtype, recvcounts[root], recvtype);
            }
        }
        Datatype type = isRoot ? recvtype : sendtype;
        Arguments.type(type);
        Schedule schedule = comm.schedules()
                .gatherv(
                        root,
                        type.units(isRoot && !comm.isInter() ? recvcounts[root] : sendcount),
                        isRoot ? recvtype.units(recvcounts) : null,
                        isRoot ? recvtype.units(displs) : null,
                        inPlace);
        return way.run(
                comm, schedule, type, sendtype, sends ? sendbuf : null, 0, recvtype, isRoot ? recvbuf : null, 0, null);
    }

    static <R> R scatter(
            Way<R> way,
            Communicator comm,
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
        Arguments.root(comm, root);
        boolean isRoot = comm.isRoot(root);
        boolean receives = !inPlace && comm.facesRoot(root);
        if (isRoot) {
            Arguments.buffer(sendbuf, sendOffset, sendcount * comm.peers().size(), sendtype);
        }
        if (receives) {
            Arguments.writable(recvbuf, recvOffset, recvcount, recvtype);
        }
        if (isRoot && receives) {
            Arguments.sameAmount(sendcount, sendtype, recvcount, recvtype);
        }
        Datatype type = isRoot ? sendtype : recvtype;
        Arguments.type(type);
        long count = isRoot ? sendcount : recvcount;
        Object input = isRoot ? sendbuf : null;
        if (InCommon.takes(way, comm, Collective.SCATTER, count, type)) {
            InCommon.move(
                    comm,
                    Collective.SCATTER,
                    sendtype,
                    input,
                    sendOffset,
                    recvtype,
                    receives ? recvbuf : null,
                    recvOffset,
                    count,
                    type,
                    root);
            return null;
        }
        Schedule schedule =
                comm.schedules().scatter(root, type.units(count), type.element().size(), inPlace);
        return way.run(comm, schedule, type, sendtype, input, sendOffset, recvtype, recvbuf, recvOffset, null);
    }

    static <R> R scatterv(
            Way<R> way,
            Communicator comm,
            Object sendbuf,
            int[] sendcounts,
            int[] displs,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int root,
            boolean inPlace) {
        Arguments.root(comm, root);
        boolean isRoot = comm.isRoot(root);
        boolean receives = !inPlace && comm.facesRoot(root);
        if (isRoot) {
            Arguments.vector(comm, sendbuf, sendcounts, displs, sendtype);
        }
        if (receives) {
            Arguments.writable(recvbuf, 0, recvcount, recvtype);
            if (isRoot) {
                Arguments.sameAmount(sendcounts[root], sendtype, recvcount, recvtype);
            }
        }
        Datatype type = isRoot ? sendtype : recvtype;
        Arguments.type(type);
        Schedule schedule = comm.schedules()
                .scatterv(
                        root,
                        isRoot ? sendtype.units(sendcounts) : null,
                        isRoot ? sendtype.units(displs) : null,
                        type.units(isRoot && !comm.isInter() ? sendcounts[root] : recvcount),
                        inPlace);
        return way.run(
                comm,
                schedule,
                type,
                sendtype,
                isRoot ? sendbuf : null,
                0,
                recvtype,
                receives ? recvbuf : null,
                0,
                null);
    }
}
