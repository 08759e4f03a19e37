package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.data.UserMemory;
import io.jmpi.progress.Engine;
import io.jmpi.progress.SendBuffer;
import java.nio.Buffer;

/**
 * The modes of sending beside the standard and the synchronous one, part of {@link Comm} (MPI 4.1, 3.4), and what sends and
 * receives from one buffer.
 */
abstract class SendModes extends Messages {

    SendModes() {}

    /**
     * Sends a message by way of the memory that {@link MPI#attachBuffer} has attached; returns at once, whether or not there
     * is a receive (MPI 4.1, 3.6).
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @throws MPIException when an argument is invalid; of class {@link MPI#ERR_BUFFER} when no memory is attached, or too
     *     little is left of it
     */
    public final void bSend(Object buf, int count, Datatype type, int dest, int tag) throws MPIException {
        sendBuffered(buf, count, type, dest, tag);
    }

    /**
     * Like {@link #send(Object, int, Datatype, int, int)}, for a message whose receive is known to be posted. This library
     * makes no use of that.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @throws MPIException when an argument is invalid
     */
    public final void rSend(Object buf, int count, Datatype type, int dest, int tag) throws MPIException {
        send(buf, count, type, dest, tag);
    }

    /**
     * Like {@link #bSend}, with a request, which is complete at once.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request
     * @throws MPIException when an argument is invalid; of class {@link MPI#ERR_BUFFER} when no memory is attached, or too
     *     little is left of it
     */
    public final Request ibSend(Buffer buf, int count, Datatype type, int dest, int tag) throws MPIException {
        sendBuffered(buf, count, type, dest, tag);
        return new Request(communicator(), null, false);
    }

    /**
     * Like {@link #rSend}, with a request.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request irSend(Buffer buf, int count, Datatype type, int dest, int tag) throws MPIException {
        return iSend(buf, 0, count, type, dest, tag, false);
    }

    /**
     * Like {@link #bSend}, with a request, which is complete at once, for arrays too.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request
     * @throws MPIException when an argument is invalid; of class {@link MPI#ERR_BUFFER} when no memory is attached, or too
     *     little is left of it
     */
    public final Request ibSend(Object buf, int count, Datatype type, int dest, int tag) throws MPIException {
        sendBuffered(buf, count, type, dest, tag);
        return new Request(communicator(), null, false);
    }

    /**
     * Like {@link #rSend}, with a request, for arrays too.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request
     * @throws MPIException when an argument is invalid
     */
    public final Request irSend(Object buf, int count, Datatype type, int dest, int tag) throws MPIException {
        return iSend(buf, 0, count, type, dest, tag, false);
    }

    /**
     * Sends a message and receives another into the same buffer, in whatever order they can go (MPI 4.1, 3.10). What is sent
     * is copied first.
     *
     * @param buf the data to send, and where the data received goes, from index 0 on
     * @param count number of elements to send, and the most to receive
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param sendtag tag of the message sent
     * @param source rank to receive from, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param recvtag tag of the message received, or {@link MPI#ANY_TAG}
     * @return what has come
     * @throws MPIException when an argument is invalid, or the message received is longer than {@code count}
     */
    public final Status sendRecvReplace(
            Object buf, int count, Datatype type, int dest, int sendtag, int source, int recvtag) throws MPIException {
        Cargo sent = Cargo.incoming(buf, count, type);
        long units = type.units(count);
        if (units > Integer.MAX_VALUE - 8) {
            throw new MPIException(
                    MPI.ERR_COUNT,
                    count + " of " + type
                            + " are more than an array holds, which what is sent is copied to; use sendRecv");
        }
        Object copy = type.element().newArray((int) units);
        sent.copyTo(copy, 0);
        Datatype plain = MPI.typeOf(UserMemory.of(copy));
        Arguments.destination(communicator(), dest);
        Arguments.sendTag(sendtag);
        Request receive = iReceive(buf, 0, count, type, source, recvtag);
        Request send = iSend(copy, 0, units, plain, dest, sendtag, false);
        send.waitFor();
        return receive.waitStatus();
    }

    private void sendBuffered(Object buf, int count, Datatype type, int dest, int tag) {
        Communicator comm = communicator();
        Arguments.destination(comm, dest);
        Arguments.sendTag(tag);
        sendBuffered(comm, Cargo.outgoing(buf, count, type), dest, tag);
    }

    /** Sends a message by way of the attached memory. */
    static void sendBuffered(Communicator comm, Cargo cargo, int dest, int tag) {
        if (dest == MPI.PROC_NULL) {
            return;
        }
        Engine engine = comm.engine();
        engine.enter();
        try {
            SendBuffer attached = MPI.sendBuffer();
            if (cargo.length() > attached.bytes().length
                    || !attached.trySend(
                            engine,
                            comm.peers().toWorld(dest),
                            comm.context(),
                            tag,
                            cargo.buffer(),
                            cargo.memory(),
                            cargo.offset(),
                            cargo.length())) {
                throw new MPIException(
                        MPI.ERR_BUFFER,
                        "no room to buffer a message of " + cargo.length() + " bytes: " + attached.used() + " of the "
                                + attached.bytes().length + " attached are in use; attach more with MPI.attachBuffer");
            }
        } finally {
            engine.exit();
        }
    }
}
