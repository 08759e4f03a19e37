package mpi;

import io.jmpi.data.Layout;

/**
 * What a receive has received, or a probe seen (MPI 4.1, 3.2.5). It changes only if the program sets something in it, which
 * is for one thread.
 */
public final class Status {

    /** The index where there was no array of requests. */
    static final int NO_INDEX = MPI.UNDEFINED;

    private final int source;
    private final int tag;
    private final int index;
    private long bytes;
    private boolean cancelled;

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

    /** The status of an operation that was cancelled (MPI 4.1, 3.8.4). */
    static Status cancelled(int index) {
        Status status = empty(index);
        status.cancelled = true;
        return status;
    }

    /**
     * How many items have come.
     *
     * @param datatype the type they were received as
     * @return number of items, {@link MPI#UNDEFINED} if that is no whole number or more than an int holds
     * @throws MPIException when the datatype is null or not committed
     */
    public int getCount(Datatype datatype) throws MPIException {
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
     * How many elements of predefined types have come, also where they are no whole number of items (MPI 4.1, 5.1.11).
     *
     * @param datatype the type they were received as
     * @return number of elements, {@link MPI#UNDEFINED} if that is more than an int holds, or the last is not whole
     * @throws MPIException when the datatype is null or not committed
     */
    public int getElements(Datatype datatype) throws MPIException {
        long count = elements(datatype);
        return count > Integer.MAX_VALUE ? MPI.UNDEFINED : (int) count;
    }

    /**
     * Like {@link #getElements}, for any number.
     *
     * @param datatype the type they were received as
     * @return number of elements, {@link MPI#UNDEFINED} if the last is not whole
     * @throws MPIException when the datatype is null or not committed
     */
    public Count getElementsX(Datatype datatype) throws MPIException {
        return new Count(elements(datatype));
    }

    private long elements(Datatype datatype) {
        Arguments.type(datatype);
        Layout layout = datatype.layout();
        long count = layout.elementsIn(bytes);
        return layout.bytesOf(count) == bytes ? count : MPI.UNDEFINED;
    }

    /**
     * Changes what {@link #getElements} and {@link #getCount} tell.
     *
     * @param datatype what the elements belong to
     * @param count number of elements of predefined types
     * @throws MPIException when the datatype is null or not committed, or the count negative
     */
    public void setElements(Datatype datatype, int count) throws MPIException {
        setElements(datatype, (long) count);
    }

    /**
     * Like {@link #setElements}, for any number.
     *
     * @param datatype what the elements belong to
     * @param count number of elements of predefined types
     * @throws MPIException when the datatype is null or not committed, or the count negative
     */
    public void setElementsX(Datatype datatype, Count count) throws MPIException {
        setElements(datatype, count.getCount());
    }

    private void setElements(Datatype datatype, long count) {
        Arguments.type(datatype);
        if (count < 0) {
            throw new MPIException(MPI.ERR_COUNT, "count must not be negative: count=" + count);
        }
        bytes = datatype.layout().bytesOf(count);
    }

    /**
     * Whether the operation was cancelled; then nothing else here has a meaning.
     *
     * @return true if so
     */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Changes what {@link #isCancelled} tells.
     *
     * @param flag the new value
     */
    public void setCancelled(boolean flag) {
        cancelled = flag;
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
