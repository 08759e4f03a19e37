package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.commons.MismatchException;
import io.jmpi.progress.Engine;
import io.jmpi.progress.Operation;
import io.jmpi.progress.ReceiveOperation;
import io.jmpi.progress.SendOperation;

/**
 * An operation that goes on while the program does something else (MPI 4.1, 3.7). It becomes null when its completion has
 * been seen by one of the calls here.
 *
 * <p>A {@link Prequest} becomes inactive instead, which the calls here treat like null, and can be started again.
 *
 * <p>May be used from any thread, by one at a time. Calls on arrays pass over elements that are Java's null, like null
 * requests.
 */
public class Request implements Freeable {

    private final Communicator comm;
    private final boolean isReceive;
    private Operation operation;
    private boolean active;

    private Request() {
        this(null, false);
    }

    /** One that is not active. */
    Request(Communicator comm, boolean isReceive) {
        this.comm = comm;
        this.isReceive = isReceive;
    }

    /** A request under way; the operation is null where it was done at once. */
    Request(Communicator comm, Operation operation, boolean isReceive) {
        this(comm, isReceive);
        activate(operation);
    }

    /** Begins to stand for an operation, null for one that was done at once. */
    final void activate(Operation started) {
        operation = started;
        active = true;
    }

    /** Whether there is an operation whose completion has not been seen. */
    final boolean isActive() {
        return active;
    }

    /** What a failure is to the program: an error of its own function, thrown as it is, or one of MPI. */
    static RuntimeException failure(Communicator comm, Throwable failure) {
        if (failure instanceof MismatchException) {
            return new MPIException(comm, MPI.ERR_TRUNCATE, failure.getMessage(), failure);
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    static Request none() {
        return new Request();
    }

    /**
     * Lets go of the request, which becomes null. The operation goes on to its end.
     *
     * @throws MPIException when the request is null
     */
    @Override
    public void free() throws MPIException {
        if (isNull()) {
            throw new MPIException(MPI.ERR_REQUEST, "a null request cannot be freed");
        }
        release();
    }

    /** Lets the operation go on by itself. */
    final void release() {
        active = false;
        operation = null;
    }

    /**
     * Asks for the operation to end without a message (MPI 4.1, 3.8.4). It does if its message has not met its counterpart
     * yet, else it goes on to its normal end. Either way it has still to be completed, and {@link Status#isCancelled} tells
     * which it was.
     *
     * @throws MPIException when the request is not active, or is a collective, which cannot be cancelled
     */
    public void cancel() throws MPIException {
        if (!active) {
            throw new MPIException(MPI.ERR_REQUEST, "a request that is null or not active cannot be cancelled");
        }
        if (operation == null) {
            return;
        }
        Engine engine = comm.engine();
        engine.enter();
        try {
            if (operation instanceof ReceiveOperation receive) {
                engine.cancel(receive);
            } else if (operation instanceof SendOperation send) {
                engine.cancel(send);
            } else {
                throw new MPIException(MPI.ERR_REQUEST, "a collective cannot be cancelled");
            }
        } finally {
            engine.exit();
        }
    }

    /**
     * Whether the request is null: never was anything, or its completion has been seen.
     *
     * @return true if so
     */
    public boolean isNull() {
        return !active;
    }

    /**
     * Waits until the operation is complete.
     *
     * @throws MPIException of class {@link MPI#ERR_TRUNCATE} when a message was longer than the buffer
     */
    public void waitFor() throws MPIException {
        await();
        retire();
    }

    /**
     * Waits until the operation is complete.
     *
     * @return what has been received; an empty status for a send or a null request
     * @throws MPIException of class {@link MPI#ERR_TRUNCATE} when a message was longer than the buffer
     */
    public Status waitStatus() throws MPIException {
        await();
        return retireWithStatus(Status.NO_INDEX);
    }

    /**
     * Whether the operation is complete; a null request is. Does not wait.
     *
     * @return true if so; the request is null then
     * @throws MPIException of class {@link MPI#ERR_TRUNCATE} when a message was longer than the buffer
     */
    public boolean test() throws MPIException {
        if (!isComplete()) {
            return false;
        }
        retire();
        return true;
    }

    /**
     * What has been received, if the operation is complete. Does not wait.
     *
     * @return null if it is not complete
     * @throws MPIException of class {@link MPI#ERR_TRUNCATE} when a message was longer than the buffer
     */
    public Status testStatus() throws MPIException {
        return isComplete() ? retireWithStatus(Status.NO_INDEX) : null;
    }

    /**
     * What has been received, if the operation is complete; the request stays as it is (MPI 4.1, 3.7.6). Does not wait.
     *
     * @return null if it is not complete; an empty status for a request that is null or not active
     * @throws MPIException of class {@link MPI#ERR_TRUNCATE} when a message was longer than the buffer
     */
    public Status getStatus() throws MPIException {
        if (!isComplete()) {
            return null;
        }
        if (operation != null) {
            Messages.check(comm, operation);
        }
        return active ? statusOf(operation, Status.NO_INDEX) : Status.empty(Status.NO_INDEX);
    }

    /**
     * Waits until any of the operations is complete.
     *
     * @param requests the requests; the completed one becomes null
     * @return the index of the completed one, {@link MPI#UNDEFINED} if all are null
     * @throws MPIException when the completed operation has failed
     */
    public static int waitAny(Request[] requests) throws MPIException {
        int index = RequestArray.awaitAny(requests);
        if (index != MPI.UNDEFINED) {
            requests[index].retire();
        }
        return index;
    }

    /**
     * Waits until any of the operations is complete.
     *
     * @param requests the requests; the completed one becomes null
     * @return its status, with its index; an empty one with index {@link MPI#UNDEFINED} if all are null
     * @throws MPIException when the completed operation has failed
     */
    public static Status waitAnyStatus(Request[] requests) throws MPIException {
        int index = RequestArray.awaitAny(requests);
        return index == MPI.UNDEFINED ? Status.empty(index) : requests[index].retireWithStatus(index);
    }

    /**
     * Looks for an operation that is complete. Does not wait.
     *
     * @param requests the requests; the completed one becomes null
     * @return the index of the completed one, {@link MPI#UNDEFINED} if there is none
     * @throws MPIException when the completed operation has failed
     */
    public static int testAny(Request[] requests) throws MPIException {
        int index = RequestArray.anyComplete(requests);
        if (index >= 0) {
            requests[index].retire();
            return index;
        }
        return MPI.UNDEFINED;
    }

    /**
     * Looks for an operation that is complete. Does not wait.
     *
     * @param requests the requests; the completed one becomes null
     * @return its status, with its index; null if none is complete; an empty one if all are null
     * @throws MPIException when the completed operation has failed
     */
    public static Status testAnyStatus(Request[] requests) throws MPIException {
        int index = RequestArray.anyComplete(requests);
        if (index >= 0) {
            return requests[index].retireWithStatus(index);
        }
        return index == RequestArray.ALL_NULL ? Status.empty(MPI.UNDEFINED) : null;
    }

    /**
     * Waits until all operations are complete.
     *
     * @param requests the requests; they become null
     * @throws MPIException of class {@link MPI#ERR_IN_STATUS} when some have failed, naming the first
     */
    public static void waitAll(Request[] requests) throws MPIException {
        for (Request request : requests) {
            if (request != null) {
                request.await();
            }
        }
        RequestArray.retireAll(requests);
    }

    /**
     * Waits until all operations are complete.
     *
     * @param requests the requests; they become null
     * @return a status for each
     * @throws MPIException of class {@link MPI#ERR_IN_STATUS} when some have failed, naming the first
     */
    public static Status[] waitAllStatus(Request[] requests) throws MPIException {
        for (Request request : requests) {
            if (request != null) {
                request.await();
            }
        }
        return RequestArray.retireAllWithStatus(requests);
    }

    /**
     * Whether all operations are complete. Does not wait.
     *
     * @param requests the requests; they become null if all are complete, else all stay as they are
     * @return true if so
     * @throws MPIException of class {@link MPI#ERR_IN_STATUS} when some have failed, naming the first
     */
    public static boolean testAll(Request[] requests) throws MPIException {
        if (!RequestArray.allComplete(requests)) {
            return false;
        }
        RequestArray.retireAll(requests);
        return true;
    }

    /**
     * What has been received, if all operations are complete. Does not wait.
     *
     * @param requests the requests; they become null if all are complete, else all stay as they are
     * @return a status for each, null if some are not complete
     * @throws MPIException of class {@link MPI#ERR_IN_STATUS} when some have failed, naming the first
     */
    public static Status[] testAllStatus(Request[] requests) throws MPIException {
        return RequestArray.allComplete(requests) ? RequestArray.retireAllWithStatus(requests) : null;
    }

    /**
     * Waits until at least one operation is complete.
     *
     * @param requests the requests; the completed ones become null
     * @return the indexes of all that are complete; null if all requests are null
     * @throws MPIException of class {@link MPI#ERR_IN_STATUS} when some have failed, naming the first
     */
    public static int[] waitSome(Request[] requests) throws MPIException {
        return RequestArray.awaitAnyStays(requests) ? RequestArray.retireSome(requests) : null;
    }

    /**
     * Waits until at least one operation is complete.
     *
     * @param requests the requests; the completed ones become null
     * @return the statuses of all that are complete, with their indexes; null if all requests are null
     * @throws MPIException of class {@link MPI#ERR_IN_STATUS} when some have failed, naming the first
     */
    public static Status[] waitSomeStatus(Request[] requests) throws MPIException {
        return RequestArray.awaitAnyStays(requests) ? RequestArray.retireSomeWithStatus(requests) : null;
    }

    /**
     * Looks for operations that are complete. Does not wait.
     *
     * @param requests the requests; the completed ones become null
     * @return the indexes of all that are complete, maybe none; null if all requests are null
     * @throws MPIException of class {@link MPI#ERR_IN_STATUS} when some have failed, naming the first
     */
    public static int[] testSome(Request[] requests) throws MPIException {
        return RequestArray.anyComplete(requests) == RequestArray.ALL_NULL ? null : RequestArray.retireSome(requests);
    }

    /**
     * Looks for operations that are complete. Does not wait.
     *
     * @param requests the requests; the completed ones become null
     * @return the statuses of all that are complete, maybe none, with their indexes; null if all requests are null
     * @throws MPIException of class {@link MPI#ERR_IN_STATUS} when some have failed, naming the first
     */
    public static Status[] testSomeStatus(Request[] requests) throws MPIException {
        return RequestArray.anyComplete(requests) == RequestArray.ALL_NULL
                ? null
                : RequestArray.retireSomeWithStatus(requests);
    }

    Engine engine() {
        return comm.engine();
    }

    /** Whether the operation is done, as far as has been seen; does not poll. */
    final boolean isDone() {
        return operation == null || operation.isDone();
    }

    private void await() {
        if (active && operation != null) {
            Engine engine = comm.engine();
            engine.enter();
            try {
                engine.await(operation);
            } finally {
                engine.exit();
            }
        }
    }

    /** Whether the operation is done, after a poll if it was not. */
    private boolean isComplete() {
        if (!active || operation == null) {
            return true;
        }
        Engine engine = comm.engine();
        engine.enter();
        try {
            if (!operation.isDone()) {
                engine.poll();
            }
            return operation.isDone();
        } finally {
            engine.exit();
        }
    }

    /** Becomes null after completion. */
    final void retire() {
        Operation done = conclude();
        if (done != null) {
            doneWith(done);
        }
    }

    /** Becomes null after completion. */
    final Status retireWithStatus(int index) {
        if (!active) {
            return Status.empty(index);
        }
        Operation done = conclude();
        Status status = statusOf(done, index);
        if (done != null) {
            doneWith(done);
        }
        return status;
    }

    /** Becomes null; returns what the request stood for, null if that was nothing or done at once. */
    private Operation conclude() {
        Operation done = operation;
        active = false;
        operation = null;
        if (done != null) {
            Messages.check(comm, done);
        }
        return done;
    }

    /** The request has no more use for the operation. */
    void doneWith(Operation done) {
        if (done instanceof ReceiveOperation receive && done.outcome() == Operation.OK) {
            comm.engine().doneWith(receive);
        }
    }

    /** The status of an operation that is done, null for one that was done at once. */
    private Status statusOf(Operation done, int index) {
        if (done != null && done.outcome() == Operation.CANCELLED) {
            return Status.cancelled(index);
        }
        if (!isReceive) {
            return Status.empty(index);
        }
        return done == null ? Status.ofNobody(index) : Messages.status(comm, done, index);
    }
}
