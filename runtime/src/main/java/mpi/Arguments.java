package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.data.Element;
import io.jmpi.data.ForeignBuffer;
import io.jmpi.data.Layout;
import io.jmpi.data.UserMemory;

/** Checks of arguments. What is wrong is said with its value and what would be right. */
final class Arguments {

    private Arguments() {}

    /** The memory of a buffer, after checking that it holds {@code count} items from index {@code offset} on. */
    static UserMemory buffer(Object buf, long offset, long count, Datatype type) {
        type(type);
        if (count < 0 || offset < 0) {
            throw new MPIException(
                    MPI.ERR_COUNT, "count and offset must not be negative: count=" + count + ", offset=" + offset);
        }
        if (buf == null && count == 0) {
            return null;
        }
        UserMemory memory = memory(buf);
        Element element = memory.element();
        if (element != type.element() && element != Element.BYTE) {
            throw new MPIException(MPI.ERR_TYPE, "a " + buf.getClass().getTypeName() + " does not hold " + type);
        }
        if (!type.isElementary()) {
            if (buf instanceof ForeignBuffer) {
                throw new MPIException(
                        MPI.ERR_TYPE,
                        "a " + buf.getClass().getSimpleName() + " is sent and received in basic datatypes, not in "
                                + type + "; copy it to an array first");
            }
            derived(buf, memory, offset * type.layout().extent(), count, type);
            return memory;
        }
        long end = (offset + count) << type.element().shift();
        if (end > memory.capacity(buf)) {
            throw tooShort(buf, memory, offset, count, type);
        }
        return memory;
    }

    /** Checks that items lie within a buffer, all their parts; the origin of the first is given in bytes. */
    static void derived(Object buf, UserMemory memory, long origin, long count, Datatype type) {
        Layout layout = type.layout();
        if (count == 0 || layout.size() == 0) {
            return;
        }
        long last = origin + (count - 1) * layout.extent();
        if (Math.min(origin, last) + layout.trueLowerBound() < 0) {
            throw new MPIException(
                    MPI.ERR_BUFFER,
                    type + " has parts before the buffer's beginning: " + layout.trueLowerBound()
                            + " bytes from the item's origin, the first at byte " + origin + ", count=" + count
                            + "; use MPI.slice, or displacements of 0 and more");
        }
        if (Math.max(origin, last) + layout.trueUpperBound() > memory.capacity(buf)) {
            throw new MPIException(
                    MPI.ERR_COUNT,
                    "the buffer is too short: count=" + count + " of " + type + ", the first at byte " + origin
                            + ", in a " + buf.getClass().getSimpleName() + " that holds " + memory.capacity(buf)
                            + " bytes");
        }
        if (memory.element() != Element.BYTE && !layout.isAligned(memory.element())) {
            throw new MPIException(
                    MPI.ERR_TYPE,
                    type + " has parts at fractions of the elements of a "
                            + buf.getClass().getTypeName() + "; use a ByteBuffer or a byte[]");
        }
    }

    /** Checks that a datatype may be used in communication. */
    static void type(Datatype type) {
        if (type == null || !type.isReady()) {
            throw new MPIException(
                    MPI.ERR_TYPE,
                    type == null || type.isNull()
                            ? "the datatype is null; it has been freed, or is MPI.DATATYPE_NULL"
                            : type + " is not committed; call commit() first");
        }
    }

    /** Like {@link #buffer}, for a buffer that is written to. */
    static UserMemory writable(Object buf, long offset, long count, Datatype type) {
        UserMemory memory = buffer(buf, offset, count, type);
        if (memory != null && memory.isReadOnly(buf)) {
            throw new MPIException(MPI.ERR_BUFFER, "cannot receive into a read-only buffer");
        }
        return memory;
    }

    static UserMemory memory(Object buf) {
        if (buf == null) {
            throw new MPIException(MPI.ERR_BUFFER, "the buffer is null");
        }
        try {
            return UserMemory.of(buf);
        } catch (IllegalArgumentException e) {
            throw new MPIException(MPI.ERR_BUFFER, e.getMessage() + ", or sendObject and recvObject for objects");
        }
    }

    private static MPIException tooShort(Object buf, UserMemory memory, long offset, long count, Datatype type) {
        long holds = memory.capacity(buf) >> type.element().shift();
        return new MPIException(
                MPI.ERR_COUNT,
                "the buffer is too short: offset=" + offset + ", count=" + count + " of " + type + " in a "
                        + buf.getClass().getSimpleName() + " that holds " + holds);
    }

    static void destination(Communicator comm, int dest) {
        if ((dest < 0 && dest != MPI.PROC_NULL) || dest >= comm.peers().size()) {
            throw rank("destination", dest, comm);
        }
    }

    static void source(Communicator comm, int source) {
        if ((source < 0 && source != MPI.PROC_NULL && source != MPI.ANY_SOURCE)
                || source >= comm.peers().size()) {
            throw rank("source", source, comm);
        }
    }

    private static MPIException rank(String what, int rank, Communicator comm) {
        return new MPIException(
                MPI.ERR_RANK,
                what + " out of range: rank=" + rank + ", allowed 0.."
                        + (comm.peers().size() - 1) + " or MPI.PROC_NULL"
                        + (what.equals("source") ? " or MPI.ANY_SOURCE" : ""));
    }

    static void root(Communicator comm, int root) {
        if (root < 0
                ? !comm.isInter() || root != MPI.ROOT && root != MPI.PROC_NULL
                : root >= comm.peers().size()) {
            throw new MPIException(
                    MPI.ERR_ROOT,
                    "root out of range: root=" + root + ", allowed 0.."
                            + (comm.peers().size() - 1) + (comm.isInter() ? ", MPI.ROOT or MPI.PROC_NULL" : ""));
        }
    }

    /** Whether this rank is the root of a collective in place; within one group only. */
    static boolean inPlace(Communicator comm, int root, String call) {
        boolean isRoot = comm.isRoot(root);
        if (isRoot) {
            withinOneGroup(comm, call);
        }
        return isRoot;
    }

    static void withinOneGroup(Communicator comm, String call) {
        if (comm.isInter()) {
            throw new MPIException(MPI.ERR_COMM, call + " is not for inter-communicators");
        }
    }

    static void sendTag(int tag) {
        if (tag < 0) {
            throw tag(tag, "");
        }
    }

    static void receiveTag(int tag) {
        if (tag < 0 && tag != MPI.ANY_TAG) {
            throw tag(tag, " or MPI.ANY_TAG");
        }
    }

    private static MPIException tag(int tag, String or) {
        return new MPIException(MPI.ERR_TAG, "tag out of range: tag=" + tag + ", allowed 0.." + MPI.TAG_UB + or);
    }

    static void operation(Op op, Datatype type) {
        if (op == null || op.isNull()) {
            throw new MPIException(MPI.ERR_OP, "the operation is null");
        }
        if (!op.supports(type)) {
            throw new MPIException(MPI.ERR_OP, op + " is not defined for " + type);
        }
    }

    /** Checks a buffer with a count and a place for each rank. */
    static void vector(Communicator comm, Object buf, int[] counts, int[] displs, Datatype type) {
        vector(comm.peers().size(), buf, counts, displs, type);
    }

    /** Checks a buffer with a count and a place for each of so many ranks. */
    static void vector(int ranks, Object buf, int[] counts, int[] displs, Datatype type) {
        type(type);
        if (counts == null || displs == null || counts.length < ranks || displs.length < ranks) {
            throw new MPIException(
                    MPI.ERR_ARG, "counts and displacements must have an entry for each of " + ranks + " ranks");
        }
        for (int rank = 0; rank < ranks; rank++) {
            if (counts[rank] != 0) {
                buffer(buf, displs[rank], counts[rank], type);
            }
        }
    }

    /** Like {@link #vector}, for a buffer that is written to. */
    static void writableVector(Communicator comm, Object buf, int[] counts, int[] displs, Datatype type) {
        vector(comm, buf, counts, displs, type);
        if (buf != null) {
            writable(buf, 0, 0, type);
        }
    }

    /** The sum of the counts of so many ranks. */
    static long total(int ranks, int[] counts) {
        if (counts == null || counts.length < ranks) {
            throw new MPIException(MPI.ERR_ARG, "counts must have an entry for each of " + ranks + " ranks");
        }
        long total = 0;
        for (int rank = 0; rank < ranks; rank++) {
            if (counts[rank] < 0) {
                throw new MPIException(
                        MPI.ERR_COUNT, "counts must not be negative: counts[" + rank + "]=" + counts[rank]);
            }
            total += counts[rank];
        }
        return total;
    }

    static MPIException differentElements(Datatype one, Datatype other) {
        return new MPIException(
                MPI.ERR_TYPE, "what is sent and what is received differ: " + one.getName() + ", " + other.getName());
    }

    /** Checks that what a rank sends to itself is as much as it receives. */
    static void sameAmount(long sendcount, Datatype sendtype, long recvcount, Datatype recvtype) {
        if (sendtype.bytes(sendcount) != recvtype.bytes(recvcount)) {
            throw new MPIException(
                    MPI.ERR_TRUNCATE,
                    "send and receive differ: " + sendcount + " of " + sendtype + ", " + recvcount + " of " + recvtype);
        }
    }

    /** Checks that this rank is the root; whether that makes the call one in place. */
    static boolean rootOnly(Communicator comm, int root, String call) {
        root(comm, root);
        if (!comm.isRoot(root)) {
            throw new MPIException(
                    MPI.ERR_ROOT, call + " is for the root only: root=" + root + ", this rank=" + comm.rank());
        }
        return !comm.isInter();
    }

    static void notRoot(Communicator comm, int root, String call) {
        root(comm, root);
        if (comm.isRoot(root)) {
            throw new MPIException(MPI.ERR_ROOT, call + " is for everybody but the root: root=" + root);
        }
    }
}
