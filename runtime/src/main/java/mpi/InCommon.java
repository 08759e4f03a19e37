package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.collectives.Collective;
import io.jmpi.commons.Commons;
import io.jmpi.commons.MismatchException;
import io.jmpi.data.UserMemory;

/** Collectives in memory that all members share, once their arguments have been checked, and which calls take them. */
final class InCommon {

    private InCommon() {}

    static void bcast(Commons commons, Object buf, long offset, long count, Datatype type, int root) {
        Object target = type.isMapped() ? type.map(buf, offset) : buf;
        long length = type.units(count) * type.element().size();
        try {
            commons.bcast(target, UserMemory.of(target), type.position(offset), length, root);
        } catch (MismatchException e) {
            throw new MPIException(MPI.ERR_TRUNCATE, e.getMessage(), e);
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
        long length = count * type.unit();
        try {
            commons.allReduce(
                    sendbuf, from, recvbuf, type.position(recvOffset), length, type.unit(), op.reduction(type));
        } catch (MismatchException e) {
            throw new MPIException(MPI.ERR_TRUNCATE, e.getMessage(), e);
        }
    }
}
