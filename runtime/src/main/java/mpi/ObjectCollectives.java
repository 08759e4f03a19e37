package mpi;

import io.jmpi.coll.Communicator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Collectives of objects. The lengths of the objects in bytes go first, and with them the news of a rank that could not write
 * its own; so one rank's failure is an error at all that wait for it, and nobody hangs.
 */
final class ObjectCollectives {

    /** In place of a length: the object could not be written. */
    private static final int FAILED = -1;

    /** Verdicts on the lengths; another one is the rank that has failed. */
    private static final int GOOD = -2;

    private static final int TOO_LONG = -1;

    private static final int LONGEST = Integer.MAX_VALUE - 8;

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
        byte[] bytes = isRoot ? encode(object) : null;
        int[] length = {isRoot ? length(bytes) : 0};
        comm.bcast(length, 1, MPI.INT, root);
        requireWritten(length[0]);
        if (!isRoot) {
            bytes = new byte[length[0]];
        }
        comm.bcast(bytes, bytes.length, MPI.BYTE, root);
        return isRoot || !communicator.facesRoot(root) ? (T) object : ObjectMessages.decode(bytes, 0, bytes.length);
    }

    /** The objects at the root, in the order of ranks; null elsewhere. */
    <T> List<T> gather(Object object, int root) {
        Arguments.root(communicator, root);
        boolean isRoot = communicator.isRoot(root);
        byte[] bytes = communicator.facesRoot(root) ? encode(object) : new byte[0];
        int[] lengths = isRoot ? new int[peers()] : null;
        comm.gather(new int[] {length(bytes)}, 1, MPI.INT, lengths, 1, MPI.INT, root);
        int[] verdict = {isRoot ? verdict(lengths) : GOOD};
        comm.bcast(verdict, 1, MPI.INT, root);
        require(verdict[0]);
        int[] begins = isRoot ? begins(lengths) : null;
        byte[] all = isRoot ? new byte[(int) total(lengths)] : null;
        comm.gatherv(bytes, bytes.length, MPI.BYTE, all, lengths, begins, MPI.BYTE, root);
        return isRoot ? decode(all, lengths, begins) : null;
    }

    <T> T scatter(List<? extends T> objects, int root) {
        Arguments.root(communicator, root);
        boolean isRoot = communicator.isRoot(root);
        byte[][] pieces = isRoot ? encodeAll(objects) : null;
        int[] lengths = isRoot ? lengths(pieces) : null;
        int[] length = new int[1];
        comm.scatter(lengths, 1, MPI.INT, length, 1, MPI.INT, root);
        requireWritten(isRoot ? lengths[0] : length[0]);
        byte[] bytes = new byte[length[0]];
        int[] begins = isRoot ? begins(lengths) : null;
        byte[] all = isRoot ? join(pieces) : null;
        comm.scatterv(all, lengths, begins, MPI.BYTE, bytes, bytes.length, MPI.BYTE, root);
        return communicator.facesRoot(root) ? ObjectMessages.decode(bytes, 0, bytes.length) : null;
    }

    <T> List<T> allGather(Object object) {
        byte[] bytes = encode(object);
        int[] lengths = new int[peers()];
        comm.allGather(new int[] {length(bytes)}, 1, MPI.INT, lengths, 1, MPI.INT);
        int verdict = verdict(lengths);
        require(communicator.isInter() ? agree(verdict) : verdict);
        int[] begins = begins(lengths);
        byte[] all = new byte[(int) total(lengths)];
        comm.allGatherv(bytes, bytes.length, MPI.BYTE, all, lengths, begins, MPI.BYTE);
        return decode(all, lengths, begins);
    }

    <T> List<T> allToAll(List<? extends T> objects) {
        byte[][] pieces = encodeAll(objects);
        int[] sent = lengths(pieces);
        int[] got = new int[peers()];
        comm.allToAll(sent, 1, MPI.INT, got, 1, MPI.INT);
        require(agree(verdict(got)));
        int[] begins = begins(got);
        byte[] all = new byte[(int) total(got)];
        comm.allToAllv(join(pieces), sent, begins(sent), MPI.BYTE, all, got, begins, MPI.BYTE);
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

    /** The object's bytes, or null and a failure. */
    private byte[] encode(Object object) {
        try {
            return ObjectMessages.encode(object);
        } catch (RuntimeException e) {
            failure = e;
            return null;
        }
    }

    /** The bytes of an object for each peer, none if there is a failure. */
    private byte[][] encodeAll(List<?> objects) {
        byte[][] pieces = new byte[peers()][];
        if (objects == null || objects.size() != pieces.length) {
            failure = new MPIException(
                    MPI.ERR_ARG,
                    "one object for each rank is needed: " + (objects == null ? "null" : objects.size() + " objects")
                            + ", " + pieces.length + " ranks");
            return pieces;
        }
        long total = 0;
        for (int peer = 0; peer < pieces.length && failure == null; peer++) {
            pieces[peer] = encode(objects.get(peer));
            total += Math.max(0, length(pieces[peer]));
            if (total > LONGEST) {
                failure = tooLong();
            }
        }
        return pieces;
    }

    private int length(byte[] bytes) {
        return failure != null ? FAILED : bytes.length;
    }

    private int[] lengths(byte[][] pieces) {
        int[] lengths = new int[pieces.length];
        for (int i = 0; i < pieces.length; i++) {
            lengths[i] = length(pieces[i]);
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
                MPI.ERR_COUNT, "the objects are too long for one rank: more than " + LONGEST + " bytes together");
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

    private static byte[] join(byte[][] pieces) {
        int[] lengths = new int[pieces.length];
        for (int i = 0; i < pieces.length; i++) {
            lengths[i] = pieces[i].length;
        }
        int[] begins = begins(lengths);
        byte[] all = new byte[(int) total(lengths)];
        for (int i = 0; i < pieces.length; i++) {
            System.arraycopy(pieces[i], 0, all, begins[i], lengths[i]);
        }
        return all;
    }

    private static <T> List<T> decode(byte[] all, int[] lengths, int[] begins) {
        List<T> objects = new ArrayList<>(lengths.length);
        for (int i = 0; i < lengths.length; i++) {
            objects.add(ObjectMessages.decode(all, begins[i], lengths[i]));
        }
        return objects;
    }
}
