package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.data.UserMemory;
import io.jmpi.match.UnexpectedMessage;
import io.jmpi.progress.Engine;
import io.jmpi.progress.Operation;
import io.jmpi.progress.ReceiveOperation;
import io.jmpi.progress.SendOperation;
import java.nio.Buffer;

/**
 * Messages from one rank to another, part of {@link Comm} (MPI 4.1, chapter 3).
 *
 * <p>A message goes to a receive with the same communicator and tag, in the order it was sent. Which buffers there are, and
 * what threads may do, says the package.
 */
abstract class Messages {

    /** Whether errors have been made fatal somewhere, so that calls note what they are on. */
    private static boolean noting;

    private Communicator comm;

    Messages() {}

    final void bind(Communicator communicator) {
        comm = communicator;
    }

    final void unbind() {
        comm = null;
    }

    final boolean isBound() {
        return comm != null;
    }

    /** The communicator behind this one. */
    final Communicator communicator() {
        if (noting) {
            ErrorHandling.callOn(comm);
        }
        if (comm == null) {
            MPI.joined();
            throw new MPIException(
                    MPI.ERR_COMM, "the communicator is null; it has been freed, or this rank is not in it");
        }
        return comm;
    }

    /** From now on all calls note what they are on. */
    static void startNoting() {
        noting = true;
    }

    static boolean isNoting() {
        return noting;
    }

    /** What this call means by a buffer without a count. */
    final Region region(Object buf) {
        communicator();
        return Region.of(buf);
    }

    /** What this call means by a part of a buffer. */
    final Region region(Object buf, int offset, int count) {
        communicator();
        return Region.of(buf, offset, count);
    }

    /**
     * Sends a message; returns when the buffer may be changed again. A short message does not wait for its receive.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @throws MPIException when an argument is invalid
     */
    public final void send(Object buf, int count, Datatype type, int dest, int tag) throws MPIException {
        send(buf, 0, count, type, dest, tag, false);
    }

    /**
     * Like {@link #send(Object, int, Datatype, int, int)}, the whole of a buffer.
     *
     * @param buf the data
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @throws MPIException when an argument is invalid
     */
    public final void send(Object buf, int dest, int tag) throws MPIException {
        Region region = region(buf);
        send(buf, region.offset(), region.count(), region.type(), dest, tag, false);
    }

    /**
     * Like {@link #send(Object, int, Datatype, int, int)}, part of a buffer.
     *
     * @param buf the data
     * @param offset index of the first element
     * @param count number of elements
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @throws MPIException when an argument is invalid
     */
    public final void send(Object buf, int offset, int count, int dest, int tag) throws MPIException {
        send(buf, offset, count, region(buf, offset, count).type(), dest, tag, false);
    }

    /**
     * Sends a message and waits until its receive has begun (MPI 4.1, 3.4).
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @throws MPIException when an argument is invalid
     */
    public final void sSend(Object buf, int count, Datatype type, int dest, int tag) throws MPIException {
        send(buf, 0, count, type, dest, tag, true);
    }

    /**
     * Like {@link #sSend(Object, int, Datatype, int, int)}, the whole of a buffer.
     *
     * @param buf the data
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @throws MPIException when an argument is invalid
     */
    public final void sSend(Object buf, int dest, int tag) throws MPIException {
        Region region = region(buf);
        send(buf, region.offset(), region.count(), region.type(), dest, tag, true);
    }

    /**
     * Like {@link #sSend(Object, int, Datatype, int, int)}, part of a buffer.
     *
     * @param buf the data
     * @param offset index of the first element
     * @param count number of elements
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @throws MPIException when an argument is invalid
     */
    public final void sSend(Object buf, int offset, int count, int dest, int tag) throws MPIException {
        send(buf, offset, count, region(buf, offset, count).type(), dest, tag, true);
    }

    /**
     * Receives a message; waits until it is there.
     *
     * @param buf where the data goes, from index 0 on
     * @param count the most elements to receive
     * @param type what they are
     * @param source rank to receive from, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param tag the message's tag or {@link MPI#ANY_TAG}
     * @return what has come
     * @throws MPIException when an argument is invalid; of class {@link MPI#ERR_TRUNCATE} when the message is longer than
     *     {@code count}, of which the buffer then holds the beginning
     */
    public final Status recv(Object buf, int count, Datatype type, int source, int tag) throws MPIException {
        return tell(receive(buf, 0, count, type, source, tag));
    }

    /**
     * Like {@link #recv(Object, int, Datatype, int, int)}, into the whole of a buffer.
     *
     * @param buf where the data goes
     * @param source rank to receive from, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param tag the message's tag or {@link MPI#ANY_TAG}
     * @return what has come
     * @throws MPIException as there
     */
    public final Status recv(Object buf, int source, int tag) throws MPIException {
        Region region = region(buf);
        return tell(receive(buf, region.offset(), region.count(), region.type(), source, tag));
    }

    /**
     * Like {@link #recv(Object, int, Datatype, int, int)}, into part of a buffer.
     *
     * @param buf where the data goes
     * @param offset index of the first element
     * @param count the most elements to receive
     * @param source rank to receive from, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param tag the message's tag or {@link MPI#ANY_TAG}
     * @return what has come
     * @throws MPIException as there
     */
    public final Status recv(Object buf, int offset, int count, int source, int tag) throws MPIException {
        return tell(receive(buf, offset, count, region(buf, offset, count).type(), source, tag));
    }

    /**
     * Sends one message and receives another, in whatever order they can go (MPI 4.1, 3.10).
     *
     * @param sendbuf the data to send, from index 0 on
     * @param sendcount number of elements to send
     * @param sendtype what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param sendtag tag of the message sent
     * @param recvbuf where the data received goes, from index 0 on; must not overlap the data to send
     * @param recvcount the most elements to receive
     * @param recvtype what they are
     * @param source rank to receive from, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param recvtag tag of the message received, or {@link MPI#ANY_TAG}
     * @return what has come
     * @throws MPIException when an argument is invalid, or the message received is longer than {@code recvcount}
     */
    public final Status sendRecv(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            int dest,
            int sendtag,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int source,
            int recvtag)
            throws MPIException {
        Request receive = iReceive(recvbuf, 0, recvcount, recvtype, source, recvtag);
        Request send = iSend(sendbuf, 0, sendcount, sendtype, dest, sendtag, false);
        send.waitFor();
        return receive.waitStatus();
    }

    /**
     * Like the longer one, the whole of two buffers.
     *
     * @param sendbuf the data to send
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param sendtag tag of the message sent
     * @param recvbuf where the data received goes; must not overlap the data to send
     * @param source rank to receive from, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param recvtag tag of the message received, or {@link MPI#ANY_TAG}
     * @return what has come
     * @throws MPIException when an argument is invalid, or the message received is longer than the buffer
     */
    public final Status sendRecv(Object sendbuf, int dest, int sendtag, Object recvbuf, int source, int recvtag)
            throws MPIException {
        Request receive = iRecv(recvbuf, source, recvtag);
        Request send = iSend(sendbuf, dest, sendtag);
        send.waitFor();
        return receive.waitStatus();
    }

    /**
     * Like the longest one, parts of two buffers.
     *
     * @param sendbuf the data to send
     * @param sendoffset index of its first element
     * @param sendcount number of elements to send
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param sendtag tag of the message sent
     * @param recvbuf where the data received goes; must not overlap the data to send
     * @param recvoffset index at which it begins
     * @param recvcount the most elements to receive
     * @param source rank to receive from, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param recvtag tag of the message received, or {@link MPI#ANY_TAG}
     * @return what has come
     * @throws MPIException when an argument is invalid, or the message received is longer than {@code recvcount}
     */
    public final Status sendRecv(
            Object sendbuf,
            int sendoffset,
            int sendcount,
            int dest,
            int sendtag,
            Object recvbuf,
            int recvoffset,
            int recvcount,
            int source,
            int recvtag)
            throws MPIException {
        Request receive = iRecv(recvbuf, recvoffset, recvcount, source, recvtag);
        Request send = iSend(sendbuf, sendoffset, sendcount, dest, sendtag);
        send.waitFor();
        return receive.waitStatus();
    }

    /**
     * Begins to send a message (MPI 4.1, 3.7.2). The data must not change until the request is complete.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iSend(Buffer buf, int count, Datatype type, int dest, int tag) throws MPIException {
        return iSend(buf, 0, count, type, dest, tag, false);
    }

    /**
     * Like {@link #iSend(Buffer, int, Datatype, int, int)}, for arrays too.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iSend(Object buf, int count, Datatype type, int dest, int tag) throws MPIException {
        return iSend(buf, 0, count, type, dest, tag, false);
    }

    /**
     * Like {@link #iSend(Buffer, int, Datatype, int, int)}, the whole of a buffer.
     *
     * @param buf the data
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iSend(Object buf, int dest, int tag) throws MPIException {
        Region region = region(buf);
        return iSend(buf, region.offset(), region.count(), region.type(), dest, tag, false);
    }

    /**
     * Like {@link #iSend(Buffer, int, Datatype, int, int)}, part of a buffer.
     *
     * @param buf the data
     * @param offset index of the first element
     * @param count number of elements
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iSend(Object buf, int offset, int count, int dest, int tag) throws MPIException {
        return iSend(buf, offset, count, region(buf, offset, count).type(), dest, tag, false);
    }

    /**
     * Like {@link #iSend(Buffer, int, Datatype, int, int)}, and complete only when the receive has begun.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request isSend(Buffer buf, int count, Datatype type, int dest, int tag) throws MPIException {
        return iSend(buf, 0, count, type, dest, tag, true);
    }

    /**
     * Like {@link #isSend(Buffer, int, Datatype, int, int)}, for arrays too.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request isSend(Object buf, int count, Datatype type, int dest, int tag) throws MPIException {
        return iSend(buf, 0, count, type, dest, tag, true);
    }

    /**
     * Like {@link #isSend(Buffer, int, Datatype, int, int)}, the whole of a buffer.
     *
     * @param buf the data
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request isSend(Object buf, int dest, int tag) throws MPIException {
        Region region = region(buf);
        return iSend(buf, region.offset(), region.count(), region.type(), dest, tag, true);
    }

    /**
     * Like {@link #isSend(Buffer, int, Datatype, int, int)}, part of a buffer.
     *
     * @param buf the data
     * @param offset index of the first element
     * @param count number of elements
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request isSend(Object buf, int offset, int count, int dest, int tag) throws MPIException {
        return iSend(buf, offset, count, region(buf, offset, count).type(), dest, tag, true);
    }

    /**
     * Begins to receive a message (MPI 4.1, 3.7.2). The buffer must be left alone until the request is complete.
     *
     * @param buf where the data goes, from index 0 on
     * @param count the most elements to receive
     * @param type what they are
     * @param source rank to receive from, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param tag the message's tag or {@link MPI#ANY_TAG}
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iRecv(Buffer buf, int count, Datatype type, int source, int tag) throws MPIException {
        return iReceive(buf, 0, count, type, source, tag);
    }

    /**
     * Like {@link #iRecv(Buffer, int, Datatype, int, int)}, for arrays too.
     *
     * @param buf where the data goes, from index 0 on
     * @param count the most elements to receive
     * @param type what they are
     * @param source rank to receive from, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param tag the message's tag or {@link MPI#ANY_TAG}
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iRecv(Object buf, int count, Datatype type, int source, int tag) throws MPIException {
        return iReceive(buf, 0, count, type, source, tag);
    }

    /**
     * Like {@link #iRecv(Buffer, int, Datatype, int, int)}, into the whole of a buffer.
     *
     * @param buf where the data goes
     * @param source rank to receive from, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param tag the message's tag or {@link MPI#ANY_TAG}
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iRecv(Object buf, int source, int tag) throws MPIException {
        Region region = region(buf);
        return iReceive(buf, region.offset(), region.count(), region.type(), source, tag);
    }

    /**
     * Like {@link #iRecv(Buffer, int, Datatype, int, int)}, into part of a buffer.
     *
     * @param buf where the data goes
     * @param offset index of the first element
     * @param count the most elements to receive
     * @param source rank to receive from, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param tag the message's tag or {@link MPI#ANY_TAG}
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request iRecv(Object buf, int offset, int count, int source, int tag) throws MPIException {
        return iReceive(buf, offset, count, region(buf, offset, count).type(), source, tag);
    }

    /**
     * Waits until there is a message to receive, and leaves it there (MPI 4.1, 3.8).
     *
     * @param source rank, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param tag tag or {@link MPI#ANY_TAG}
     * @return what a receive with the same arguments would receive
     * @throws MPIException when an argument is invalid
     */
    public final Status probe(int source, int tag) throws MPIException {
        Communicator comm = communicator();
        if (checkSource(comm, source, tag)) {
            return Status.ofNobody(Status.NO_INDEX);
        }
        Engine engine = comm.engine();
        engine.enter();
        try {
            return status(comm, engine.awaitMessage(world(comm, source), comm.context(), tag));
        } finally {
            engine.exit();
        }
    }

    /**
     * Looks whether there is a message to receive, and leaves it there. Does not wait.
     *
     * @param source rank, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param tag tag or {@link MPI#ANY_TAG}
     * @return what a receive with the same arguments would receive, null if there is nothing yet
     * @throws MPIException when an argument is invalid
     */
    public final Status iProbe(int source, int tag) throws MPIException {
        Communicator comm = communicator();
        if (checkSource(comm, source, tag)) {
            return Status.ofNobody(Status.NO_INDEX);
        }
        Engine engine = comm.engine();
        engine.enter();
        try {
            UnexpectedMessage message = engine.probe(world(comm, source), comm.context(), tag);
            return message == null ? null : status(comm, message);
        } finally {
            engine.exit();
        }
    }

    private void send(Object buf, long offset, long count, Datatype type, int dest, int tag, boolean synchronous) {
        Communicator comm = communicator();
        UserMemory memory = checkSend(comm, buf, offset, count, type, dest, tag);
        Object data = buf;
        if (type.isMapped()) {
            data = memory = type.map(buf, offset);
        }
        if (dest == MPI.PROC_NULL) {
            return;
        }
        Engine engine = comm.engine();
        int peer = comm.peers().toWorld(dest);
        engine.enter();
        try {
            if (synchronous
                    || !engine.trySend(
                            peer, comm.context(), tag, data, memory, type.position(offset), type.bytes(count))) {
                SendOperation send = new SendOperation()
                        .prepare(
                                peer,
                                comm.context(),
                                tag,
                                data,
                                memory,
                                type.position(offset),
                                type.bytes(count),
                                synchronous);
                engine.start(send);
                engine.await(send);
            }
        } finally {
            engine.exit();
        }
    }

    final Request iSend(Object buf, long offset, long count, Datatype type, int dest, int tag, boolean synchronous) {
        Communicator comm = communicator();
        UserMemory memory = checkSend(comm, buf, offset, count, type, dest, tag);
        Object data = buf;
        if (type.isMapped()) {
            data = memory = type.map(buf, offset);
        }
        if (dest == MPI.PROC_NULL) {
            return new Request(comm, null, false);
        }
        Engine engine = comm.engine();
        int peer = comm.peers().toWorld(dest);
        engine.enter();
        try {
            if (!synchronous
                    && engine.trySend(
                            peer, comm.context(), tag, data, memory, type.position(offset), type.bytes(count))) {
                return new Request(comm, null, false);
            }
            SendOperation send = new SendOperation()
                    .prepare(
                            peer,
                            comm.context(),
                            tag,
                            data,
                            memory,
                            type.position(offset),
                            type.bytes(count),
                            synchronous);
            engine.start(send);
            return new Request(comm, send, false);
        } finally {
            engine.exit();
        }
    }

    /** Receives a message; null from nobody. */
    private ReceiveOperation receive(Object buf, long offset, long count, Datatype type, int source, int tag) {
        Communicator comm = communicator();
        UserMemory memory = checkReceive(comm, buf, offset, count, type, source, tag);
        Object data = buf;
        if (type.isMapped()) {
            data = memory = type.map(buf, offset);
        }
        if (source == MPI.PROC_NULL) {
            return null;
        }
        Engine engine = comm.engine();
        engine.enter();
        try {
            ReceiveOperation receive = engine.newReceive();
            engine.start(receive.prepare(
                    world(comm, source), comm.context(), tag, data, memory, type.position(offset), type.bytes(count)));
            engine.await(receive);
            check(comm, receive);
            return receive;
        } finally {
            engine.exit();
        }
    }

    /** Small, so that the compiler sees whether the caller needs the status, and else leaves it out. */
    private Status tell(ReceiveOperation done) {
        int source = MPI.PROC_NULL;
        int tag = MPI.ANY_TAG;
        long bytes = 0;
        if (done != null) {
            source = comm.peers().fromWorld(done.source());
            tag = done.tag();
            bytes = done.bytes();
            comm.engine().doneWith(done);
        }
        return new Status(source, tag, bytes, Status.NO_INDEX);
    }

    final Request iReceive(Object buf, long offset, long count, Datatype type, int source, int tag) {
        Communicator comm = communicator();
        UserMemory memory = checkReceive(comm, buf, offset, count, type, source, tag);
        Object data = buf;
        if (type.isMapped()) {
            data = memory = type.map(buf, offset);
        }
        if (source == MPI.PROC_NULL) {
            return new Request(comm, null, true);
        }
        Engine engine = comm.engine();
        engine.enter();
        try {
            ReceiveOperation receive = engine.newReceive();
            engine.start(receive.prepare(
                    world(comm, source), comm.context(), tag, data, memory, type.position(offset), type.bytes(count)));
            return new Request(comm, receive, true);
        } finally {
            engine.exit();
        }
    }

    private static UserMemory checkSend(
            Communicator comm, Object buf, long offset, long count, Datatype type, int dest, int tag) {
        Arguments.destination(comm, dest);
        Arguments.sendTag(tag);
        return Arguments.buffer(buf, offset, count, type);
    }

    private static UserMemory checkReceive(
            Communicator comm, Object buf, long offset, long count, Datatype type, int source, int tag) {
        Arguments.source(comm, source);
        Arguments.receiveTag(tag);
        return Arguments.writable(buf, offset, count, type);
    }

    /** Whether the source is nobody. */
    static boolean checkSource(Communicator comm, int source, int tag) {
        Arguments.source(comm, source);
        Arguments.receiveTag(tag);
        return source == MPI.PROC_NULL;
    }

    static int world(Communicator comm, int source) {
        return source == MPI.ANY_SOURCE ? source : comm.peers().toWorld(source);
    }

    /** The status of a receive that is done. */
    static Status status(Communicator comm, Operation done, int index) {
        return new Status(comm.peers().fromWorld(done.source()), done.tag(), done.bytes(), index);
    }

    static Status status(Communicator comm, UnexpectedMessage message) {
        return new Status(comm.peers().fromWorld(message.source()), message.tag(), message.length(), Status.NO_INDEX);
    }

    /** Throws what has gone wrong with an operation that is done. */
    static void check(Communicator comm, Operation done) {
        if (done.outcome() == Operation.FAILED) {
            throw Request.failure(comm, done.failure());
        }
        if (done.outcome() == Operation.TRUNCATED) {
            throw new MPIException(
                    comm,
                    MPI.ERR_TRUNCATE,
                    "message truncated: " + done.bytes() + " bytes from rank "
                            + comm.peers().fromWorld(done.source()) + " with tag " + done.tag()
                            + " are more than the receive has room for",
                    null);
        }
    }
}
