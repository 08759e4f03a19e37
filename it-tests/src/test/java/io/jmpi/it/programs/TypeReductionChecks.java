package io.jmpi.it.programs;

import java.nio.ByteBuffer;
import java.util.Arrays;
import mpi.Count;
import mpi.Datatype;
import mpi.DoubleInt;
import mpi.FloatInt;
import mpi.Int2;
import mpi.Intracomm;
import mpi.LongInt;
import mpi.MPI;
import mpi.Op;
import mpi.Request;
import mpi.ShortInt;
import mpi.Status;
import mpi.UserFunction;

/** Reductions of pairs, complex numbers and derived types; and counts of elements in a status. */
final class TypeReductionChecks {

    private TypeReductionChecks() {}

    static void addTo(Checks checks) throws Exception {
        checks.check("places of least and greatest values", TypeReductionChecks::pairs);
        checks.check("sums and products of complex numbers", TypeReductionChecks::complex);
        checks.check("functions on derived types", TypeReductionChecks::functions);
        checks.check("functions on types with gaps", TypeReductionChecks::gaps);
        checks.check("elements of a status", TypeReductionChecks::elements);
    }

    private static void pairs(Intracomm comm) throws Exception {
        int size = comm.getSize();
        int rank = comm.getRank();
        for (int count : new int[] {1, 7, 3000}) {
            ByteBuffer doubles = MPI.newByteBuffer(count * 16);
            byte[] longs = new byte[count * 16];
            byte[] floats = new byte[count * 8];
            byte[] shorts = new byte[count * 8];
            int[] ints = new int[count * 2];
            for (int i = 0; i < count; i++) {
                int value = (rank * 5 + i) % size - 2;
                DoubleInt.Data ofDouble = MPI.doubleInt.getData(doubles, i);
                ofDouble.putValue(value + 0.25);
                ofDouble.putIndex(rank + 10);
                LongInt.Data ofLong = MPI.longInt.getData(longs, i);
                ofLong.putValue(value * 10_000_000_000L);
                ofLong.putIndex(rank + 10);
                FloatInt.Data ofFloat = MPI.floatInt.getData(floats, i);
                ofFloat.putValue(value + 0.5f);
                ofFloat.putIndex(rank + 10);
                ShortInt.Data ofShort = MPI.shortInt.getData(shorts, i);
                ofShort.putValue((short) value);
                ofShort.putIndex(rank + 10);
                ints[2 * i] = value;
                ints[2 * i + 1] = rank + 10;
            }
            int root = count % size;
            ByteBuffer least = MPI.newByteBuffer(count * 16);
            comm.allReduce(doubles, least, count, MPI.DOUBLE_INT, MPI.MINLOC);
            byte[] greatest = new byte[count * 16];
            comm.reduce(longs, greatest, count, MPI.LONG_INT, MPI.MAXLOC, root);
            byte[] leastFloats = new byte[count * 8];
            Request request = comm.iAllReduce(
                    ByteBuffer.wrap(floats), ByteBuffer.wrap(leastFloats), count, MPI.FLOAT_INT, MPI.MINLOC);
            byte[] leastShorts = new byte[count * 8];
            comm.scan(shorts, leastShorts, count, MPI.SHORT_INT, MPI.MINLOC);
            int[] greatestInts = ints.clone();
            comm.allReduce(greatestInts, count, MPI.INT2, MPI.MAXLOC);
            request.waitFor();
            for (int i = 0; i < count; i++) {
                int low = place(size, size, i, true);
                int high = place(size, size, i, false);
                DoubleInt.Data ofDouble = MPI.doubleInt.getData(least, i);
                Check.that(ofDouble.getValue() == value(size, low, i) + 0.25, "least double");
                Check.same(low + 10, ofDouble.getIndex(), "its place");
                if (rank == root) {
                    LongInt.Data ofLong = MPI.longInt.getData(greatest, i);
                    Check.same(value(size, high, i) * 10_000_000_000L, ofLong.getValue(), "greatest long");
                    Check.same(high + 10, ofLong.getIndex(), "its place");
                }
                FloatInt.Data ofFloat = MPI.floatInt.getData(leastFloats, i);
                Check.that(ofFloat.getValue() == value(size, low, i) + 0.5f, "least float");
                Check.same(low + 10, ofFloat.getIndex(), "its place");
                int lowSoFar = place(rank + 1, size, i, true);
                ShortInt.Data ofShort = MPI.shortInt.getData(leastShorts, i);
                Check.same(value(size, lowSoFar, i), ofShort.getValue(), "least short of those before");
                Check.same(lowSoFar + 10, ofShort.getIndex(), "its place");
                Int2.Data ofInt = MPI.int2.getData(ByteBuffer.allocate(8));
                ofInt.putValue(greatestInts[2 * i]);
                Check.same(value(size, high, i), greatestInts[2 * i], "greatest int");
                Check.same(high + 10, greatestInts[2 * i + 1], "its place");
            }
        }
        int[] equal = {3, rank};
        comm.allReduce(equal, 1, MPI.INT2, MPI.MAXLOC);
        Check.same(0, equal[1], "of equal values the least place");
        Check.fails(MPI.ERR_OP, "not defined", () -> comm.allReduce(new int[2], 1, MPI.INT2, MPI.SUM));
        Check.fails(MPI.ERR_OP, "not defined", () -> comm.allReduce(new int[2], 1, MPI.INT, MPI.MINLOC));
    }

    private static int value(int size, int rank, int i) {
        return (rank * 5 + i) % size - 2;
    }

    /** Which of the first ranks has the least or greatest value. */
    private static int place(int ranks, int size, int i, boolean least) {
        int found = 0;
        for (int rank = 1; rank < ranks; rank++) {
            int order = Integer.compare(value(size, rank, i), value(size, found, i));
            if (least ? order < 0 : order > 0) {
                found = rank;
            }
        }
        return found;
    }

    private static void complex(Intracomm comm) throws Exception {
        int size = comm.getSize();
        int rank = comm.getRank();
        for (int count : new int[] {1, 5, 2000}) {
            double[] numbers = new double[2 * count];
            for (int i = 0; i < count; i++) {
                numbers[2 * i] = rank;
                numbers[2 * i + 1] = i - rank;
            }
            double[] sums = new double[2 * count];
            comm.allReduce(numbers, sums, count, MPI.DOUBLE_COMPLEX, MPI.SUM);
            int total = size * (size - 1) / 2;
            for (int i = 0; i < count; i++) {
                Check.that(sums[2 * i] == total && sums[2 * i + 1] == size * i - total, "sum " + i);
            }
            // Powers of i: whole numbers, however they are multiplied.
            float[] units = new float[2 * count];
            for (int i = 0; i < count; i++) {
                units[2 * i] = i % 2 == 0 ? 0 : -1;
                units[2 * i + 1] = i % 2 == 0 ? 1 : 0;
            }
            float[] products = new float[2 * count];
            comm.reduce(units, products, count, MPI.FLOAT_COMPLEX, MPI.PROD, 0);
            for (int i = 0; i < count && rank == 0; i++) {
                int quarters = (i % 2 == 0 ? 1 : 2) * size % 4;
                Check.that(products[2 * i] == (quarters == 0 ? 1 : quarters == 2 ? -1 : 0), "real part " + i);
                Check.that(products[2 * i + 1] == (quarters == 1 ? 1 : quarters == 3 ? -1 : 0), "imaginary " + i);
            }
        }
        double[] in = {1, 2};
        double[] inOut = {3, 4};
        Intracomm.reduceLocal(in, inOut, 1, MPI.DOUBLE_COMPLEX, MPI.PROD);
        Check.that(Arrays.equals(new double[] {-5, 10}, inOut), "product " + Arrays.toString(inOut));
        Check.fails(MPI.ERR_OP, "not defined", () -> comm.allReduce(in, 1, MPI.DOUBLE_COMPLEX, MPI.MAX));
    }

    /** Products of matrices of 2 by 2, which do not commute, modulo a prime. */
    private static final class MatrixProduct extends UserFunction {

        private static final int PRIME = 10_007;

        @Override
        public void call(Object inVec, Object inOutVec, int count, Datatype datatype) {
            int[] in = (int[]) inVec;
            int[] inOut = (int[]) inOutVec;
            Check.same(4 * count, in.length, "length of the arrays");
            for (int m = 0; m < 4 * count; m += 4) {
                int[] right = Arrays.copyOfRange(inOut, m, m + 4);
                for (int i = 0; i < 4; i++) {
                    inOut[m + i] =
                            (in[m + i / 2 * 2] * right[i % 2] + in[m + i / 2 * 2 + 1] * right[2 + i % 2]) % PRIME;
                }
            }
        }
    }

    private static int[] matrix(int rank, int i) {
        return new int[] {rank + 1, i % 5, 1, rank + 2};
    }

    private static void functions(Intracomm comm) throws Exception {
        Datatype type = Datatype.createContiguous(4, MPI.INT);
        type.commit();
        Op op = new Op(new MatrixProduct(), false);
        for (int count : new int[] {1, 9, 6000}) {
            int[] mine = new int[4 * count];
            int[] expected = new int[4 * count];
            for (int i = 0; i < count; i++) {
                System.arraycopy(matrix(comm.getRank(), i), 0, mine, 4 * i, 4);
                int[] product = matrix(comm.getSize() - 1, i);
                for (int rank = comm.getSize() - 2; rank >= 0; rank--) {
                    new MatrixProduct().call(matrix(rank, i), product, 1, type);
                }
                System.arraycopy(product, 0, expected, 4 * i, 4);
            }
            int[] all = new int[4 * count];
            comm.allReduce(mine, all, count, type, op);
            Check.that(Arrays.equals(expected, all), "products of " + count);
            Arrays.fill(all, 0);
            comm.iReduce(MPI.slice(mine, 0), MPI.slice(all, 0), count, type, op, 0)
                    .waitFor();
            Check.that(comm.getRank() != 0 || Arrays.equals(expected, all), "products at the root");
            int[] parts = new int[4 * count * comm.getSize()];
            for (int rank = 0; rank < comm.getSize(); rank++) {
                System.arraycopy(mine, 0, parts, 4 * count * rank, 4 * count);
            }
            comm.reduceScatterBlock(parts, all, count, type, op);
            Check.that(Arrays.equals(expected, all), "products, scattered");
        }
        op.free();
        type.free();
    }

    /** The function sees the gaps, the program's own stay as they are. */
    private static void gaps(Intracomm comm) throws Exception {
        Datatype type = Datatype.createVector(2, 1, 2, MPI.DOUBLE);
        Datatype spaced = Datatype.createResized(type, 0, 4 * Double.BYTES);
        spaced.commit();
        Op op = new Op(
                new UserFunction() {
                    @Override
                    public void call(Object inVec, Object inOutVec, int count, Datatype datatype) {
                        double[] in = (double[]) inVec;
                        double[] inOut = (double[]) inOutVec;
                        for (int i = 0; i < count; i++) {
                            inOut[4 * i] += in[4 * i];
                            inOut[4 * i + 2] = Math.max(in[4 * i + 2], inOut[4 * i + 2]);
                        }
                    }
                },
                true);
        int size = comm.getSize();
        for (int count : new int[] {1, 3, 5000}) {
            double[] mine = new double[4 * count];
            double[] result = new double[4 * count];
            Arrays.fill(result, -9);
            for (int i = 0; i < count; i++) {
                mine[4 * i] = i;
                mine[4 * i + 2] = comm.getRank() + i;
            }
            comm.allReduce(mine, result, count, spaced, op);
            for (int i = 0; i < count; i++) {
                Check.that(result[4 * i] == i * size, "sum " + i + ": " + result[4 * i]);
                Check.that(result[4 * i + 2] == size - 1 + i, "greatest " + i + ": " + result[4 * i + 2]);
                Check.that(result[4 * i + 1] == -9 && result[4 * i + 3] == -9, "gaps stay as they were");
            }
            Intracomm.reduceLocal(mine, result, count, spaced, op);
            Check.that(result[4 * count - 4] == (count - 1) * (size + 1), "reduced locally");
        }
        Datatype before = Datatype.createVector(2, 1, -2, MPI.DOUBLE);
        before.commit();
        Check.fails(
                MPI.ERR_OP,
                "not defined",
                () -> Intracomm.reduceLocal(MPI.slice(new double[9], 4), MPI.slice(new double[9], 4), 0, before, op));
    }

    private static void elements(Intracomm comm) throws Exception {
        Datatype mixed =
                Datatype.createStruct(new int[] {2, 1}, new int[] {0, 8}, new Datatype[] {MPI.INT, MPI.DOUBLE});
        mixed.commit();
        Datatype three = Datatype.createContiguous(3, MPI.INT);
        three.commit();
        int self = comm.getRank();
        int[] ints = new int[12];
        Status status = comm.sendRecv(new int[5], 5, MPI.INT, self, 1, ints, 4, three, self, 1);
        Check.same(MPI.UNDEFINED, status.getCount(three), "no whole number of items");
        Check.same(5, status.getElements(three), "elements");
        Check.same(5, status.getElementsX(three).getCount(), "elements");
        Check.same(5, status.getElements(MPI.INT), "elements");
        byte[] bytes = new byte[48];
        status = comm.sendRecv(new byte[24], 24, MPI.BYTE, self, 1, bytes, 3, mixed, self, 1);
        Check.same(5, status.getElements(mixed), "one item and two ints");
        status = comm.sendRecv(new byte[27], 27, MPI.BYTE, self, 1, bytes, 3, mixed, self, 1);
        Check.same(MPI.UNDEFINED, status.getElements(mixed), "part of an element");
        status.setElements(mixed, 7);
        Check.same(7, status.getElements(mixed), "elements as set");
        Check.same(36, status.getCount(MPI.BYTE), "bytes as set");
        status.setElementsX(mixed, new Count(6));
        Check.same(2, status.getCount(mixed), "items as set");
        Check.same(new Count(6), status.getElementsX(mixed), "elements as set");
        status.setCancelled(true);
        Check.that(status.isCancelled(), "cancelled as set");
        Check.fails(MPI.ERR_COUNT, "-1", () -> comm.iProbe(MPI.PROC_NULL, 1).setElements(MPI.INT, -1));
    }
}
