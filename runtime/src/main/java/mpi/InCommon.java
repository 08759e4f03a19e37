package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.commons.Commons;
import io.jmpi.data.UserMemory;

/** Collectives in memory that all members share, once their arguments have been checked. */
final class InCommon {

    /**
     * Bytes up to which a reduction is carried out here, measured with 4, 8 and 16 ranks on two processors: beyond it costs
     * more that one rank combines all than that messages are copied twice.
     */
    private static final int LONGEST_OF_FEW = 16 << 10;

    private static final int LONGEST_OF_MANY = 128 << 10;
    private static final int MANY = 8;

    private InCommon() {}

    static void bcast(Commons commons, Object buf, long offset, long count, Datatype type, int root) {
        Object target = type.isMapped() ? type.map(buf, offset) : buf;
        long length = type.units(count) * type.element().size();
        try {
            commons.bcast(target, UserMemory.of(target), type.position(offset), length, root);
        } catch (IllegalStateException e) {
            throw new MPIException(MPI.ERR_TRUNCATE, e.getMessage(), e);
        }
    }

    /** Whether a reduction is carried out so: it works on basic elements, not too many. */
    static boolean takes(Communicator comm, long count, Datatype type, Op op) {
        int longest = comm.size() < MANY ? LONGEST_OF_FEW : LONGEST_OF_MANY;
        return comm.commons() != null
                && count * type.unit() <= longest
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
        } catch (IllegalStateException e) {
            throw new MPIException(MPI.ERR_TRUNCATE, e.getMessage(), e);
        }
    }
}
