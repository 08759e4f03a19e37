package mpi;

import io.jmpi.boot.ProcessorName;
import io.jmpi.boot.World;
import io.jmpi.data.Element;
import io.jmpi.data.Operator;
import io.jmpi.data.UserMemory;
import io.jmpi.progress.Engine;
import io.jmpi.progress.SendBuffer;
import io.jmpi.transport.Failures;
import io.jmpi.transport.Network;
import java.io.IOException;

/**
 * The library as a whole: beginning and end, what it knows of itself and the machine, and its constants (MPI 4.1, chapter
 * 11).
 *
 * <p>Most constants and the buffers are inherited from classes that are no part of the API; use them as {@code MPI.NAME}.
 */
public final class MPI extends Buffers implements CompositeTypes {

    /** All ranks of the job. Usable between {@link #Init} and {@link #Finalize}. */
    public static final Intracomm COMM_WORLD = new Intracomm("MPI_COMM_WORLD");

    /** This rank alone. Usable between {@link #Init} and {@link #Finalize}. */
    public static final Intracomm COMM_SELF = new Intracomm("MPI_COMM_SELF");

    /** A request of no operation (MPI 4.1, 3.7.3). */
    public static final Request REQUEST_NULL = Request.none();

    /** Bytes, unsigned in reductions. */
    public static final Datatype BYTE = new Datatype(Element.BYTE, "MPI.BYTE");

    /** Chars, 16 bits. */
    public static final Datatype CHAR = new Datatype(Element.CHAR, "MPI.CHAR");

    /** Shorts, 16 bits. */
    public static final Datatype SHORT = new Datatype(Element.SHORT, "MPI.SHORT");

    /** Booleans, one byte each. */
    public static final Datatype BOOLEAN = new Datatype(Element.BOOLEAN, "MPI.BOOLEAN");

    /** Ints, 32 bits. */
    public static final Datatype INT = new Datatype(Element.INT, "MPI.INT");

    /** Longs, 64 bits. */
    public static final Datatype LONG = new Datatype(Element.LONG, "MPI.LONG");

    /** Floats, 32 bits. */
    public static final Datatype FLOAT = new Datatype(Element.FLOAT, "MPI.FLOAT");

    /** Doubles, 64 bits. */
    public static final Datatype DOUBLE = new Datatype(Element.DOUBLE, "MPI.DOUBLE");

    /** What has been packed into bytes. */
    public static final Datatype PACKED = new Datatype(Element.BYTE, "MPI.PACKED");

    /** No datatype. */
    public static final Datatype DATATYPE_NULL = new Datatype("MPI.DATATYPE_NULL");

    /** The group without processes. */
    public static final Group GROUP_EMPTY = new Group();

    /** No hints. */
    public static final Info INFO_NULL = Info.none();

    /** How the job was started, as far as is known. */
    public static final Info INFO_ENV = new Info();

    /** Errors end the job; see {@link Errhandler}, also for what holds while nothing has been set. */
    public static final Errhandler ERRORS_ARE_FATAL = new Errhandler("MPI.ERRORS_ARE_FATAL");

    /** Like {@link #ERRORS_ARE_FATAL}. */
    public static final Errhandler ERRORS_ABORT = new Errhandler("MPI.ERRORS_ABORT");

    /** Errors are thrown, and the program's own affair; see {@link Errhandler}. */
    public static final Errhandler ERRORS_RETURN = new Errhandler("MPI.ERRORS_RETURN");

    /** The larger one. */
    public static final Op MAX = new Op(Operator.MAX, "MPI.MAX");

    /** The smaller one. */
    public static final Op MIN = new Op(Operator.MIN, "MPI.MIN");

    /** The sum. */
    public static final Op SUM = new Op(Operator.SUM, "MPI.SUM");

    /** The product. */
    public static final Op PROD = new Op(Operator.PROD, "MPI.PROD");

    /** Logical and. */
    public static final Op LAND = new Op(Operator.LAND, "MPI.LAND");

    /** Bitwise and. */
    public static final Op BAND = new Op(Operator.BAND, "MPI.BAND");

    /** Logical or. */
    public static final Op LOR = new Op(Operator.LOR, "MPI.LOR");

    /** Bitwise or. */
    public static final Op BOR = new Op(Operator.BOR, "MPI.BOR");

    /** Logical exclusive or. */
    public static final Op LXOR = new Op(Operator.LXOR, "MPI.LXOR");

    /** Bitwise exclusive or. */
    public static final Op BXOR = new Op(Operator.BXOR, "MPI.BXOR");

    /** Of pairs such as {@link #DOUBLE_INT}, the one with the least value; among equal ones the least index. */
    public static final Op MINLOC = new Op(Operator.MINLOC, "MPI.MINLOC");

    /** Of pairs such as {@link #DOUBLE_INT}, the one with the greatest value; among equal ones the least index. */
    public static final Op MAXLOC = new Op(Operator.MAXLOC, "MPI.MAXLOC");

    /** The new value. */
    public static final Op REPLACE = new Op(Operator.REPLACE, "MPI.REPLACE");

    /** The old value. */
    public static final Op NO_OP = new Op(Operator.NO_OP, "MPI.NO_OP");

    private static final double NANOSECOND = 1e-9;

    private static World world;
    private static SendBuffer sendBuffer;
    private static Thread mainThread;
    private static int threadLevel;
    private static volatile boolean initialized;
    private static volatile boolean finalized;
    private static volatile ObjectCodec codec;

    private MPI() {}

    /**
     * Joins the job; to be called once, before anything else, by one thread. Outside {@code jmpiexec} the job is of size
     * 1. From then on an exception that leaves this thread ends the job.
     *
     * @param args the arguments of {@code main}
     * @return the same
     * @throws MPIException when called twice, or when the job cannot be joined
     */
    public static String[] Init(String[] args) throws MPIException {
        InitThread(args, THREAD_SINGLE);
        return args;
    }

    /**
     * Like {@link #Init}, and says what threads the program will use (MPI 4.1, 11.6.2).
     *
     * @param args the arguments of {@code main}
     * @param required {@link #THREAD_SINGLE} to {@link #THREAD_MULTIPLE}
     * @return the level that is provided: the one required
     * @throws MPIException when called twice, or when the job cannot be joined
     */
    public static synchronized int InitThread(String[] args, int required) throws MPIException {
        if (required < THREAD_SINGLE || required > THREAD_MULTIPLE) {
            throw new MPIException(
                    ERR_ARG,
                    "thread level out of range: required=" + required + ", allowed 0..3, as MPI.THREAD_MULTIPLE");
        }
        if (initialized) {
            throw new MPIException(ERR_OTHER, "MPI.Init has been called already; it may be called once in a process");
        }
        try {
            world = World.join(required == THREAD_MULTIPLE);
        } catch (IOException | IllegalArgumentException e) {
            throw new MPIException(ERR_OTHER, "cannot join the job: " + e.getMessage(), e);
        }
        if (world.network() != null) {
            Loss.becomesAnException(world.network());
        }
        mainThread = Thread.currentThread();
        threadLevel = required;
        mainThread.setUncaughtExceptionHandler(new Abandon(mainThread.getUncaughtExceptionHandler()));
        COMM_WORLD.bind(world.world());
        COMM_SELF.bind(world.self());
        initialized = true;
        return required;
    }

    /**
     * Leaves the job; the last MPI call of a rank. All communication must be complete.
     *
     * @throws MPIException when called before {@link #Init} or twice
     */
    public static synchronized void Finalize() throws MPIException {
        joined();
        if (sendBuffer != null) {
            detachBuffer();
        }
        world.leave();
        COMM_WORLD.unbind();
        COMM_SELF.unbind();
        finalized = true;
    }

    /** This process's job, for classes of this package. */
    static World joined() {
        if (!initialized || finalized) {
            throw new MPIException(
                    ERR_OTHER, (finalized ? "after MPI.Finalize" : "before MPI.Init") + " nothing can be done");
        }
        return world;
    }

    /**
     * The thread level.
     *
     * @return what {@link #InitThread} has provided
     * @throws MPIException outside of Init and Finalize
     */
    public static int queryThread() throws MPIException {
        joined();
        return threadLevel;
    }

    /**
     * Whether the calling thread has called {@link #Init}.
     *
     * @return true if so
     * @throws MPIException outside of Init and Finalize
     */
    public static boolean isThreadMain() throws MPIException {
        joined();
        return Thread.currentThread() == mainThread;
    }

    /**
     * Whether {@link #Init} has been called. May be called at any time.
     *
     * @return true if so, also after {@link #Finalize}
     */
    public static boolean isInitialized() {
        return initialized;
    }

    /**
     * Whether {@link #Finalize} has been called. May be called at any time.
     *
     * @return true if so
     */
    public static boolean isFinalized() {
        return finalized;
    }

    /**
     * The time.
     *
     * @return seconds since some moment in the past, the same for all calls in this process
     */
    public static double wtime() {
        return System.nanoTime() * NANOSECOND;
    }

    /**
     * The resolution of {@link #wtime}.
     *
     * @return seconds
     */
    public static double wtick() {
        return NANOSECOND;
    }

    /**
     * The version of the standard.
     *
     * @return 4.1
     */
    public static Version getVersion() {
        return new Version(VERSION, SUBVERSION);
    }

    /**
     * The version of the library.
     *
     * @return its name and version
     */
    public static String getLibVersion() {
        String version = MPI.class.getPackage().getImplementationVersion();
        return "JMPI " + (version == null ? "(unpackaged)" : version);
    }

    /**
     * The name of the machine that this rank runs on.
     *
     * @return its host name
     */
    public static String getProcessorName() {
        return ProcessorName.get();
    }

    /**
     * Gives memory for buffered sends (MPI 4.1, 3.6), which must be left alone until it is detached. A message takes as many
     * bytes of it as {@link Comm#packSize} tells and {@link #BSEND_OVERHEAD}, until it has gone.
     *
     * @param buffer the memory
     * @throws MPIException when there is some already
     */
    public static void attachBuffer(byte[] buffer) throws MPIException {
        Engine engine = joined().engine();
        if (buffer == null) {
            throw new MPIException(ERR_BUFFER, "the buffer is null");
        }
        engine.enter();
        try {
            if (sendBuffer != null) {
                throw new MPIException(
                        ERR_BUFFER, "a buffer of " + sendBuffer.bytes().length + " bytes is attached; detach it first");
            }
            sendBuffer = new SendBuffer(buffer);
        } finally {
            engine.exit();
        }
    }

    /**
     * Waits until all buffered messages have gone, and takes the memory for them back. {@link #Finalize} does so too.
     *
     * @return the memory
     * @throws MPIException when there is none
     */
    public static byte[] detachBuffer() throws MPIException {
        Engine engine = joined().engine();
        engine.enter();
        try {
            SendBuffer attached = sendBuffer();
            attached.await(engine);
            sendBuffer = null;
            return attached.bytes();
        } finally {
            engine.exit();
        }
    }

    /** The memory for buffered sends. */
    static SendBuffer sendBuffer() {
        if (sendBuffer == null) {
            throw new MPIException(ERR_BUFFER, "no buffer is attached; call MPI.attachBuffer first");
        }
        return sendBuffer;
    }

    /**
     * Controls a profiler (MPI 4.1, 15.2.4); there is none, so nothing happens.
     *
     * @param level what is asked for
     * @param obj more of it
     */
    public static void pControl(int level, Object obj) {}

    /**
     * Sets how objects become bytes. Every rank must set the same, before it sends or receives an object.
     *
     * @param codec the codec, null for {@link JavaSerialization}
     */
    public static void setObjectCodec(ObjectCodec codec) {
        MPI.codec = codec;
    }

    /**
     * How objects become bytes.
     *
     * @return what {@link #setObjectCodec} has set, else {@link JavaSerialization}
     */
    public static ObjectCodec getObjectCodec() {
        ObjectCodec set = codec;
        return set != null ? set : new JavaSerialization();
    }

    /** The datatype of what a buffer holds. */
    static Datatype typeOf(UserMemory memory) {
        return switch (memory.element()) {
            case BYTE -> BYTE;
            case BOOLEAN -> BOOLEAN;
            case CHAR -> CHAR;
            case SHORT -> SHORT;
            case INT -> INT;
            case LONG -> LONG;
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
        };
    }

    /**
     * An exception has left the thread that joined the job: the rank is lost, whatever its other threads do. First it is
     * reported as it would have been, by default with its stack trace.
     */
    private static final class Abandon implements Thread.UncaughtExceptionHandler {

        private static final int STATUS = 1;

        private final Thread.UncaughtExceptionHandler reporter;

        Abandon(Thread.UncaughtExceptionHandler reporter) {
            this.reporter = reporter;
        }

        @Override
        public void uncaughtException(Thread thread, Throwable error) {
            reporter.uncaughtException(thread, error);
            System.exit(STATUS);
        }
    }

    /** What the loss of a peer on another node becomes. */
    private static final class Loss implements Failures {

        static void becomesAnException(Network network) {
            network.failures(new Loss());
        }

        @Override
        public RuntimeException lost(String message) {
            return new MPIException(ERR_OTHER, message);
        }
    }
}
