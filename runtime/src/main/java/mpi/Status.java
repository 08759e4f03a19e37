package mpi;

/**
 * What a receive has received, or a probe seen (MPI 4.1, 3.2.5). Immutable.
 */
public final class Status {

    /** The index where there was no array of requests. */
    static final int NO_INDEX = MPI.UNDEFINED;

    private final int source;
    private final int tag;
    private final long bytes;
    private final int index;

    Status(int source, int tag, long bytes, int index) {
        this.source = source;
        this.tag = tag;
        this.bytes = bytes;
        this.index = index;
    }

    /** The status of a receive from {@link MPI#PROC_NULL} (MPI 4.1, 3.10). */
    static Status ofNobody(int index) {
        return new Status(MPI.PROC_NULL, MPI.ANY_TAG, 0, index);
    }

    /** The status of a request that is null or was a send (MPI 4.1, 3.7.3). */
    static Status empty(int index) {
        return new Status(MPI.ANY_SOURCE, MPI.ANY_TAG, 0, index);
    }

    /**
     * How many elements have come.
     *
     * @param datatype the type they were received as
     * @return number of elements, {@link MPI#UNDEFINED} if that is no whole number or more than an int holds
     */
    public int getCount(Datatype datatype) {
        Arguments.type(datatype);
        long size = datatype.bytes(1);
        if (size == 0) {
            return bytes == 0 ? 0 : MPI.UNDEFINED;
        }
        long count = bytes / size;
        return bytes % size != 0 || count > Integer.MAX_VALUE ? MPI.UNDEFINED : (int) count;
    }

    /**
     * The rank that the message came from.
     *
     * @return rank in the communicator of the receive
     */
    public int getSource() {
        return source;
    }

    /**
     * The message's tag.
     *
     * @return 0 or more
     */
    public int getTag() {
        return tag;
    }

    /**
     * The error of this operation.
     *
     * @return {@link MPI#SUCCESS}; an operation that failed throws instead
     */
    public int getError() {
        return MPI.SUCCESS;
    }

    /**
     * Whether the operation was cancelled.
     *
     * @return false
     */
    public boolean isCancelled() {
        return false;
    }

    /**
     * Where in an array of requests the completed one stood.
     *
     * @return index, {@link MPI#UNDEFINED} if there was no array or no active request in it
     */
    public int getIndex() {
        return index;
    }

    @Override
    public String toString() {
        return "Status[source=" + source + ", tag=" + tag + ", bytes=" + bytes + "]";
    }
}
