package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.data.SerialMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Collectives of objects. The lengths of the objects in longs go first, and with them the news of a rank that could not write
 * its own; so one rank's failure is an error at all that wait for it, and nobody hangs.
 */
final class ObjectCollectives {

    /** In place of a length: the object could not be written. */
    private static final int FAILED = -1;

    /** Verdicts on the lengths; another one is the rank that has failed. */
    private static final int GOOD = -2;

    private static final int TOO_LONG = -1;

    private static final int LONGEST = SerialMemory.LONGEST;

    private final ObjectMessages comm;
    private final Communicator communicator;
    private RuntimeException failure;

    ObjectCollectives(ObjectMessages comm) {
        this.comm = comm;
        this.communicator = comm.communicator();
    }

    @SuppressWarnings("unchecked") // the program knows what it has sent
    <T> T bcast(Object object, int root) {
        Arguments.root(communicator, root);
        boolean isRoot = communicator.isRoot(root);
        SerialMemory bytes = new SerialMemory();
        int[] length = {isRoot ? encode(object, bytes) : 0};
        comm.bcast(length, 1, MPI.INT, root);
        requireWritten(length[0]);
        if (!isRoot) {
            bytes = new SerialMemory(length[0]);
        }
        comm.bcast(bytes, length[0], MPI.LONG, root);
        return isRoot || !communicator.facesRoot(root) ? (T) object : ObjectMessages.decode(bytes, 0, length[0]);
    }

    /** The objects at the root, in the order of ranks; null elsewhere. */
    <T> List<T> gather(Object object, int root) {
        Arguments.root(communicator, root);
        boolean isRoot = communicator.isRoot(root);
        SerialMemory bytes = new SerialMemory();
        int length = communicator.facesRoot(root) ? encode(object, bytes) : 0;
        int[] lengths = isRoot ? new int[peers()] : null;
        comm.gather(new int[] {length}, 1, MPI.INT, lengths, 1, MPI.INT, root);
        int[] verdict = {isRoot ? verdict(lengths) : GOOD};
        comm.bcast(verdict, 1, MPI.INT, root);
        require(verdict[0]);
        int[] begins = isRoot ? begins(lengths) : null;
        SerialMemory all = isRoot ? new SerialMemory((int) total(lengths)) : null;
        comm.gatherv(bytes, length, MPI.LONG, all, lengths, begins, MPI.LONG, root);
        return isRoot ? decode(all, lengths, begins) : null;
    }

    <T> T scatter(List<? extends T> objects, int root) {
        Arguments.root(communicator, root);
        boolean isRoot = communicator.isRoot(root);
        SerialMemory all = new SerialMemory();
        int[] lengths = isRoot ? encodeAll(objects, all) : null;
        int[] length = new int[1];
        comm.scatter(lengths, 1, MPI.INT, length, 1, MPI.INT, root);
        requireWritten(isRoot ? lengths[0] : length[0]);
        SerialMemory bytes = new SerialMemory(length[0]);
        int[] begins = isRoot ? begins(lengths) : null;
        comm.scatterv(all, lengths, begins, MPI.LONG, bytes, length[0], MPI.LONG, root);
        return communicator.facesRoot(root) ? ObjectMessages.decode(bytes, 0, length[0]) : null;
    }

    <T> List<T> allGather(Object object) {
        SerialMemory bytes = new SerialMemory();
        int length = encode(object, bytes);
        int[] lengths = new int[peers()];
        comm.allGather(new int[] {length}, 1, MPI.INT, lengths, 1, MPI.INT);
        int verdict = verdict(lengths);
        require(communicator.isInter() ? agree(verdict) : verdict);
        int[] begins = begins(lengths);
        SerialMemory all = new SerialMemory((int) total(lengths));
        comm.allGatherv(bytes, length, MPI.LONG, all, lengths, begins, MPI.LONG);
        return decode(all, lengths, begins);
    }

    <T> List<T> allToAll(List<? extends T> objects) {
        SerialMemory mine = new SerialMemory();
        int[] sent = encodeAll(objects, mine);
        int[] got = new int[peers()];
        comm.allToAll(sent, 1, MPI.INT, got, 1, MPI.INT);
        require(agree(verdict(got)));
        int[] begins = begins(got);
        SerialMemory all = new SerialMemory((int) total(got));
        comm.allToAllv(mine, sent, begins(sent), MPI.LONG, all, got, begins, MPI.LONG);
        return decode(all, got, begins);
    }

    /** Combines the first ones, from the left. */
    static <T> T fold(List<T> objects, int count, BinaryOperator<T> op) {
        T result = objects.get(0);
        for (int i = 1; i < count; i++) {
            result = op.apply(result, objects.get(i));
        }
        return result;
    }

    private int peers() {
        return communicator.peers().size();
    }

    /** Writes an object; returns how many longs it takes, or FAILED. */
    private int encode(Object object, SerialMemory bytes) {
        try {
            return ObjectMessages.encode(object, bytes);
        } catch (RuntimeException e) {
            failure = e;
            return FAILED;
        }
    }

    /** Writes an object for each peer; returns how many longs they take, all FAILED if there is a failure. */
    private int[] encodeAll(List<?> objects, SerialMemory bytes) {
        int[] lengths = new int[peers()];
        if (objects == null || objects.size() != lengths.length) {
            failure = new MPIException(
                    MPI.ERR_ARG,
                    "one object for each rank is needed: " + (objects == null ? "null" : objects.size() + " objects")
                            + ", " + lengths.length + " ranks");
        }
        for (int peer = 0; peer < lengths.length && failure == null; peer++) {
            lengths[peer] = encode(objects.get(peer), bytes);
        }
        if (failure != null) {
            Arrays.fill(lengths, FAILED);
        }
        return lengths;
    }

    private static int verdict(int[] lengths) {
        for (int peer = lengths.length - 1; peer >= 0; peer--) {
            if (lengths[peer] == FAILED) {
                return peer;
            }
        }
        return total(lengths) > LONGEST ? TOO_LONG : GOOD;
    }

    /** The gravest verdict of all; of two groups, each hears the other's first, and then what the other has heard. */
    private int agree(int verdict) {
        int[] mine = {verdict};
        int[] all = new int[1];
        comm.allReduce(mine, all, 1, MPI.INT, MPI.MAX);
        if (communicator.isInter()) {
            mine[0] = Math.max(verdict, all[0]);
            comm.allReduce(mine, all, 1, MPI.INT, MPI.MAX);
            return Math.max(mine[0], all[0]);
        }
        return all[0];
    }

    private void require(int verdict) {
        if (failure != null) {
            throw failure;
        }
        if (verdict == TOO_LONG) {
            throw tooLong();
        }
        if (verdict != GOOD) {
            throw new MPIException(MPI.ERR_OTHER, "rank " + verdict + " could not write its objects; it tells why");
        }
    }

    private void requireWritten(int length) {
        if (failure != null) {
            throw failure;
        }
        if (length == FAILED) {
            throw new MPIException(MPI.ERR_OTHER, "the root could not write its objects; it tells why");
        }
    }

    private static MPIException tooLong() {
        return new MPIException(
                MPI.ERR_COUNT,
                "the objects are too long for one rank: more than " + LONGEST + " times 8 bytes together");
    }

    private static long total(int[] lengths) {
        long total = 0;
        for (int length : lengths) {
            total += length;
        }
        return total;
    }

    private static int[] begins(int[] lengths) {
        int[] begins = new int[lengths.length];
        for (int i = 1; i < begins.length; i++) {
            begins[i] = begins[i - 1] + lengths[i - 1];
        }
        return begins;
    }

    private static <T> List<T> decode(SerialMemory all, int[] lengths, int[] begins) {
        List<T> objects = new ArrayList<>(lengths.length);
        for (int i = 0; i < lengths.length; i++) {
            objects.add(ObjectMessages.decode(all, begins[i], lengths[i]));
        }
        return objects;
    }
}
