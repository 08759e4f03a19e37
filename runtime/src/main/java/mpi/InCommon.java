package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.coll.HostCopy;
import io.jmpi.collectives.Collective;
import io.jmpi.commons.Commons;
import io.jmpi.commons.MismatchException;
import io.jmpi.data.ForeignBuffer;
import io.jmpi.data.UserMemory;

/** Collectives in memory that members share, once their arguments have been checked, and which calls take them. */
final class InCommon {

    private InCommon() {}

    static boolean takesBarrier(Communicator comm) {
        return comm.takesCommons(Collective.BARRIER, 0);
    }

    /** Whether a blocking collective on so many items of each rank does. */
    static boolean takes(Way<?> way, Communicator comm, Collective collective, long count, Datatype type) {
        return way == Way.BLOCKING
                && comm.takesCommons(collective, collective.decisive(length(count, type), comm.size()));
    }

    /** The same for one that reduces. */
    static boolean takes(Way<?> way, Communicator comm, Collective collective, long count, Datatype type, Op op) {
        return takes(way, comm, collective, count, type)
                && type.isElementary()
                && !type.isMapped()
                && op.isPredefined();
    }

    private static long length(long count, Datatype type) {
        return type.units(count) * type.element().size();
    }

    static void bcast(Communicator comm, Object buf, long offset, long count, Datatype type, int root) {
        Object target = type.isMapped() ? type.map(buf, offset) : buf;
        long from = type.position(offset);
        long length = length(count, type);
        comm.commons().of(type.element());
        if (!(target instanceof ForeignBuffer foreign)) {
            run(comm, Collective.BCAST, null, 0, target, from, length, root);
        } else if (comm.commons().takesForeign()) {
            bcastInPieces(comm, foreign, from, length, root);
        } else {
            bcastCopy(comm, foreign, from, length, root);
        }
    }

    private static void bcastInPieces(Communicator comm, ForeignBuffer foreign, long from, long length, int root) {
        UserMemory memory = foreign.memory();
        memory.begin(from, length);
        try {
            run(comm, Collective.BCAST, null, 0, memory, from, length, root);
        } finally {
            memory.end();
        }
    }

    private static void bcastCopy(Communicator comm, ForeignBuffer foreign, long from, long length, int root) {
        boolean gives = comm.rank() == root;
        HostCopy copy = HostCopy.of(foreign, from, length, gives, !gives);
        try {
            run(comm, Collective.BCAST, null, 0, copy.load(), 0, length, root);
            copy.store();
        } finally {
            copy.end();
        }
    }

    /**
     * A collective that moves data.
     *
     * @param input null in place
     * @param output null at a rank that gets nothing
     * @param count items of each rank, or for each
     * @param type of which these are
     */
    static void move(
            Communicator comm,
            Collective collective,
            Datatype inputType,
            Object input,
            long inputIndex,
            Datatype outputType,
            Object output,
            long outputIndex,
            long count,
            Datatype type,
            int root) {
        long from = input == null ? 0 : inputType.position(inputIndex);
        long to = output == null ? 0 : outputType.position(outputIndex);
        Object source = input == null || !inputType.isMapped() ? input : inputType.map(input, inputIndex);
        Object target = output == null || !outputType.isMapped() ? output : outputType.map(output, outputIndex);
        comm.commons().of(type.element());
        onHost(comm, collective, source, from, target, to, length(count, type), root);
    }

    /** One that reduces. */
    static void reduce(
            Communicator comm,
            Collective collective,
            Object input,
            long inputIndex,
            Object output,
            long outputIndex,
            long count,
            Datatype type,
            Op op,
            int root) {
        comm.commons().of(type.element()).reducing(type.unit(), op.reduction(type));
        long from = input == null ? 0 : type.position(inputIndex);
        long to = output == null ? 0 : type.position(outputIndex);
        onHost(comm, collective, input, from, output, to, length(count, type), root);
    }

    /** Brings what a device holds into host memory meanwhile. */
    private static void onHost(
            Communicator comm,
            Collective collective,
            Object input,
            long from,
            Object output,
            long to,
            long length,
            int root) {
        if (input instanceof ForeignBuffer foreign) {
            HostCopy copy = HostCopy.of(foreign, from, length * blocksIn(collective, comm.size()), true, false);
            try {
                outputOnHost(comm, collective, copy.load(), 0, output, to, length, root);
            } finally {
                copy.end();
            }
        } else {
            outputOnHost(comm, collective, input, from, output, to, length, root);
        }
    }

    private static void outputOnHost(
            Communicator comm,
            Collective collective,
            Object input,
            long from,
            Object output,
            long to,
            long length,
            int root) {
        if (output instanceof ForeignBuffer foreign) {
            int blocks = blocksOut(collective, comm.size(), input == null);
            HostCopy copy = HostCopy.of(foreign, to, length * blocks, true, true);
            try {
                run(comm, collective, input, from, copy.load(), 0, length, root);
                copy.store();
            } finally {
                copy.end();
            }
        } else {
            run(comm, collective, input, from, output, to, length, root);
        }
    }

    private static int blocksIn(Collective collective, int ranks) {
        return switch (collective) {
            case SCATTER, ALL_TO_ALL, REDUCE_SCATTER -> ranks;
            default -> 1;
        };
    }

    /** In place, a vector to be scattered lies where a block of the result goes. */
    private static int blocksOut(Collective collective, int ranks, boolean inPlace) {
        return switch (collective) {
            case GATHER, ALL_GATHER, ALL_TO_ALL -> ranks;
            case REDUCE_SCATTER -> inPlace ? ranks : 1;
            default -> 1;
        };
    }

    private static void run(
            Communicator comm,
            Collective collective,
            Object input,
            long from,
            Object output,
            long to,
            long length,
            int root) {
        Commons commons = comm.commons();
        try {
            commons.between(input, from, output, to).run(collective, length, root);
        } catch (MismatchException e) {
            throw new MPIException(MPI.ERR_TRUNCATE, e.getMessage(), e);
        }
    }
}
