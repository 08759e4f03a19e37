package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.coll.Schedules;
import io.jmpi.collectives.Collective;
import io.jmpi.collectives.Schedule;

/**
 * The reductions whose result everybody gets, or a part of it, whichever way they are carried out: arguments checked, a
 * schedule found.
 */
final class Reductions {

    private Reductions() {}

    static <R> R allReduce(
            Way<R> way,
            Communicator comm,
            Object sendbuf,
            long sendOffset,
            Object recvbuf,
            long recvOffset,
            long count,
            Datatype type,
            Op op,
            boolean inPlace) {
        check(comm, sendbuf, sendOffset, count, recvbuf, recvOffset, count, type, op, inPlace, "allReduce in place");
        if (InCommon.takes(way, comm, Collective.ALL_REDUCE, count, type, op)) {
            Object input = inPlace ? null : sendbuf;
            InCommon.reduce(comm, Collective.ALL_REDUCE, input, sendOffset, recvbuf, recvOffset, count, type, op, 0);
            return null;
        }
        int unit = type.unit();
        Schedule schedule = comm.schedules().allReduce(count, unit, op.isCommutative(), inPlace);
        return run(way, comm, schedule, type, op, sendbuf, sendOffset, recvbuf, recvOffset);
    }

    static <R> R reduceScatterBlock(
            Way<R> way,
            Communicator comm,
            Object sendbuf,
            Object recvbuf,
            long recvcount,
            Datatype type,
            Op op,
            boolean inPlace) {
        long total = recvcount * comm.size();
        long written = inPlace ? total : recvcount;
        check(comm, sendbuf, 0, total, recvbuf, 0, written, type, op, inPlace, "reduceScatterBlock in place");
        if (InCommon.takes(way, comm, Collective.REDUCE_SCATTER, recvcount, type, op)) {
            Object input = inPlace ? null : sendbuf;
            InCommon.reduce(comm, Collective.REDUCE_SCATTER, input, 0, recvbuf, 0, recvcount, type, op, 0);
            return null;
        }
        int unit = type.unit();
        Schedule schedule = comm.schedules().reduceScatterBlock(recvcount, unit, op.isCommutative(), inPlace);
        return run(way, comm, schedule, type, op, sendbuf, 0, recvbuf, 0);
    }

    static <R> R reduceScatter(
            Way<R> way,
            Communicator comm,
            Object sendbuf,
            Object recvbuf,
            int[] recvcounts,
            Datatype type,
            Op op,
            boolean inPlace) {
        long total = Arguments.total(comm.size(), recvcounts);
        long written = inPlace ? total : recvcounts[comm.rank()];
        check(comm, sendbuf, 0, total, recvbuf, 0, written, type, op, inPlace, "reduceScatter in place");
        int unit = type.unit();
        Schedule schedule = comm.schedules().reduceScatter(recvcounts, unit, op.isCommutative(), inPlace);
        return run(way, comm, schedule, type, op, sendbuf, 0, recvbuf, 0);
    }

    static <R> R scan(
            Way<R> way,
            Communicator comm,
            Object sendbuf,
            Object recvbuf,
            long count,
            Datatype type,
            Op op,
            boolean exclusive,
            boolean inPlace) {
        Arguments.withinOneGroup(comm, "scan");
        check(comm, sendbuf, 0, count, recvbuf, 0, count, type, op, inPlace, "scan in place");
        Collective collective = exclusive ? Collective.EX_SCAN : Collective.SCAN;
        if (InCommon.takes(way, comm, collective, count, type, op)) {
            InCommon.reduce(comm, collective, inPlace ? null : sendbuf, 0, recvbuf, 0, count, type, op, 0);
            return null;
        }
        Schedules schedules = comm.schedules();
        Schedule schedule = exclusive ? schedules.exScan(count, inPlace) : schedules.scan(count, inPlace);
        return run(way, comm, schedule, type, op, sendbuf, 0, recvbuf, 0);
    }

    static void reduceLocal(Object inBuf, Object inOutBuf, long count, Datatype type, Op op) {
        Arguments.buffer(inBuf, 0, count, type);
        Arguments.writable(inOutBuf, 0, count, type);
        Arguments.operation(op, type);
        if (count != 0) {
            Object in = type.isMapped() ? type.map(inBuf, 0) : inBuf;
            Object inOut = type.isMapped() ? type.map(inOutBuf, 0) : inOutBuf;
            op.reduction(type).reduce(in, type.position(0), inOut, type.position(0), count);
        }
    }

    private static void check(
            Communicator comm,
            Object sendbuf,
            long sendOffset,
            long sendCount,
            Object recvbuf,
            long recvOffset,
            long recvCount,
            Datatype type,
            Op op,
            boolean inPlace,
            String call) {
        if (inPlace) {
            Arguments.withinOneGroup(comm, call);
        } else {
            Arguments.buffer(sendbuf, sendOffset, sendCount, type);
        }
        Arguments.writable(recvbuf, recvOffset, recvCount, type);
        Arguments.operation(op, type);
    }

    private static <R> R run(
            Way<R> way,
            Communicator comm,
            Schedule schedule,
            Datatype type,
            Op op,
            Object sendbuf,
            long sendOffset,
            Object recvbuf,
            long recvOffset) {
        return way.run(comm, schedule, type, type, sendbuf, sendOffset, type, recvbuf, recvOffset, op.reduction(type));
    }
}
