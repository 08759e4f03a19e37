package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.data.UserMemory;
import io.jmpi.match.UnexpectedMessage;
import io.jmpi.progress.Engine;
import io.jmpi.progress.ReceiveOperation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Java objects as messages, part of {@link Comm}. An object travels as the bytes that {@link MPI#getObjectCodec}
 * makes of it, in one message like any other.
 */
abstract class ObjectMessages extends NeighborCalls {

    ObjectMessages() {}

    /**
     * Sends an object; returns when it may be changed again.
     *
     * @param object the object, or null
     * @param dest rank to send to, or {@link MPI#PROC_NULL}
     * @param tag the message's tag, 0 or more
     * @throws MPIException when an argument is invalid or the object cannot be written
     */
    public final void sendObject(Object object, int dest, int tag) throws MPIException {
        byte[] bytes = encode(object);
        send(bytes, bytes.length, MPI.BYTE, dest, tag);
    }

    /**
     * Receives an object that {@link #sendObject} has sent; waits until it is there.
     *
     * @param <T> what the program expects
     * @param source rank to receive from, {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL}
     * @param tag the message's tag or {@link MPI#ANY_TAG}
     * @return the object; null from {@link MPI#PROC_NULL}
     * @throws MPIException when an argument is invalid or the message cannot be read as an object
     */
    public final <T> T recvObject(int source, int tag) throws MPIException {
        Communicator comm = communicator();
        if (checkSource(comm, source, tag)) {
            return null;
        }
        return decode(receiveWhole(comm, source, tag));
    }

    /**
     * Gives everybody the root's object; a collective call.
     *
     * @param <T> what the program expects
     * @param object the object at the root, or null; elsewhere it does not matter
     * @param root the root's rank
     * @return the object at the root, a copy of it elsewhere
     * @throws MPIException when an argument is invalid, or the object cannot be written or read
     */
    @SuppressWarnings("unchecked") // the program knows what it has sent
    public final <T> T bcastObject(Object object, int root) throws MPIException {
        Communicator comm = communicator();
        Arguments.root(comm, root);
        boolean isRoot = comm.rank() == root;
        byte[] bytes = isRoot ? encode(object) : null;
        int[] length = {isRoot ? bytes.length : 0};
        bcast(length, 1, MPI.INT, root);
        if (!isRoot) {
            bytes = new byte[length[0]];
        }
        bcast(bytes, bytes.length, MPI.BYTE, root);
        return isRoot ? (T) object : decode(bytes);
    }

    /** The next message that fits, whatever its length. */
    private static byte[] receiveWhole(Communicator comm, int source, int tag) {
        Engine engine = comm.engine();
        engine.enter();
        try {
            UnexpectedMessage message = engine.awaitMessage(world(comm, source), comm.context(), tag);
            if (message.length() > Integer.MAX_VALUE - 8) {
                throw new MPIException(
                        MPI.ERR_COUNT, "the object is too long: " + message.length() + " bytes, at most 2147483639");
            }
            byte[] bytes = new byte[(int) message.length()];
            ReceiveOperation receive = new ReceiveOperation()
                    .prepare(
                            message.source(),
                            comm.context(),
                            message.tag(),
                            bytes,
                            UserMemory.of(bytes),
                            0,
                            bytes.length);
            engine.claim(message);
            engine.start(receive, message);
            engine.await(receive);
            return bytes;
        } finally {
            engine.exit();
        }
    }

    private static byte[] encode(Object object) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            MPI.getObjectCodec().write(object, out);
        } catch (IOException e) {
            String name = object == null ? "null" : object.getClass().getName();
            throw new MPIException(MPI.ERR_ARG, "cannot write a " + name + ": " + e, e);
        }
        return out.toByteArray();
    }

    @SuppressWarnings("unchecked") // the program knows what it has sent
    private static <T> T decode(byte[] bytes) {
        try {
            return (T) MPI.getObjectCodec().read(new ByteArrayInputStream(bytes));
        } catch (IOException | ClassNotFoundException e) {
            throw new MPIException(MPI.ERR_OTHER, "cannot read the message as an object: " + e, e);
        }
    }
}
