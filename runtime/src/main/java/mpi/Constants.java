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

    /** The largest tag. */
    public static final int TAG_UB = Integer.MAX_VALUE;

    /** Result of {@link Comm#compare}: the same communicator. */
    public static final int IDENT = 0;

    /** Result of {@link Comm#compare}: the same members in the same order, in another context. */
    public static final int CONGRUENT = 1;

    /** Result of {@link Comm#compare}: the same members in another order. */
    public static final int SIMILAR = 2;

    /** Result of {@link Comm#compare}: different members. */
    public static final int UNEQUAL = 3;

    /** The version of the MPI standard that this library follows. */
    public static final int VERSION = 4;

    /** The sub-version of the MPI standard that this library follows. */
    public static final int SUBVERSION = 1;

    Constants() {}
}
