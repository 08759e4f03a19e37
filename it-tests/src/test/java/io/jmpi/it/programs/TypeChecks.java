package io.jmpi.it.programs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import mpi.Datatype;
import mpi.DoubleComplex;
import mpi.DoubleInt;
import mpi.FloatComplex;
import mpi.Intracomm;
import mpi.MPI;
import mpi.Request;
import mpi.ShortInt;
import mpi.Status;
import mpi.Struct;

/** Derived datatypes: their numbers, and what messages and collectives make of them. */
final class TypeChecks {

    private TypeChecks() {}

    static void addTo(Checks checks) throws Exception {
        checks.check("extents and sizes count base elements", TypeChecks::numbers);
        checks.check("commit, free, names, attributes", TypeChecks::lifeCycle);
        checks.check("columns of a matrix, as any kind of buffer", TypeChecks::columns);
        checks.check("one type map sent, another received", TypeChecks::otherMap);
        checks.check("long messages with gaps", TypeChecks::longMessages);
        checks.check("structs", TypeChecks::structs);
        checks.check("pairs and complex numbers", TypeChecks::pairs);
        checks.check("collectives of derived types", TypeChecks::collectives);
        checks.check("derived types that do not fit", TypeChecks::errors);
    }

    private static int right(Intracomm comm) {
        return (comm.getRank() + 1) % comm.getSize();
    }

    private static int left(Intracomm comm) {
        return (comm.getRank() + comm.getSize() - 1) % comm.getSize();
    }

    private static Datatype committed(Datatype type) {
        type.commit();
        return type;
    }

    private static void checkNumbers(Datatype type, int lb, int extent, int trueLb, int trueExtent, int size) {
        Check.same(lb, type.getLb(), "lower bound");
        Check.same(extent, type.getExtent(), "extent");
        Check.same(trueLb, type.getTrueLb(), "true lower bound");
        Check.same(trueExtent, type.getTrueExtent(), "true extent");
        Check.same(size, type.getSize(), "size");
    }

    private static void numbers(Intracomm comm) {
        checkNumbers(MPI.DOUBLE, 0, 1, 0, 1, 1);
        checkNumbers(Datatype.createContiguous(7, MPI.INT), 0, 7, 0, 7, 7);
        Datatype vector = Datatype.createVector(3, 2, 5, MPI.DOUBLE);
        checkNumbers(vector, 0, 12, 0, 12, 6);
        checkNumbers(Datatype.createHVector(3, 2, 40, MPI.DOUBLE), 0, 12, 0, 12, 6);
        checkNumbers(Datatype.createVector(3, 1, -2, MPI.SHORT), -4, 5, -4, 5, 3);
        checkNumbers(Datatype.createContiguous(2, vector), 0, 24, 0, 24, 12);
        checkNumbers(Datatype.createIndexed(new int[] {2, 1}, new int[] {3, 9}, MPI.LONG), 3, 7, 3, 7, 3);
        checkNumbers(Datatype.createHIndexed(new int[] {2, 1}, new int[] {24, 72}, MPI.LONG), 3, 7, 3, 7, 3);
        checkNumbers(Datatype.createIndexedBlock(2, new int[] {4, 0}, MPI.CHAR), 0, 6, 0, 6, 4);
        Datatype resized = Datatype.createResized(vector, -8, 80);
        checkNumbers(resized, -1, 10, 0, 12, 6);
        checkNumbers(Datatype.createContiguous(2, resized), -1, 20, 0, 22, 12);
        int[] ones = {1, 1};
        Datatype[] types = {MPI.INT, MPI.DOUBLE};
        checkNumbers(Datatype.createStruct(ones, new int[] {0, 8}, types), 0, 16, 0, 16, 12);
        types = new Datatype[] {MPI.DOUBLE, MPI.BYTE};
        checkNumbers(Datatype.createStruct(ones, new int[] {0, 8}, types), 0, 16, 0, 9, 9);
        checkNumbers(MPI.INT2, 0, 8, 0, 8, 8);
        checkNumbers(MPI.SHORT_INT, 0, 8, 0, 8, 6);
        checkNumbers(MPI.LONG_INT, 0, 16, 0, 12, 12);
        checkNumbers(MPI.FLOAT_INT, 0, 8, 0, 8, 8);
        checkNumbers(MPI.DOUBLE_INT, 0, 16, 0, 12, 12);
        checkNumbers(MPI.FLOAT_COMPLEX, 0, 2, 0, 2, 2);
        checkNumbers(MPI.DOUBLE_COMPLEX, 0, 2, 0, 2, 2);
        checkNumbers(Datatype.createContiguous(0, MPI.INT), 0, 0, 0, 0, 0);
    }

    private static void lifeCycle(Intracomm comm) throws Exception {
        Datatype type = Datatype.createVector(2, 1, 3, MPI.INT);
        int[] data = new int[4];
        int self = comm.getRank();
        Check.fails(MPI.ERR_TYPE, "not committed", () -> comm.send(data, 1, type, self, 0));
        type.commit();
        Datatype copy = type.dup();
        Check.same("", type.getName(), "name");
        type.setName("two of three");
        Check.same("two of three", type.getName(), "name");
        int key = Datatype.createKeyval();
        Check.that(type.getAttr(key) == null, "no attribute yet");
        type.setAttr(key, "value");
        Datatype clone = type.clone();
        Check.same("value", clone.getAttr(key), "attribute of the copy");
        type.deleteAttr(key);
        Check.that(type.getAttr(key) == null, "no attribute any more");
        Check.same("value", clone.getAttr(key), "attribute of the copy");
        Datatype.freeKeyval(key);
        Check.fails(MPI.ERR_KEYVAL, "keyval=" + key, () -> clone.getAttr(key));
        Request receive = comm.iRecv(data, 1, type, left(comm), 1);
        type.free();
        Check.that(type.isNull() && !copy.isNull(), "the freed one is null");
        comm.send(new int[] {4, 5, 6, 7}, 1, copy, right(comm), 1);
        receive.waitFor();
        Check.that(Arrays.equals(new int[] {4, 0, 0, 7}, data), "received as a type freed since");
        Check.fails(MPI.ERR_TYPE, "null", type::getExtent);
        Check.fails(MPI.ERR_TYPE, "null", () -> comm.send(data, 1, type, self, 0));
        Check.fails(MPI.ERR_TYPE, "null", () -> comm.send(data, 1, MPI.DATATYPE_NULL, self, 0));
        Check.fails(MPI.ERR_TYPE, "predefined", MPI.INT::free);
        Check.that(MPI.DATATYPE_NULL.isNull() && !MPI.INT.isNull(), "DATATYPE_NULL is null");
    }

    private static void columns(Intracomm comm) {
        int rows = 5;
        int columns = 4;
        for (Datatype element : Elements.TYPES) {
            Datatype column = committed(Datatype.createVector(rows, 1, columns, element));
            for (Kind kind : Kind.values()) {
                if (!kind.holds(element)) {
                    continue;
                }
                Object matrix = kind.make(element, rows * columns);
                for (int row = 0; row < rows; row++) {
                    Elements.put(matrix, row * columns, Elements.sample(7, row));
                }
                Object plain = kind.make(element, rows);
                comm.sendRecv(matrix, 1, column, right(comm), 1, plain, rows, element, left(comm), 1);
                Elements.checkFilled(element, plain, 0, rows, 7, element + " column sent from " + kind);
                Object other = kind.make(element, rows * columns);
                Status status = comm.sendRecv(plain, rows, element, right(comm), 2, other, 1, column, left(comm), 2);
                Check.same(1, status.getCount(column), "columns received");
                Check.same(rows, status.getCount(element), "elements received");
                for (int i = 0; i < rows * columns; i++) {
                    long value = i % columns == 0 ? Elements.stored(element, Elements.sample(7, i / columns)) : 0;
                    Check.same(value, Elements.get(other, i), element + " " + i + " received in " + kind);
                }
            }
            column.free();
        }
    }

    private static void otherMap(Intracomm comm) {
        Datatype triangle = committed(Datatype.createIndexed(new int[] {3, 2, 1}, new int[] {0, 4, 8}, MPI.INT));
        Datatype backwards = committed(Datatype.createVector(6, 1, -1, MPI.INT));
        Datatype shifted = committed(Datatype.createStruct(new int[] {1}, new int[] {20}, new Datatype[] {backwards}));
        int[] matrix = {1, 2, 3, 0, 4, 5, 0, 0, 6};
        int[] got = new int[6];
        comm.sendRecv(matrix, 1, triangle, right(comm), 1, got, 1, shifted, left(comm), 1);
        Check.that(Arrays.equals(new int[] {6, 5, 4, 3, 2, 1}, got), "backwards: " + Arrays.toString(got));
        ByteBuffer raw = MPI.newByteBuffer(32);
        comm.sendRecv(matrix, 1, triangle, right(comm), 2, raw, 1, shifted, left(comm), 2);
        Check.same(6, raw.getInt(0), "first in raw bytes");
        Check.same(1, raw.getInt(20), "last in raw bytes");
        Datatype spaced = committed(Datatype.createResized(MPI.INT, 0, 8));
        int[] every = new int[12];
        Status status = comm.sendRecv(matrix, 1, triangle, right(comm), 3, every, 6, spaced, left(comm), 3);
        Check.that(Arrays.equals(new int[] {1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0}, every), Arrays.toString(every));
        Check.same(6, status.getCount(spaced), "spaced items");
        Check.same(1, status.getCount(triangle), "triangles");
        Datatype four = committed(Datatype.createContiguous(4, MPI.INT));
        Check.same(MPI.UNDEFINED, status.getCount(four), "no whole number");
    }

    private static void longMessages(Intracomm comm) {
        int rows = 700;
        int columns = 300;
        double[] matrix = new double[rows * columns];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = i + comm.getRank();
        }
        Datatype column = Datatype.createVector(rows, 1, columns, MPI.DOUBLE);
        Datatype each = committed(Datatype.createResized(column, 0, Double.BYTES));
        double[] transposed = new double[rows * columns];
        Request receive = comm.iRecv(transposed, rows * columns, MPI.DOUBLE, left(comm), 1);
        comm.send(matrix, columns, each, right(comm), 1);
        receive.waitFor();
        for (int i = 0; i < matrix.length; i++) {
            double expected = i % rows * columns + i / rows + left(comm);
            Check.that(transposed[i] == expected, "element " + i + " of the transposed matrix");
        }
        Request send = comm.iSend(transposed, rows * columns, MPI.DOUBLE, left(comm), 2);
        double[] back = new double[rows * columns];
        comm.recv(back, columns, each, right(comm), 2);
        send.waitFor();
        Check.that(Arrays.equals(matrix, back), "transposed twice");
    }

    /** A record with a gap and an array. */
    private static final class Particle extends Struct {

        private final int kind = addByte();
        private final int mass = setOffset(8).addDouble();
        private final int place = addFloat(3);

        private final class Data extends Struct.Data {

            byte kind() {
                return getByte(kind);
            }

            double mass() {
                return getDouble(mass);
            }

            float place(int axis) {
                return getFloat(place, axis);
            }

            void set(int number) {
                putByte(kind, (byte) number);
                putDouble(mass, number + 0.5);
                for (int axis = 0; axis < 3; axis++) {
                    putFloat(place, axis, number * 10 + axis);
                }
            }
        }

        @Override
        protected Data newData() {
            return new Data();
        }
    }

    private static void structs(Intracomm comm) {
        Particle particle = new Particle();
        int count = 1000;
        Check.same(32, particle.getExtent(), "extent, padded as in C");
        ByteBuffer sent = MPI.newByteBuffer(count * particle.getExtent());
        byte[] got = new byte[count * particle.getExtent()];
        Arrays.fill(got, (byte) 99);
        for (int i = 0; i < count; i++) {
            particle.<Particle.Data>getData(sent, i).set(comm.getRank() + i);
        }
        Status status = comm.sendRecv(
                sent, count, particle.getType(), right(comm), 1, got, count, particle.getType(), left(comm), 1);
        Check.same(count, status.getCount(particle.getType()), "structs");
        for (int i = 0; i < count; i++) {
            Particle.Data data = particle.getData(got, i);
            int number = left(comm) + i;
            Check.same((byte) number, data.kind(), "kind");
            Check.that(data.mass() == number + 0.5, "mass of " + i);
            Check.that(data.place(2) == number * 10 + 2, "place of " + i);
            Check.same(99, data.getBuffer().get(1), "gaps stay as they were");
        }
    }

    private static void pairs(Intracomm comm) {
        ByteBuffer sent = MPI.newByteBuffer(2 * MPI.DOUBLE_INT.getExtent());
        DoubleInt.Data first = MPI.doubleInt.getData(sent);
        DoubleInt.Data second = MPI.doubleInt.getData(sent, 1);
        first.putValue(1.5);
        first.putIndex(comm.getRank());
        second.putValue(2.5);
        second.putIndex(-7);
        byte[] got = new byte[32];
        comm.sendRecv(sent, 2, MPI.DOUBLE_INT, right(comm), 1, got, 2, MPI.DOUBLE_INT, left(comm), 1);
        DoubleInt.Data pair = MPI.doubleInt.getData(got);
        Check.that(pair.getValue() == 1.5 && pair.getIndex() == left(comm), "first pair");
        pair = MPI.doubleInt.getData(got, 1);
        Check.that(pair.getValue() == 2.5 && pair.getIndex() == -7, "second pair");
        byte[] shorts = new byte[8];
        ShortInt.Data small = MPI.shortInt.getData(shorts);
        small.putValue((short) 3);
        small.putIndex(comm.getRank());
        comm.sendRecv(shorts.clone(), 1, MPI.SHORT_INT, right(comm), 2, shorts, 1, MPI.SHORT_INT, left(comm), 2);
        Check.that(small.getValue() == 3 && small.getIndex() == left(comm), "a short and an int");

        double[] numbers = {1, 2, 3, 4};
        double[] back = new double[4];
        comm.sendRecv(numbers, 2, MPI.DOUBLE_COMPLEX, right(comm), 3, back, 2, MPI.DOUBLE_COMPLEX, left(comm), 3);
        DoubleComplex number = DoubleComplex.get(back, 1);
        Check.that(number.getReal() == 3 && number.getImag() == 4, "complex number");
        number.putImag(9);
        Check.that(back[3] == 9 && number.getBuffer().get(1) == 9, "complex number changed");
        FloatComplex inBytes = FloatComplex.get(ByteBuffer.allocate(16).order(ByteOrder.nativeOrder()), 1);
        inBytes.putReal(5);
        Check.that(inBytes.getReal() == 5 && inBytes.getImag() == 0, "complex number in bytes");
    }

    private static void collectives(Intracomm comm) {
        int size = comm.getSize();
        int rank = comm.getRank();
        for (int count : new int[] {1, 3, 4000}) {
            Datatype every = committed(Datatype.createResized(MPI.INT, 0, 8));
            int root = count % size;
            int[] data = new int[2 * count];
            if (rank == root) {
                fill(data, count, 1);
            }
            comm.bcast(data, count, every, root);
            checkFilled(data, count, 1, "bcast");

            int[] plain = new int[count];
            Arrays.setAll(plain, i -> i + rank);
            int[] all = new int[2 * count * size];
            comm.gather(plain, count, MPI.INT, all, count, every, root);
            checkAll(rank == root, all, count, size, "gather");
            comm.scatter(all, count, every, data, count, every, root);
            checkFilled(data, count, rank, "scatter");
            Arrays.fill(all, 0);
            comm.allGather(data, count, every, all, count, every);
            checkAll(true, all, count, size, "allGather");
            int[] got = new int[count];
            if (rank == root) {
                comm.scatter(all, count, every, root);
            } else {
                comm.scatter(got, count, MPI.INT, root);
                Check.same(rank + count - 1, got[count - 1], "scatter in place");
            }
            int[] counts = new int[size];
            int[] displs = new int[size];
            Arrays.fill(counts, count);
            Arrays.setAll(displs, i -> (size - 1 - i) * count);
            Arrays.fill(all, 0);
            comm.gatherv(plain, count, MPI.INT, all, counts, displs, every, root);
            if (rank == root) {
                for (int from = 0; from < size; from++) {
                    Check.same(from + count - 1, all[2 * (displs[from] + count - 1)], "gatherv");
                }
            }
            Arrays.fill(got, -1);
            comm.scatterv(all, counts, displs, every, got, count, MPI.INT, root);
            Check.that(Arrays.equals(plain, got), "scatterv");
            every.free();
        }
        Datatype three = committed(Datatype.createContiguous(3, MPI.DOUBLE));
        double[] parts = new double[3 * size];
        comm.allGather(new double[] {rank, rank + 0.5, -rank}, 1, three, parts, 1, three);
        for (int from = 0; from < size; from++) {
            Check.that(parts[3 * from] == from && parts[3 * from + 2] == -from, "contiguous type");
        }
    }

    private static void fill(int[] data, int count, int seed) {
        for (int i = 0; i < count; i++) {
            data[2 * i] = i + seed;
        }
    }

    private static void checkFilled(int[] data, int count, int seed, String what) {
        for (int i = 0; i < count; i++) {
            Check.same(i + seed, data[2 * i], what + ", item " + i);
            Check.same(0, data[2 * i + 1], what + ", gap behind " + i);
        }
    }

    private static void checkAll(boolean here, int[] all, int count, int size, String what) {
        for (int from = 0; from < size && here; from++) {
            checkFilled(Arrays.copyOfRange(all, 2 * count * from, 2 * count * (from + 1)), count, from, what);
        }
    }

    private static void errors(Intracomm comm) throws Exception {
        int self = comm.getRank();
        Datatype vector = committed(Datatype.createVector(3, 1, 4, MPI.INT));
        Check.fails(MPI.ERR_COUNT, "too short", () -> comm.send(new int[8], 1, vector, self, 0));
        Check.fails(MPI.ERR_TYPE, "double[] does not hold", () -> comm.send(new double[9], 1, vector, self, 0));
        Datatype before = committed(Datatype.createVector(3, 1, -1, MPI.INT));
        Check.fails(MPI.ERR_BUFFER, "before the buffer's beginning", () -> comm.send(new int[9], 1, before, self, 0));
        Datatype odd = committed(Datatype.createHVector(2, 1, 5, MPI.INT));
        Check.fails(MPI.ERR_TYPE, "fractions", () -> comm.send(new int[9], 1, odd, self, 0));
        byte[] got = new byte[9];
        byte[] sent = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        comm.sendRecv(sent, 1, odd, self, 1, got, 1, odd, self, 1);
        Check.that(Arrays.equals(new byte[] {1, 2, 3, 4, 0, 6, 7, 8, 9}, got), "at odd places of raw bytes");
        Check.fails(MPI.ERR_ARG, "must not be negative", () -> Datatype.createVector(-1, 1, 1, MPI.INT));
        Check.fails(MPI.ERR_ARG, "same length", () -> Datatype.createIndexed(new int[1], new int[2], MPI.INT));
        Check.fails(MPI.ERR_OP, "not defined", () -> comm.allReduce(new int[9], 1, vector, MPI.SUM));
        Request receive = comm.iRecv(new int[9], 1, vector, self, 2);
        comm.send(new int[4], 4, MPI.INT, self, 2);
        Check.fails(MPI.ERR_TRUNCATE, "16 bytes", receive::waitFor);
    }
}
