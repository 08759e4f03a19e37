package mpi;

/**
 * The error classes of MPI (MPI 4.1, 9.4), part of {@link MPI}.
 */
abstract class ErrorClasses {

    /** No error. */
    public static final int SUCCESS = 0;

    /** Error class: a buffer is null, of no kind that MPI can use, or read-only. */
    public static final int ERR_BUFFER = 1;

    /** Error class: a count is negative or more than the buffer holds. */
    public static final int ERR_COUNT = 2;

    /** Error class: a datatype is null or does not fit the buffer. */
    public static final int ERR_TYPE = 3;

    /** Error class: a tag is negative or above {@link #TAG_UB}. */
    public static final int ERR_TAG = 4;

    /** Error class: a communicator is null or freed. */
    public static final int ERR_COMM = 5;

    /** Error class: a rank is not one of the communicator's. */
    public static final int ERR_RANK = 6;

    /** Error class: a request is invalid. */
    public static final int ERR_REQUEST = 7;

    /** Error class: a root is not one of the communicator's ranks. */
    public static final int ERR_ROOT = 8;

    /** Error class: a group is invalid. */
    public static final int ERR_GROUP = 9;

    /** Error class: an operation is null or not defined for the datatype. */
    public static final int ERR_OP = 10;

    /** Error class: a topology is invalid. */
    public static final int ERR_TOPOLOGY = 11;

    /** Error class: dimensions are invalid. */
    public static final int ERR_DIMS = 12;

    /** Error class: an argument is invalid in another way. */
    public static final int ERR_ARG = 13;

    /** Error class: the error is unknown. */
    public static final int ERR_UNKNOWN = 14;

    /** Error class: a message is longer than the buffer it was received into. */
    public static final int ERR_TRUNCATE = 15;

    /** Error class: an error that no other class describes. */
    public static final int ERR_OTHER = 16;

    /** Error class: an error inside the library. */
    public static final int ERR_INTERN = 17;

    /** Error class: one of several requests failed. */
    public static final int ERR_IN_STATUS = 18;

    /** Error class: the request has neither failed nor completed. */
    public static final int ERR_PENDING = 19;

    /** Error class: permission denied. */
    public static final int ERR_ACCESS = 20;

    /** Error class: an access mode is invalid. */
    public static final int ERR_AMODE = 21;

    /** Error class: an assertion is invalid. */
    public static final int ERR_ASSERT = 22;

    /** Error class: a file name is invalid. */
    public static final int ERR_BAD_FILE = 23;

    /** Error class: a base address is invalid. */
    public static final int ERR_BASE = 24;

    /** Error class: a data conversion failed. */
    public static final int ERR_CONVERSION = 25;

    /** Error class: a displacement is invalid. */
    public static final int ERR_DISP = 26;

    /** Error class: a data representation is already defined. */
    public static final int ERR_DUP_DATAREP = 27;

    /** Error class: the file exists. */
    public static final int ERR_FILE_EXISTS = 28;

    /** Error class: the file is in use. */
    public static final int ERR_FILE_IN_USE = 29;

    /** Error class: a file handle is invalid. */
    public static final int ERR_FILE = 30;

    /** Error class: an info key is too long. */
    public static final int ERR_INFO_KEY = 31;

    /** Error class: there is no such info key. */
    public static final int ERR_INFO_NOKEY = 32;

    /** Error class: an info value is too long. */
    public static final int ERR_INFO_VALUE = 33;

    /** Error class: an info object is invalid. */
    public static final int ERR_INFO = 34;

    /** Error class: input or output failed. */
    public static final int ERR_IO = 35;

    /** Error class: a key value is invalid. */
    public static final int ERR_KEYVAL = 36;

    /** Error class: a lock type is invalid. */
    public static final int ERR_LOCKTYPE = 37;

    /** Error class: a service name is not published. */
    public static final int ERR_NAME = 38;

    /** Error class: memory is exhausted. */
    public static final int ERR_NO_MEM = 39;

    /** Error class: processes gave different arguments. */
    public static final int ERR_NOT_SAME = 40;

    /** Error class: storage is exhausted. */
    public static final int ERR_NO_SPACE = 41;

    /** Error class: there is no such file. */
    public static final int ERR_NO_SUCH_FILE = 42;

    /** Error class: a port name is invalid. */
    public static final int ERR_PORT = 43;

    /** Error class: a process has ended. */
    public static final int ERR_PROC_ABORTED = 44;

    /** Error class: a quota is exceeded. */
    public static final int ERR_QUOTA = 45;

    /** Error class: the file or file system is read-only. */
    public static final int ERR_READ_ONLY = 46;

    /** Error class: accesses to a window conflict. */
    public static final int ERR_RMA_CONFLICT = 47;

    /** Error class: accesses to a window are not synchronised. */
    public static final int ERR_RMA_SYNC = 48;

    /** Error class: a service name is invalid. */
    public static final int ERR_SERVICE = 49;

    /** Error class: a size is invalid. */
    public static final int ERR_SIZE = 50;

    /** Error class: processes could not be started. */
    public static final int ERR_SPAWN = 51;

    /** Error class: a data representation is not supported. */
    public static final int ERR_UNSUPPORTED_DATAREP = 52;

    /** Error class: an operation is not supported. */
    public static final int ERR_UNSUPPORTED_OPERATION = 53;

    /** Error class: a window is invalid. */
    public static final int ERR_WIN = 54;

    /** The last predefined error code. */
    public static final int ERR_LASTCODE = 92;

    /** Error class: a resource of the system is exhausted. */
    public static final int ERR_SYSRESOURCE = -2;

    ErrorClasses() {}
}
