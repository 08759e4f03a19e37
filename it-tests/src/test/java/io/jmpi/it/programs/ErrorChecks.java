package io.jmpi.it.programs;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import mpi.CartComm;
import mpi.Intracomm;
import mpi.MPI;
import mpi.MPIException;
import mpi.Message;
import mpi.Request;

/** Wrong arguments: every call says what is wrong with its value, and nothing has happened. */
final class ErrorChecks {

    private ErrorChecks() {}

    static void addTo(Checks checks) throws Exception {
        checks.check("ranks out of range", ErrorChecks::ranks);
        checks.check("tags out of range", ErrorChecks::tags);
        checks.check("counts and offsets", ErrorChecks::counts);
        checks.check("types", ErrorChecks::types);
        checks.check("buffers", ErrorChecks::buffers);
        checks.check("collective arguments", ErrorChecks::collectives);
        checks.check("freed communicators", ErrorChecks::freed);
        checks.check("second Init", ErrorChecks::secondInit);
        checks.check("errors that are fatal elsewhere", ErrorChecks::fatalElsewhere);
    }

    private static void ranks(Intracomm comm) throws Exception {
        int[] data = new int[4];
        int size = comm.getSize();
        String allowed = ", allowed 0.." + (size - 1);
        for (int bad : new int[] {size, size + 100, -1, -3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            String words = "destination out of range: rank=" + bad + allowed;
            Check.fails(MPI.ERR_RANK, words, () -> comm.send(data, 4, MPI.INT, bad, 0));
            Check.fails(MPI.ERR_RANK, words, () -> comm.send(data, bad, 0));
            Check.fails(MPI.ERR_RANK, words, () -> comm.sSend(data, bad, 0));
            Check.fails(MPI.ERR_RANK, words, () -> comm.iSend(data, bad, 0));
            Check.fails(MPI.ERR_RANK, words, () -> comm.isSend(data, bad, 0));
            Check.fails(MPI.ERR_RANK, words, () -> comm.sendObject("text", bad, 0));
        }
        for (int bad : new int[] {size, -3, Integer.MAX_VALUE}) {
            String words = "source out of range: rank=" + bad + allowed;
            Check.fails(MPI.ERR_RANK, words, () -> comm.recv(data, bad, 0));
            Check.fails(MPI.ERR_RANK, words, () -> comm.iRecv(data, bad, 0));
            Check.fails(MPI.ERR_RANK, words, () -> comm.probe(bad, 0));
            Check.fails(MPI.ERR_RANK, words, () -> comm.iProbe(bad, 0));
            Check.fails(MPI.ERR_RANK, words, () -> comm.recvObject(bad, 0));
        }
    }

    private static void tags(Intracomm comm) throws Exception {
        int[] data = new int[4];
        for (int bad : new int[] {-1, -5, Integer.MIN_VALUE}) {
            String words = "tag out of range: tag=" + bad + ", allowed 0..2147483647";
            Check.fails(MPI.ERR_TAG, words, () -> comm.send(data, 0, bad));
            Check.fails(MPI.ERR_TAG, words, () -> comm.iSend(data, 0, bad));
        }
        Check.fails(MPI.ERR_TAG, "tag=-2", () -> comm.recv(data, 0, -2));
        Check.fails(MPI.ERR_TAG, "tag=-2", () -> comm.iRecv(data, 0, -2));
        Check.fails(MPI.ERR_TAG, "tag=-2", () -> comm.probe(0, -2));
        int me = comm.getRank();
        comm.send(data, me, MPI.TAG_UB);
        Check.same(MPI.TAG_UB, comm.recv(data, me, MPI.TAG_UB).getTag(), "the largest tag");
    }

    private static void counts(Intracomm comm) throws Exception {
        int[] data = new int[4];
        Check.fails(MPI.ERR_COUNT, "count=-1", () -> comm.send(data, -1, MPI.INT, 0, 0));
        Check.fails(MPI.ERR_COUNT, "count=-7", () -> comm.recv(data, -7, MPI.INT, 0, 0));
        Check.fails(MPI.ERR_COUNT, "offset=-2", () -> comm.send(data, -2, 1, 0, 0));
        Check.fails(MPI.ERR_COUNT, "count=5 of MPI.INT", () -> comm.send(data, 5, MPI.INT, 0, 0));
        Check.fails(MPI.ERR_COUNT, "holds 4", () -> comm.send(data, 5, MPI.INT, 0, 0));
        Check.fails(MPI.ERR_COUNT, "offset=3, count=2", () -> comm.iRecv(data, 3, 2, 0, 0));
        Check.fails(MPI.ERR_COUNT, "holds 4", () -> comm.send(data, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0));
        Check.fails(
                MPI.ERR_COUNT, "holds 2", () -> comm.send(ByteBuffer.allocate(23), 3, MPI.DOUBLE, comm.getRank(), 0));
        Check.fails(MPI.ERR_COUNT, "count=5", () -> comm.bcast(data, 5, MPI.INT, 0));
    }

    private static void types(Intracomm comm) throws Exception {
        int[] data = new int[4];
        Check.fails(MPI.ERR_TYPE, "the datatype is null", () -> comm.send(data, 1, null, 0, 0));
        Check.fails(MPI.ERR_TYPE, "the datatype is null", () -> comm.iRecv(data, 1, null, 0, 0));
        Check.fails(MPI.ERR_TYPE, "the datatype is null", () -> comm.bcast(data, 1, null, 0));
        Check.fails(MPI.ERR_TYPE, "MPI.DOUBLE", () -> comm.send(data, 1, MPI.DOUBLE, 0, 0));
        Check.fails(MPI.ERR_TYPE, "int[]", () -> comm.recv(data, 1, MPI.LONG, 0, 0));
        Check.fails(MPI.ERR_TYPE, "MPI.FLOAT", () -> comm.recv(IntBuffer.allocate(2), 1, MPI.FLOAT, 0, 0));
    }

    private static void buffers(Intracomm comm) throws Exception {
        Check.fails(MPI.ERR_BUFFER, "null", () -> comm.send(null, 1, MPI.INT, 0, 0));
        Check.fails(MPI.ERR_BUFFER, "null", () -> comm.send(null, 0, 0));
        Check.fails(MPI.ERR_BUFFER, "null", () -> comm.recv(null, 0, 0));
        Check.fails(MPI.ERR_BUFFER, "java.lang.String", () -> comm.send("text", 0, 0));
        Check.fails(MPI.ERR_BUFFER, "sendObject", () -> comm.send(new Object[1], 0, 0));
        ByteBuffer readOnly = ByteBuffer.allocate(8).asReadOnlyBuffer();
        Check.fails(MPI.ERR_BUFFER, "read-only", () -> comm.recv(readOnly, 0, 0));
        Check.fails(MPI.ERR_BUFFER, "read-only", () -> comm.iRecv(readOnly, 8, MPI.BYTE, 0, 0));
        Check.fails(MPI.ERR_BUFFER, "read-only", () -> comm.allReduce(readOnly, 8, MPI.BYTE, MPI.SUM));
        int me = comm.getRank();
        comm.send(null, 0, MPI.INT, me, 1);
        Check.same(0, comm.recv(null, 0, MPI.INT, me, 1).getCount(MPI.INT), "nothing from nowhere");
    }

    private static void collectives(Intracomm comm) throws Exception {
        int size = comm.getSize();
        int[] data = new int[4];
        int[] all = new int[4 * size];
        for (int bad : new int[] {-1, size, MPI.PROC_NULL}) {
            String words = "root out of range: root=" + bad + ", allowed 0.." + (size - 1);
            Check.fails(MPI.ERR_ROOT, words, () -> comm.bcast(data, bad));
            Check.fails(MPI.ERR_ROOT, words, () -> comm.reduce(data, all, MPI.SUM, bad));
            Check.fails(MPI.ERR_ROOT, words, () -> comm.gather(data, 4, MPI.INT, all, 4, MPI.INT, bad));
            Check.fails(MPI.ERR_ROOT, words, () -> comm.scatter(all, 4, MPI.INT, data, 4, MPI.INT, bad));
            Check.fails(MPI.ERR_ROOT, words, () -> comm.bcastObject("text", bad));
        }
        Check.fails(MPI.ERR_OP, "null", () -> comm.allReduce(data, data.clone(), 4, MPI.INT, null));
        Check.fails(
                MPI.ERR_OP,
                "MPI.BAND is not defined for MPI.DOUBLE",
                () -> comm.allReduce(new double[1], 1, MPI.DOUBLE, MPI.BAND));
        Check.fails(
                MPI.ERR_OP,
                "MPI.SUM is not defined for MPI.BOOLEAN",
                () -> comm.allReduce(new boolean[1], 1, MPI.BOOLEAN, MPI.SUM));
        Check.fails(
                MPI.ERR_COUNT,
                "holds " + (4 * size - 1),
                () -> comm.allGather(data, 4, MPI.INT, new int[4 * size - 1], 4, MPI.INT));
        int me = comm.getRank();
        int[] short1 = new int[size - 1];
        Check.fails(
                MPI.ERR_ARG, size + " ranks", () -> comm.gatherv(data, 4, MPI.INT, all, short1, short1, MPI.INT, me));
        Check.fails(MPI.ERR_ARG, "colour=-1", () -> comm.split(-1, 0));
    }

    private static void freed(Intracomm comm) throws Exception {
        Intracomm copy = comm.dup();
        Check.that(!copy.isNull(), "not null before");
        copy.free();
        Check.that(copy.isNull(), "null after free");
        String words = "the communicator is null";
        Check.fails(MPI.ERR_COMM, words, () -> copy.send(new int[1], 0, 0));
        Check.fails(MPI.ERR_COMM, words, () -> copy.iRecv(new int[1], 0, 0));
        Check.fails(MPI.ERR_COMM, words, copy::barrier);
        Check.fails(MPI.ERR_COMM, words, copy::dup);
        Check.fails(MPI.ERR_COMM, words, copy::free);
        Check.fails(MPI.ERR_COMM, words, copy::getRank);
        Intracomm none = comm.split(MPI.UNDEFINED, 0);
        Check.fails(MPI.ERR_COMM, words, none::getSize);
        Check.fails(MPI.ERR_COMM, "cannot be freed", MPI.COMM_WORLD::free);
        Check.fails(MPI.ERR_COMM, "cannot be freed", MPI.COMM_SELF::free);
    }

    private static void secondInit(Intracomm comm) throws Exception {
        Check.fails(MPI.ERR_OTHER, "has been called already", () -> MPI.Init(new String[0]));
        Check.fails(MPI.ERR_OTHER, "has been called already", () -> MPI.InitThread(null, MPI.THREAD_MULTIPLE));
        Check.fails(MPI.ERR_ARG, "required=4", () -> MPI.InitThread(null, 4));
    }

    /** On communicators whose errors are not fatal, and on none, they are thrown, whatever the latest call was on. */
    private static void fatalElsewhere(Intracomm comm) throws Exception {
        Intracomm fatal = comm.dup();
        Intracomm returning = comm.dup();
        fatal.setErrhandler(MPI.ERRORS_ARE_FATAL);
        returning.setErrhandler(MPI.ERRORS_RETURN);
        int me = comm.getRank();
        int[] data = new int[1];
        for (Intracomm other : new Intracomm[] {comm, returning}) {
            fatal.allReduce(data, 1, MPI.INT, MPI.SUM);
            Check.fails(MPI.ERR_RANK, "rank=-5", () -> other.send(data, 1, MPI.INT, -5, 0));
            fatal.getRank();
            Check.fails(MPI.ERR_BUFFER, "null", () -> other.allReduce(null, data, MPI.SUM));
            Request receive = other.iRecv(data, me, 0);
            other.send(new int[2], me, 0);
            fatal.getRank();
            Check.fails(MPI.ERR_TRUNCATE, "8 bytes", receive::waitFor);
            Request[] receives = {other.iRecv(data, me, 0)};
            other.send(new int[2], me, 0);
            fatal.getRank();
            Check.fails(MPI.ERR_IN_STATUS, "8 bytes", () -> Request.waitAll(receives));
        }
        fatal.getRank();
        Check.fails(MPI.ERR_DIMS, "", () -> CartComm.createDims(6, new int[] {-1}));
        Check.fails(MPI.ERR_TYPE, "predefined", MPI.INT::free);
        Check.fails(MPI.ERR_REQUEST, "null", () -> MPI.COMM_SELF.getRequest().free());
        Message message = new Message();
        Check.fails(MPI.ERR_RANK, "rank=-5", () -> message.mProbe(-5, 0, returning));
        Intracomm inherited = returning.split(0, me);
        Check.same(MPI.ERRORS_RETURN, inherited.getErrhandler(), "handler of a part");
        Intracomm inheritedToo = fatal.dup();
        Check.same(MPI.ERRORS_ARE_FATAL, inheritedToo.getErrhandler(), "handler of a duplicate");
        fatal.free();
        Check.fails(MPI.ERR_COMM, "the communicator is null", fatal::getRank);
        inherited.free();
        inheritedToo.free();
        returning.free();
        throwsMine();
    }

    /** Exceptions of the program's own are no errors of MPI. */
    private static void throwsMine() throws Exception {
        Check.fails(MPI.ERR_OTHER, "mine", () -> {
            throw new MPIException("mine");
        });
    }

    /** Nothing works before. */
    static void beforeInit() throws Exception {
        Check.that(!MPI.isInitialized(), "not initialized");
        Check.that(!MPI.isFinalized(), "not finalized");
        checkOutside("before MPI.Init");
    }

    /** Nothing works afterwards. */
    static void afterFinalize() throws Exception {
        Check.that(MPI.isInitialized(), "initialized");
        Check.that(MPI.isFinalized(), "finalized");
        checkOutside("after MPI.Finalize");
        Check.fails(MPI.ERR_OTHER, "has been called already", () -> MPI.Init(new String[0]));
    }

    private static void checkOutside(String words) throws Exception {
        Check.fails(MPI.ERR_OTHER, words, MPI.COMM_WORLD::getRank);
        Check.fails(MPI.ERR_OTHER, words, MPI.COMM_WORLD::barrier);
        Check.fails(MPI.ERR_OTHER, words, () -> MPI.COMM_WORLD.send(new int[1], 0, 0));
        Check.fails(MPI.ERR_OTHER, words, () -> MPI.COMM_SELF.recv(new int[1], 0, 0));
        Check.fails(MPI.ERR_OTHER, words, MPI::queryThread);
        Check.fails(MPI.ERR_OTHER, words, MPI::Finalize);
        Check.that(MPI.wtime() > 0 && MPI.wtick() > 0, "the clock works");
        Check.that(MPI.getLibVersion().startsWith("JMPI"), "the version is told");
        Check.that(!MPI.getProcessorName().isEmpty(), "the processor name is told");
    }
}
