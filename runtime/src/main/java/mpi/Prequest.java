package mpi;

import io.jmpi.coll.CollectiveOperation;
import io.jmpi.coll.Communicator;
import io.jmpi.progress.Operation;

/**
 * An operation that is described once and started again and again (MPI 4.1, 3.9 and 6.13). It is inactive at first, and again
 * whenever its completion has been seen; it becomes null only by {@link #free}.
 *
 * <p>May be used from any thread, by one at a time.
 */
public final class Prequest extends Request {

    private Starter starter;

    /** What is started; its latest operation has been completed by then. */
    interface Starter {

        /** Starts it anew; null if that was all. */
        Operation start();
    }

    Prequest(Communicator comm, boolean isReceive, Starter starter) {
        super(comm, isReceive);
        this.starter = starter;
    }

    /** A collective, which starts with the schedule, the number and the working memory that it has. */
    static Prequest of(Communicator comm, CollectiveOperation collective) {
        return new Prequest(comm, false, () -> {
            collective.start();
            return collective;
        });
    }

    /**
     * Starts the operation.
     *
     * @throws MPIException when the request is active already, or has been freed
     */
    public void start() throws MPIException {
        if (starter == null) {
            throw new MPIException(MPI.ERR_REQUEST, "the request is null; it has been freed");
        }
        if (isActive()) {
            throw new MPIException(
                    MPI.ERR_REQUEST, "the request is active already; complete it before it is started again");
        }
        activate(starter.start());
    }

    /**
     * Starts several operations.
     *
     * @param requests the requests, none of them active
     * @throws MPIException as {@link #start}
     */
    public static void startAll(Prequest[] requests) throws MPIException {
        for (Prequest request : requests) {
            if (request == null) {
                throw new MPIException(MPI.ERR_REQUEST, "a null request cannot be started");
            }
            request.start();
        }
    }

    /** It is kept, to be started again. */
    @Override
    void doneWith(Operation done) {
        // nothing
    }

    @Override
    public boolean isNull() {
        return starter == null;
    }

    /** Gives the request up. What has been started goes on to its end. */
    @Override
    public void free() throws MPIException {
        super.free();
        starter = null;
    }
}
