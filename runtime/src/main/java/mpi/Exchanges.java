package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.collectives.Collective;
import io.jmpi.collectives.Schedule;

/**
 * The collectives that bring data of everybody to everybody, whichever way they are carried out: arguments checked, a
 * schedule found.
 */
final class Exchanges {

    private Exchanges() {}

    static <R> R allGather(
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
            boolean inPlace) {
        if (inPlace) {
            Arguments.withinOneGroup(comm, "allGather in place");
        } else {
            Arguments.buffer(sendbuf, sendOffset, sendcount, sendtype);
            if (!comm.isInter()) {
                Arguments.sameAmount(sendcount, sendtype, recvcount, recvtype);
            }
        }
        Arguments.writable(recvbuf, recvOffset, recvcount * comm.peers().size(), recvtype);
        if (InCommon.takes(way, comm, Collective.ALL_GATHER, recvcount, recvtype)) {
            Object input = inPlace ? null : sendbuf;
            InCommon.move(
                    comm,
                    Collective.ALL_GATHER,
                    sendtype,
                    input,
                    sendOffset,
                    recvtype,
                    recvbuf,
                    recvOffset,
                    recvcount,
                    recvtype,
                    0);
            return null;
        }
        Schedule schedule = comm.schedules()
                .allGather(
                        inPlace ? 0 : sendtype.units(sendcount),
                        recvtype.units(recvcount),
                        recvtype.element().size(),
                        inPlace);
        return way.run(comm, schedule, recvtype, sendtype, sendbuf, sendOffset, recvtype, recvbuf, recvOffset, null);
    }

    static <R> R allGatherv(
            Way<R> way,
            Communicator comm,
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            Datatype recvtype,
            boolean inPlace) {
        Arguments.writableVector(comm, recvbuf, recvcounts, displs, recvtype);
        if (inPlace) {
            Arguments.withinOneGroup(comm, "allGatherv in place");
        } else {
            Arguments.buffer(sendbuf, 0, sendcount, sendtype);
            if (!comm.isInter()) {
                Arguments.sameAmount(sendcount, sendtype, recvcounts[comm.rank()], recvtype);
            }
        }
        Schedule schedule = comm.schedules()
                .allGatherv(
                        inPlace ? 0 : sendtype.units(sendcount),
                        recvtype.units(recvcounts),
                        recvtype.units(displs),
                        recvtype.element().size(),
                        inPlace);
        return way.run(comm, schedule, recvtype, sendtype, sendbuf, 0, recvtype, recvbuf, 0, null);
    }

    static <R> R allToAll(
            Way<R> way,
            Communicator comm,
            Object sendbuf,
            long sendcount,
            Datatype sendtype,
            Object recvbuf,
            long recvcount,
            Datatype recvtype,
            boolean inPlace) {
        if (inPlace) {
            Arguments.withinOneGroup(comm, "allToAll in place");
        } else {
            Arguments.buffer(sendbuf, 0, sendcount * comm.peers().size(), sendtype);
            if (!comm.isInter()) {
                Arguments.sameAmount(sendcount, sendtype, recvcount, recvtype);
            }
        }
        Arguments.writable(recvbuf, 0, recvcount * comm.peers().size(), recvtype);
        if (InCommon.takes(way, comm, Collective.ALL_TO_ALL, recvcount, recvtype)) {
            Object input = inPlace ? null : sendbuf;
            InCommon.move(
                    comm, Collective.ALL_TO_ALL, sendtype, input, 0, recvtype, recvbuf, 0, recvcount, recvtype, 0);
            return null;
        }
        Schedule schedule = comm.schedules()
                .allToAll(
                        inPlace ? 0 : sendtype.units(sendcount),
                        recvtype.units(recvcount),
                        recvtype.element().size(),
                        inPlace);
        return way.run(comm, schedule, recvtype, sendtype, sendbuf, 0, recvtype, recvbuf, 0, null);
    }

    static <R> R allToAllv(
            Way<R> way,
            Communicator comm,
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            Datatype recvtype,
            boolean inPlace) {
        Arguments.writableVector(comm, recvbuf, recvcounts, rdispls, recvtype);
        if (inPlace) {
            Arguments.withinOneGroup(comm, "allToAllv in place");
        } else {
            Arguments.vector(comm, sendbuf, sendcounts, sdispls, sendtype);
            if (!comm.isInter()) {
                int self = comm.rank();
                Arguments.sameAmount(sendcounts[self], sendtype, recvcounts[self], recvtype);
            }
        }
        if (!inPlace && sendtype.element() != recvtype.element()) {
            throw Arguments.differentElements(sendtype, recvtype);
        }
        Schedule schedule = comm.schedules()
                .allToAllv(
                        inPlace ? null : sendtype.units(sendcounts),
                        inPlace ? null : sendtype.units(sdispls),
                        recvtype.units(recvcounts),
                        recvtype.units(rdispls),
                        inPlace);
        return way.run(comm, schedule, recvtype, sendtype, sendbuf, 0, recvtype, recvbuf, 0, null);
    }
}
