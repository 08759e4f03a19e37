package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.match.UnexpectedMessage;
import io.jmpi.progress.Engine;
import io.jmpi.progress.ReceiveOperation;
import java.nio.Buffer;

/**
 * A message that a probe has found and set aside, so that no other receive or probe can take it, of whatever thread (MPI 4.1,
 * 3.8.2). It is null until a probe has found one, and again after its receive has begun.
 *
 * <p>May be used from any thread, by one at a time.
 */
public final class Message {

    private Communicator comm;
    private UnexpectedMessage found;
    private boolean noProc;

    /** A null message. */
    public Message() {}

    /**
     * Whether there is no message.
     *
     * @return true before a probe has found one, and after its receive has begun
     */
    public boolean isNull() {
        return comm == null;
    }

    /**
     * Whether the message is that of a probe of {@link MPI#PROC_NULL}, whose receive ends at once.
     *
     * @return true if so
     */
    public boolean isNoProc() {
        return noProc;
    }

    /**
     * Waits until there is a message to receive, and sets it aside.
     *
     * @param source rank, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param tag tag or {@link MPI#ANY_TAG}
     * @param comm the communicator
     * @return what the message is
     * @throws MPIException when an argument is invalid, or a message found before has not been received
     */
    public Status mProbe(int source, int tag, Comm comm) throws MPIException {
        Communicator communicator = require(comm);
        if (Messages.checkSource(communicator, source, tag)) {
            return nobody(communicator);
        }
        Engine engine = communicator.engine();
        engine.enter();
        try {
            return take(
                    communicator,
                    engine.awaitMessage(Messages.world(communicator, source), communicator.context(), tag));
        } finally {
            engine.exit();
        }
    }

    /**
     * Looks whether there is a message to receive, and sets it aside. Does not wait.
     *
     * @param source rank, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param tag tag or {@link MPI#ANY_TAG}
     * @param comm the communicator
     * @return what the message is, null if there is nothing yet
     * @throws MPIException when an argument is invalid, or a message found before has not been received
     */
    public Status imProbe(int source, int tag, Comm comm) throws MPIException {
        Communicator communicator = require(comm);
        if (Messages.checkSource(communicator, source, tag)) {
            return nobody(communicator);
        }
        Engine engine = communicator.engine();
        engine.enter();
        try {
            UnexpectedMessage message = engine.probe(Messages.world(communicator, source), communicator.context(), tag);
            return message == null ? null : take(communicator, message);
        } finally {
            engine.exit();
        }
    }

    private Communicator require(Comm given) {
        if (given == null) {
            throw new MPIException(MPI.ERR_COMM, "the communicator is null");
        }
        if (!isNull()) {
            throw new MPIException(
                    MPI.ERR_REQUEST, "this holds a message that has not been received; call mRecv or imRecv first");
        }
        return given.communicator();
    }

    private Status nobody(Communicator communicator) {
        comm = communicator;
        noProc = true;
        return Status.ofNobody(Status.NO_INDEX);
    }

    private Status take(Communicator communicator, UnexpectedMessage message) {
        communicator.engine().claim(message);
        comm = communicator;
        found = message;
        return Messages.status(communicator, message);
    }

    /**
     * Receives the message; waits until it is there.
     *
     * @param buf where the data goes, from index 0 on
     * @param count the most elements to receive
     * @param type what they are
     * @return what has come
     * @throws MPIException when an argument is invalid or the message null; of class {@link MPI#ERR_TRUNCATE} when it is
     *     longer than {@code count}
     */
    public Status mRecv(Object buf, int count, Datatype type) throws MPIException {
        return start(buf, count, type).waitStatus();
    }

    /**
     * Begins to receive the message.
     *
     * @param buf where the data goes, from index 0 on
     * @param count the most elements to receive
     * @param type what they are
     * @return the request
     * @throws MPIException when an argument is invalid or the message null
     */
    public Request imRecv(Buffer buf, int count, Datatype type) throws MPIException {
        return start(buf, count, type);
    }

    /**
     * Like {@link #imRecv(Buffer, int, Datatype)}, for arrays too.
     *
     * @param buf where the data goes, from index 0 on
     * @param count the most elements to receive
     * @param type what they are
     * @return the request
     * @throws MPIException when an argument is invalid or the message null
     */
    public Request imRecv(Object buf, int count, Datatype type) throws MPIException {
        return start(buf, count, type);
    }

    private Request start(Object buf, int count, Datatype type) {
        if (isNull()) {
            throw new MPIException(
                    MPI.ERR_REQUEST, "there is no message to receive; mProbe finds one, for one receive");
        }
        Communicator of = comm;
        if (Messages.isNoting()) {
            ErrorHandling.callOn(of);
        }
        Cargo cargo = Cargo.incoming(buf, count, type);
        UnexpectedMessage message = found;
        comm = null;
        found = null;
        noProc = false;
        if (message == null) {
            return new Request(of, null, true);
        }
        Engine engine = of.engine();
        engine.enter();
        try {
            ReceiveOperation receive = engine.newReceive()
                    .prepare(
                            message.source(),
                            of.context(),
                            message.tag(),
                            cargo.buffer(),
                            cargo.memory(),
                            cargo.offset(),
                            cargo.length());
            engine.start(receive, message);
            return new Request(of, receive, true);
        } finally {
            engine.exit();
        }
    }
}
