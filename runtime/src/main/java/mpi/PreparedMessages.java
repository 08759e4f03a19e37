package mpi;

import io.jmpi.coll.Communicator;
import java.nio.Buffer;

/**
 * Persistent requests, and the packing of messages by the program, part of {@link Comm} (MPI 4.1, 3.9 and 5.2). A persistent
 * request must be started, with {@link Prequest#start}; buffer and datatype are those of the time it was made.
 */
abstract class PreparedMessages extends SendModes {

    PreparedMessages() {}

    /**
     * Prepares sends like {@link #send(Object, int, Datatype, int, int)}.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest sendInit(Buffer buf, int count, Datatype type, int dest, int tag) throws MPIException {
        return prepareSend(SendMode.STANDARD, buf, count, type, dest, tag);
    }

    /**
     * Prepares sends like {@link #send(Object, int, Datatype, int, int)}, for arrays too.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest sendInit(Object buf, int count, Datatype type, int dest, int tag) throws MPIException {
        return prepareSend(SendMode.STANDARD, buf, count, type, dest, tag);
    }

    /**
     * Prepares sends like {@link #bSend}. It is the memory attached when one is started that counts.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest bSendInit(Buffer buf, int count, Datatype type, int dest, int tag) throws MPIException {
        return prepareSend(SendMode.BUFFERED, buf, count, type, dest, tag);
    }

    /**
     * Prepares sends like {@link #bSend}, for arrays too. It is the memory attached when one is started that counts.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest bSendInit(Object buf, int count, Datatype type, int dest, int tag) throws MPIException {
        return prepareSend(SendMode.BUFFERED, buf, count, type, dest, tag);
    }

    /**
     * Prepares sends like {@link #sSend(Object, int, Datatype, int, int)}.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest sSendInit(Buffer buf, int count, Datatype type, int dest, int tag) throws MPIException {
        return prepareSend(SendMode.SYNCHRONOUS, buf, count, type, dest, tag);
    }

    /**
     * Prepares sends like {@link #sSend(Object, int, Datatype, int, int)}, for arrays too.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest sSendInit(Object buf, int count, Datatype type, int dest, int tag) throws MPIException {
        return prepareSend(SendMode.SYNCHRONOUS, buf, count, type, dest, tag);
    }

    /**
     * Prepares sends like {@link #rSend}.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest rSendInit(Buffer buf, int count, Datatype type, int dest, int tag) throws MPIException {
        return prepareSend(SendMode.STANDARD, buf, count, type, dest, tag);
    }

    /**
     * Prepares sends like {@link #rSend}, for arrays too.
     *
     * @param buf the data, from index 0 on
     * @param count number of elements
     * @param type what they are
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest rSendInit(Object buf, int count, Datatype type, int dest, int tag) throws MPIException {
        return prepareSend(SendMode.STANDARD, buf, count, type, dest, tag);
    }

    /**
     * Prepares receives.
     *
     * @param buf where the data goes, from index 0 on
     * @param count the most elements to receive
     * @param type what they are
     * @param source rank to receive from, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param tag the message's tag or {@link MPI#ANY_TAG}
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest recvInit(Buffer buf, int count, Datatype type, int source, int tag) throws MPIException {
        return prepareReceive(buf, count, type, source, tag);
    }

    /**
     * Prepares receives, for arrays too.
     *
     * @param buf where the data goes, from index 0 on
     * @param count the most elements to receive
     * @param type what they are
     * @param source rank to receive from, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param tag the message's tag or {@link MPI#ANY_TAG}
     * @return the request, not active yet
     * @throws MPIException when an argument is invalid
     */
    public final Prequest recvInit(Object buf, int count, Datatype type, int source, int tag) throws MPIException {
        return prepareReceive(buf, count, type, source, tag);
    }

    private Prequest prepareSend(SendMode mode, Object buf, int count, Datatype type, int dest, int tag) {
        Communicator comm = communicator();
        Arguments.destination(comm, dest);
        Arguments.sendTag(tag);
        Cargo cargo = Cargo.outgoing(buf, count, type);
        return PersistentSend.request(mode, comm, cargo, dest, tag);
    }

    private Prequest prepareReceive(Object buf, int count, Datatype type, int source, int tag) {
        Communicator comm = communicator();
        boolean fromNobody = checkSource(comm, source, tag);
        Cargo cargo = Cargo.incoming(buf, count, type);
        return PersistentReceive.request(comm, cargo, fromNobody ? source : world(comm, source), tag);
    }

    /**
     * Appends items to bytes that are to be sent as {@link MPI#PACKED}.
     *
     * @param inbuf the items, from index 0 on
     * @param incount number of items
     * @param type what they are
     * @param outbuf where the bytes go
     * @param position index of the first byte
     * @return index behind the last byte, where the next items go
     * @throws MPIException when an argument is invalid; of class {@link MPI#ERR_TRUNCATE} when the bytes do not fit
     */
    public final int pack(Object inbuf, int incount, Datatype type, byte[] outbuf, int position) throws MPIException {
        communicator();
        return Packing.pack(inbuf, incount, type, outbuf, position);
    }

    /**
     * Takes items from bytes that were received as {@link MPI#PACKED}, whether the sender has packed them or sent them as
     * they were.
     *
     * @param inbuf the bytes
     * @param position index of the first byte
     * @param outbuf where the items go, from index 0 on
     * @param outcount number of items
     * @param type what they are
     * @return index behind the last byte, where the next items begin
     * @throws MPIException when an argument is invalid; of class {@link MPI#ERR_TRUNCATE} when there are too few bytes
     */
    public final int unpack(byte[] inbuf, int position, Object outbuf, int outcount, Datatype type)
            throws MPIException {
        communicator();
        return Packing.unpack(inbuf, position, outbuf, outcount, type);
    }

    /**
     * How many bytes packed items take.
     *
     * @param incount number of items
     * @param type what they are
     * @return exactly as many as {@link #pack} makes
     * @throws MPIException when an argument is invalid
     */
    public final int packSize(int incount, Datatype type) throws MPIException {
        communicator();
        return Packing.size(incount, type);
    }
}
