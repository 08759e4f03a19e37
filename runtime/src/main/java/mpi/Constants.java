package mpi;

/**
 * The constants of MPI that are numbers, part of {@link MPI}.
 */
abstract class Constants extends ErrorClasses {

    /** Thread level: the process has one thread (MPI 4.1, 11.6). */
    public static final int THREAD_SINGLE = 0;

    /** Thread level: only the thread that called {@link MPI#InitThread} makes MPI calls. */
    public static final int THREAD_FUNNELED = 1;

    /** Thread level: any thread makes MPI calls, one at a time; the program sees to that. */
    public static final int THREAD_SERIALIZED = 2;

    /** Thread level: any thread makes MPI calls at any time. */
    public static final int THREAD_MULTIPLE = 3;

    /** Receives from any rank (MPI 4.1, 3.2.4). */
    public static final int ANY_SOURCE = -1;

    /** Receives with any tag. */
    public static final int ANY_TAG = -1;

    /** A rank that is nobody: messages to it vanish, receives from it end at once with no data (MPI 4.1, 3.10). */
    public static final int PROC_NULL = -2;

    /** Says in a collective of an inter-communicator: I am the root. */
    public static final int ROOT = -4;

    /** The longest name of a communicator, datatype or window, in characters. */
    public static final int MAX_OBJECT_NAME = 63;

    /** Bytes of attached memory that a buffered message takes beside its data: none. */
    public static final int BSEND_OVERHEAD = 0;

    /** No sensible value: a count that is no whole number, a colour that joins no group. */
    public static final int UNDEFINED = -32766;

    /** Key of an attribute of {@link MPI#COMM_WORLD}: the rank of a host process, an {@code Integer}. */
    public static final int HOST = 1;

    /** Key of an attribute of {@link MPI#COMM_WORLD}: the rank that can do input and output, an {@code Integer}. */
    public static final int IO = 2;

    /** Key of an attribute of {@link MPI#COMM_WORLD}: whether clocks are the same everywhere, a {@code Boolean}. */
    public static final int WTIME_IS_GLOBAL = 3;

    /** Key of an attribute of {@link MPI#COMM_WORLD}: how many ranks there could be, an {@code Integer}. */
    public static final int UNIVERSE_SIZE = 4;

    /** Key of an attribute of {@link MPI#COMM_WORLD}: which program of the job this is; it has no value here. */
    public static final int APPNUM = 5;

    /** Key of an attribute of {@link MPI#COMM_WORLD}: the last error class in use, an {@code Integer}. */
    public static final int LASTUSEDCODE = 6;

    /** Characters in the name of a port. */
    public static final int MAX_PORT_NAME = 1024;

    /** Characters in the name of a representation of data in files. */
    public static final int MAX_DATAREP_STRING = 128;

    /** Order of the elements of an array: the last index runs fastest. */
    public static final int ORDER_C = 0;

    /** Order of the elements of an array: the first index runs fastest. */
    public static final int ORDER_FORTRAN = 1;

    /** Distribution of an array: in blocks. */
    public static final int DISTRIBUTE_BLOCK = 0;

    /** Distribution of an array: in turns. */
    public static final int DISTRIBUTE_CYCLIC = 1;

    /** Distribution of an array: not at all. */
    public static final int DISTRIBUTE_NONE = 2;

    /** Distribution of an array: as long blocks as usual. */
    public static final int DISTRIBUTE_DFLT_DARG = -1;

    /** The largest tag; also the key of an attribute of {@link MPI#COMM_WORLD} that tells it, an {@code Integer}. */
    public static final int TAG_UB = Integer.MAX_VALUE;

    /** Result of {@link Comm#compare}: the same communicator. */
    public static final int IDENT = 0;

    /** Result of {@link Comm#compare}: the same members in the same order, in another context. */
    public static final int CONGRUENT = 1;

    /** Result of {@link Comm#compare}: the same members in another order. */
    public static final int SIMILAR = 2;

    /** Result of {@link Comm#compare}: different members. */
    public static final int UNEQUAL = 3;

    /** Result of {@link Comm#getTopology}: a graph, each rank of which has said who its neighbours are. */
    public static final int GRAPH = 1;

    /** Result of {@link Comm#getTopology}: a grid. */
    public static final int CART = 2;

    /** Result of {@link Comm#getTopology}: a distributed graph. */
    public static final int DIST_GRAPH = 3;

    /** No key of an attribute. */
    public static final int KEYVAL_INVALID = -1;

    /** Characters in a key of an {@link Info}. */
    public static final int MAX_INFO_KEY = 36;

    /** Characters in a value of an {@link Info}. */
    public static final int MAX_INFO_VAL = 256;

    /** The version of the MPI standard that this library follows. */
    public static final int VERSION = 4;

    /** The sub-version of the MPI standard that this library follows. */
    public static final int SUBVERSION = 1;

    Constants() {}
}
