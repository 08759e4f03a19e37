package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.data.SerialMemory;
import io.jmpi.data.UserMemory;
import io.jmpi.match.UnexpectedMessage;
import io.jmpi.progress.Engine;
import io.jmpi.progress.ReceiveOperation;
import java.io.IOException;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Java objects as messages, part of {@link Comm}. An object travels as the bytes that {@link MPI#getObjectCodec}
 * makes of it, up to 16 GiB, in one message that {@link #recvObject} understands.
 */
abstract class ObjectMessages extends PreparedNeighborCalls {

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
        SerialMemory bytes = new SerialMemory();
        encode(object, bytes);
        send(bytes, bytes.longs(), MPI.LONG, dest, tag);
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
        SerialMemory bytes = receiveWhole(comm, source, tag);
        return decode(bytes, 0, bytes.longs());
    }

    /**
     * Gives everybody the root's object; a collective call.
     *
     * @param <T> what the program expects
     * @param object the object at the root, or null; elsewhere it does not matter
     * @param root the root's rank
     * @return the object at the root, a copy of it elsewhere
     * @throws MPIException when an argument is invalid, or the object cannot be written or read; everywhere, when the root
     *     cannot write it
     */
    public final <T> T bcastObject(Object object, int root) throws MPIException {
        return new ObjectCollectives(this).bcast(object, root);
    }

    /**
     * Brings everybody's object to the root; a collective call.
     *
     * @param <T> what the program expects
     * @param object this rank's object, or null
     * @param root the root's rank
     * @return at the root, copies of the objects in the order of ranks, its own included; null elsewhere
     * @throws MPIException when an argument is invalid, or an object cannot be written or read; everywhere, when one rank
     *     cannot write its object, or all together have more than 2 GiB
     */
    public final <T> List<T> gatherObject(T object, int root) throws MPIException {
        return new ObjectCollectives(this).gather(object, root);
    }

    /**
     * Gives everybody an object of the root's; a collective call.
     *
     * @param <T> what the program expects
     * @param objects at the root, one object for each rank; elsewhere it does not matter
     * @param root the root's rank
     * @return a copy of this rank's object
     * @throws MPIException when an argument is invalid, or an object cannot be written or read; everywhere, when the root
     *     has not one object for each rank, or cannot write them, or all together have more than 2 GiB
     */
    public final <T> T scatterObject(List<? extends T> objects, int root) throws MPIException {
        return new ObjectCollectives(this).scatter(objects, root);
    }

    /**
     * Brings everybody's object to everybody; a collective call.
     *
     * @param <T> what the program expects
     * @param object this rank's object, or null
     * @return copies of the objects in the order of ranks, this rank's own included
     * @throws MPIException everywhere, when one rank cannot write its object, or all together have more than 2 GiB; here,
     *     when one cannot be read
     */
    public final <T> List<T> allGatherObject(T object) throws MPIException {
        return new ObjectCollectives(this).allGather(object);
    }

    /**
     * Brings an object from everybody to everybody; a collective call.
     *
     * @param <T> what the program expects
     * @param objects one object for each rank
     * @return copies of what each rank had for this one, in the order of ranks
     * @throws MPIException everywhere, when one rank has not one object for each, or cannot write them, or what one rank
     *     sends or receives has more than 2 GiB; here, when one cannot be read
     */
    public final <T> List<T> allToAllObject(List<? extends T> objects) throws MPIException {
        return new ObjectCollectives(this).allToAll(objects);
    }

    /**
     * Combines everybody's objects at the root, in the order of ranks from the left; a collective call. All the objects go
     * to the root, which alone calls the operation.
     *
     * @param <T> what the objects are
     * @param object this rank's object
     * @param op how two are combined
     * @param root the root's rank
     * @return the result at the root; null elsewhere
     * @throws MPIException as {@link #gatherObject} does
     */
    public final <T> T reduceObject(T object, BinaryOperator<T> op, int root) throws MPIException {
        List<T> objects = gatherObject(object, root);
        return objects == null ? null : ObjectCollectives.fold(objects, objects.size(), op);
    }

    /**
     * Combines everybody's objects everywhere, in the order of ranks from the left; a collective call. All the objects go to
     * every rank, each of which calls the operation.
     *
     * @param <T> what the objects are
     * @param object this rank's object
     * @param op how two are combined
     * @return the result
     * @throws MPIException as {@link #allGatherObject} does
     */
    public final <T> T allReduceObject(T object, BinaryOperator<T> op) throws MPIException {
        List<T> objects = allGatherObject(object);
        return ObjectCollectives.fold(objects, objects.size(), op);
    }

    /** The next message that fits, whatever its length. */
    private static SerialMemory receiveWhole(Communicator comm, int source, int tag) {
        Engine engine = comm.engine();
        engine.enter();
        try {
            UnexpectedMessage message = engine.awaitMessage(world(comm, source), comm.context(), tag);
            long longs = (message.length() + Long.BYTES - 1) / Long.BYTES;
            if (longs > SerialMemory.LONGEST) {
                throw new MPIException(
                        MPI.ERR_COUNT,
                        "the message is too long for an object: " + message.length() + " bytes, at most "
                                + SerialMemory.LONGEST + " times 8");
            }
            SerialMemory bytes = new SerialMemory((int) longs);
            UserMemory memory = UserMemory.of(bytes); // itself; whoever is verified must not load its class
            ReceiveOperation receive = new ReceiveOperation()
                    .prepare(message.source(), comm.context(), message.tag(), bytes, memory, 0, longs * Long.BYTES);
            engine.claim(message);
            engine.start(receive, message);
            engine.await(receive);
            return bytes;
        } finally {
            engine.exit();
        }
    }

    /** Writes an object behind those that are there; returns how many longs it takes. */
    static int encode(Object object, SerialMemory bytes) {
        try {
            MPI.getObjectCodec().write(object, bytes.output());
            return bytes.seal();
        } catch (IOException e) {
            String name = object == null ? "null" : object.getClass().getName();
            throw new MPIException(MPI.ERR_ARG, "cannot write a " + name + ": " + e, e);
        }
    }

    @SuppressWarnings("unchecked") // the program knows what it has sent
    static <T> T decode(SerialMemory bytes, int first, int longs) {
        try {
            return (T) MPI.getObjectCodec().read(bytes.input(first, longs));
        } catch (IOException | ClassNotFoundException e) {
            throw new MPIException(MPI.ERR_OTHER, "cannot read the message as an object: " + e, e);
        }
    }
}
