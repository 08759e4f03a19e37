package io.jmpi.it.programs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import mpi.MPI;
import mpi.MPIException;
import mpi.ObjectCodec;

/** More than 2 GiB in one call, from rank 0 to rank 1: an array of doubles, or an object in serialised form. */
public final class LargeProgram {

    private static final int DOUBLES = (1 << 28) + 5;
    private static final long BYTES = (1L << 31) + 100;

    /** What the codec below makes so much of. */
    private record Bulk(long bytes) {}

    private LargeProgram() {}

    public static void main(String[] args) throws MPIException {
        MPI.Init(args);
        if (args[0].equals("doubles")) {
            doubles(MPI.COMM_WORLD.getRank());
        } else {
            MPI.setObjectCodec(new Lavish());
            object(MPI.COMM_WORLD.getRank());
        }
        MPI.Finalize();
    }

    private static void doubles(int rank) {
        double[] data = new double[DOUBLES];
        if (rank == 0) {
            for (int i = 0; i < DOUBLES; i += 1000) {
                data[i] = i;
            }
            MPI.COMM_WORLD.send(data, DOUBLES, MPI.DOUBLE, 1, 1);
        } else {
            Check.same(
                    DOUBLES,
                    MPI.COMM_WORLD.recv(data, DOUBLES, MPI.DOUBLE, 0, 1).getCount(MPI.DOUBLE),
                    "count");
            for (int i = 0; i < DOUBLES; i++) {
                Check.that(data[i] == (i % 1000 == 0 ? i : 0), "each double is as it was sent");
            }
        }
    }

    private static void object(int rank) {
        Bulk large = new Bulk(BYTES);
        if (rank == 0) {
            MPI.COMM_WORLD.sendObject(large, 1, 1);
        } else {
            Check.same(large, MPI.COMM_WORLD.recvObject(0, 1), "received");
        }
        Check.same(large, MPI.COMM_WORLD.bcastObject(rank == 0 ? large : null, 0), "broadcast");
    }

    /** Writes as many bytes as the object says, and checks each as it reads them. */
    private static final class Lavish implements ObjectCodec {

        private static final int PIECE = 1 << 20;

        private static byte[] piece() {
            byte[] piece = new byte[PIECE];
            for (int i = 0; i < PIECE; i++) {
                piece[i] = (byte) (i % 251);
            }
            return piece;
        }

        @Override
        public void write(Object object, OutputStream out) throws IOException {
            byte[] piece = piece();
            for (long left = ((Bulk) object).bytes(); left > 0; left -= PIECE) {
                out.write(piece, 0, (int) Math.min(left, PIECE));
            }
        }

        @Override
        public Object read(InputStream in) throws IOException {
            byte[] expected = piece();
            long bytes = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length != 0; piece = in.readNBytes(PIECE)) {
                int mismatch = Arrays.mismatch(piece, 0, piece.length, expected, 0, piece.length);
                if (mismatch >= 0) {
                    throw new IOException("byte " + (bytes + mismatch) + " is another one");
                }
                bytes += piece.length;
            }
            return new Bulk(bytes);
        }
    }
}
