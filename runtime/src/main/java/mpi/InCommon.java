package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.coll.HostCopy;
import io.jmpi.collectives.Collective;
import io.jmpi.commons.Commons;
import io.jmpi.commons.MismatchException;
import io.jmpi.data.ForeignBuffer;
import io.jmpi.data.UserMemory;

/** Collectives in memory that all members share, once their arguments have been checked, and which calls take them. */
final class InCommon {

    private InCommon() {}

    static void bcast(Commons commons, Object buf, long offset, long count, Datatype type, int root) {
        Object target = type.isMapped() ? type.map(buf, offset) : buf;
        long length = type.units(count) * type.element().size();
        long from = type.position(offset);
        UserMemory memory = UserMemory.of(target);
        memory.begin(from, length);
        try {
            commons.bcast(target, memory, from, length, root);
        } catch (MismatchException e) {
            throw new MPIException(MPI.ERR_TRUNCATE, e.getMessage(), e);
        } finally {
            memory.end();
        }
    }

    static boolean takesBarrier(Communicator comm) {
        return comm.takesCommons(Collective.BARRIER, 0);
    }

    static boolean takesBcast(Communicator comm, long count, Datatype type) {
        return comm.takesCommons(
                Collective.BCAST, type.units(count) * type.element().size());
    }

    static boolean takesAllReduce(Communicator comm, long count, Datatype type, Op op) {
        return comm.takesCommons(Collective.ALL_REDUCE, count * type.unit())
                && type.isElementary()
                && !type.isMapped()
                && op.isPredefined();
    }

    static void allReduce(
            Commons commons,
            Object sendbuf,
            long sendOffset,
            Object recvbuf,
            long recvOffset,
            long count,
            Datatype type,
            Op op) {
        long from = sendbuf == null ? 0 : type.position(sendOffset);
        long to = type.position(recvOffset);
        long length = count * type.unit();
        if (sendbuf instanceof ForeignBuffer foreign) {
            HostCopy input = HostCopy.of(foreign, from, length, true, false);
            try {
                reduceInto(commons, input.load(), 0, recvbuf, to, length, type, op);
            } finally {
                input.end();
            }
        } else {
            reduceInto(commons, sendbuf, from, recvbuf, to, length, type, op);
        }
    }

    /** Offsets and length are bytes. */
    private static void reduceInto(
            Commons commons, Object input, long from, Object output, long to, long length, Datatype type, Op op) {
        if (output instanceof ForeignBuffer foreign) {
            HostCopy copy = HostCopy.of(foreign, to, length, input == null, true);
            try {
                run(commons, input, from, copy.load(), 0, length, type, op);
                copy.store();
            } finally {
                copy.end();
            }
        } else {
            run(commons, input, from, output, to, length, type, op);
        }
    }

    private static void run(
            Commons commons, Object input, long from, Object output, long to, long length, Datatype type, Op op) {
        try {
            commons.allReduce(input, from, output, to, length, type.unit(), op.reduction(type));
        } catch (MismatchException e) {
            throw new MPIException(MPI.ERR_TRUNCATE, e.getMessage(), e);
        }
    }
}
