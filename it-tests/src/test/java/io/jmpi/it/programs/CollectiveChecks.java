package io.jmpi.it.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import mpi.Datatype;
import mpi.Intracomm;
import mpi.MPI;
import mpi.Op;

/** The collectives: every root, short and long, every type and operation, in place and not, heap and direct. */
final class CollectiveChecks {

    private static final int[] COUNTS = {0, 1, 5, 1000, 100_000};
    private static final int MANY = 100_000;
    private static final Kind[] KINDS = {Kind.ARRAY, Kind.DIRECT};
    private static final List<Op> OPS =
            List.of(MPI.MAX, MPI.MIN, MPI.SUM, MPI.PROD, MPI.LAND, MPI.LOR, MPI.LXOR, MPI.BAND, MPI.BOR, MPI.BXOR);

    private CollectiveChecks() {}

    static void addTo(Checks checks) throws Exception {
        checks.check("barrier", CollectiveChecks::barrier);
        for (Kind kind : KINDS) {
            checks.check("bcast, " + kind, comm -> bcast(comm, kind));
            checks.check("reduce, " + kind, comm -> reduce(comm, kind));
            checks.check("allReduce, " + kind, comm -> allReduce(comm, kind));
            checks.check("gather, " + kind, comm -> gather(comm, kind));
            checks.check("scatter, " + kind, comm -> scatter(comm, kind));
            checks.check("allGather, " + kind, comm -> allGather(comm, kind));
        }
        checks.check("bcast of every type", CollectiveChecks::bcastTypes);
        checks.check("operations", CollectiveChecks::operations);
        checks.check("gatherv and scatterv", CollectiveChecks::vectors);
        checks.check("overloads without count", CollectiveChecks::overloads);
        checks.check("different collectives in a row", CollectiveChecks::mixed);
    }

    private static int[] roots(Intracomm comm, int count) {
        int size = comm.getSize();
        if (count >= MANY) {
            return size == 1 ? new int[] {0} : new int[] {0, size - 1};
        }
        int[] roots = new int[size];
        for (int root = 0; root < size; root++) {
            roots[root] = root;
        }
        return roots;
    }

    /** Nobody leaves before the last one has come: the clock is the same for all processes of a machine. */
    private static void barrier(Intracomm comm) {
        int size = comm.getSize();
        for (int late = 0; late < size; late++) {
            comm.barrier();
            if (comm.getRank() == late) {
                LockSupport.parkNanos(5_000_000);
            }
            long[] times = {System.nanoTime(), 0};
            comm.barrier();
            times[1] = System.nanoTime();
            long[] all = new long[2 * size];
            comm.allGather(times, all);
            for (int rank = 0; rank < size; rank++) {
                Check.that(all[2 * rank + 1] >= all[2 * late], "rank " + rank + " left after rank " + late + " came");
            }
        }
    }

    private static void bcast(Intracomm comm, Kind kind) {
        for (int count : COUNTS) {
            for (int root : roots(comm, count)) {
                Object data = kind.make(MPI.INT, count + 1);
                if (comm.getRank() == root) {
                    Elements.fill(data, 0, count, root);
                }
                comm.bcast(data, count, MPI.INT, root);
                Elements.checkFilled(MPI.INT, data, 0, count, root, "bcast of " + count + " from " + root);
                Elements.checkZeros(data, count, count + 1, "bcast of " + count);
            }
        }
    }

    private static void bcastTypes(Intracomm comm) {
        for (Datatype type : Elements.TYPES) {
            for (Kind kind : Kind.values()) {
                for (int count : new int[] {5, 20_000}) {
                    int root = count % comm.getSize();
                    if (kind.holds(type)) {
                        Object data = kind.make(type, count);
                        if (comm.getRank() == root) {
                            Elements.fill(data, 0, count, 3);
                        }
                        comm.bcast(data, count, type, root);
                        Elements.checkFilled(type, data, 0, count, 3, "bcast of " + type.getName() + ", " + kind);
                    }
                }
            }
        }
    }

    /** The sum over all ranks of what {@link Elements#fill} has given each. */
    private static long sum(int size, int index) {
        long sum = 0;
        for (int rank = 0; rank < size; rank++) {
            sum += Elements.sample(rank, index);
        }
        return sum;
    }

    private static void checkSums(Intracomm comm, Object data, int count, String what) {
        for (int i = 0; i < count; i++) {
            long expected = sum(comm.getSize(), i);
            if (expected != Elements.get(data, i)) {
                Check.same(expected, Elements.get(data, i), what + ", element " + i);
            }
        }
    }

    private static void reduce(Intracomm comm, Kind kind) {
        for (int count : COUNTS) {
            for (int root : roots(comm, count)) {
                String what = "reduce of " + count + " to " + root;
                Object data = kind.make(MPI.DOUBLE, count);
                Object result = comm.getRank() == root ? kind.make(MPI.DOUBLE, count) : null;
                Elements.fill(data, 0, count, comm.getRank());
                comm.reduce(data, result, count, MPI.DOUBLE, MPI.SUM, root);
                Elements.checkFilled(MPI.DOUBLE, data, 0, count, comm.getRank(), what + ", input");
                if (comm.getRank() == root) {
                    checkSums(comm, result, count, what);
                }
                comm.reduce(data, count, MPI.DOUBLE, MPI.SUM, root);
                if (comm.getRank() == root) {
                    checkSums(comm, data, count, what + " in place");
                } else {
                    Elements.checkFilled(MPI.DOUBLE, data, 0, count, comm.getRank(), what + ", input");
                }
            }
        }
    }

    private static void allReduce(Intracomm comm, Kind kind) {
        for (int count : COUNTS) {
            Object data = kind.make(MPI.LONG, count);
            Object result = kind.make(MPI.LONG, count);
            Elements.fill(data, 0, count, comm.getRank());
            comm.allReduce(data, result, count, MPI.LONG, MPI.SUM);
            checkSums(comm, result, count, "allReduce of " + count);
            Elements.checkFilled(MPI.LONG, data, 0, count, comm.getRank(), "input of allReduce of " + count);
            comm.allReduce(data, count, MPI.LONG, MPI.SUM);
            checkSums(comm, data, count, "allReduce of " + count + " in place");
        }
    }

    private static void gather(Intracomm comm, Kind kind) {
        int size = comm.getSize();
        int me = comm.getRank();
        for (int count : COUNTS) {
            for (int root : roots(comm, count)) {
                Object all = me == root ? kind.make(MPI.INT, size * count + 1) : null;
                Object own = kind.make(MPI.INT, count);
                Elements.fill(own, 0, count, me);
                comm.gather(own, count, MPI.INT, all, count, MPI.INT, root);
                checkAll(comm, root, all, count, "gather of " + count + " to " + root);
                if (me == root) {
                    Object inPlace = kind.make(MPI.INT, size * count);
                    Elements.fill(inPlace, me * count, count, me);
                    comm.gather(inPlace, count, MPI.INT, root);
                    checkAll(comm, root, inPlace, count, "gather of " + count + " in place");
                } else {
                    comm.gather(own, count, MPI.INT, root);
                }
            }
        }
    }

    private static void checkAll(Intracomm comm, int root, Object all, int count, String what) {
        if (comm.getRank() == root) {
            for (int rank = 0; rank < comm.getSize(); rank++) {
                Elements.checkFilled(MPI.INT, all, rank * count, count, rank, what);
            }
        }
    }

    private static void scatter(Intracomm comm, Kind kind) {
        int size = comm.getSize();
        int me = comm.getRank();
        for (int count : COUNTS) {
            for (int root : roots(comm, count)) {
                String what = "scatter of " + count + " from " + root;
                Object all = me == root ? kind.make(MPI.INT, size * count) : null;
                for (int rank = 0; all != null && rank < size; rank++) {
                    Elements.fill(all, rank * count, count, rank);
                }
                Object own = kind.make(MPI.INT, count + 1);
                comm.scatter(all, count, MPI.INT, own, count, MPI.INT, root);
                Elements.checkFilled(MPI.INT, own, 0, count, me, what);
                Elements.checkZeros(own, count, count + 1, what);
                Object again = me == root ? all : kind.make(MPI.INT, count);
                comm.scatter(again, count, MPI.INT, root);
                Elements.checkFilled(MPI.INT, again, me == root ? me * count : 0, count, me, what + " in place");
            }
        }
    }

    private static void allGather(Intracomm comm, Kind kind) {
        int size = comm.getSize();
        int me = comm.getRank();
        for (int count : COUNTS) {
            Object own = kind.make(MPI.INT, count);
            Object all = kind.make(MPI.INT, size * count + 1);
            Elements.fill(own, 0, count, me);
            comm.allGather(own, count, MPI.INT, all, count, MPI.INT);
            checkAll(comm, me, all, count, "allGather of " + count);
            Elements.checkZeros(all, size * count, size * count + 1, "allGather");
            Object inPlace = kind.make(MPI.INT, size * count);
            Elements.fill(inPlace, me * count, count, me);
            comm.allGather(inPlace, count, MPI.INT);
            checkAll(comm, me, inPlace, count, "allGather of " + count + " in place");
        }
    }

    private static void operations(Intracomm comm) {
        int size = comm.getSize();
        for (Datatype type : Elements.TYPES) {
            for (Op op : operationsOn(type)) {
                for (int count : new int[] {1, 7, 800}) {
                    String what = op + " on " + count + " of " + type.getName();
                    Object data = Elements.array(type, count);
                    Object result = Elements.array(type, count);
                    for (int i = 0; i < count; i++) {
                        Elements.put(data, i, operand(comm.getRank(), i));
                    }
                    comm.allReduce(data, result, count, type, op);
                    checkResult(type, op, size, result, what + ", allReduce");
                    int root = count % size;
                    Object reduced = comm.getRank() == root ? Elements.array(type, count) : null;
                    comm.reduce(data, reduced, count, type, op, root);
                    if (reduced != null) {
                        checkResult(type, op, size, reduced, what + ", reduce");
                    }
                }
            }
        }
    }

    /** Zeros now and then, so that logical operations have something to do, and small, so that products stay exact. */
    private static long operand(int rank, int index) {
        return (index * 5L + rank * 3L) % 7 % 4;
    }

    private static void checkResult(Datatype type, Op op, int size, Object result, String what) {
        int count = java.lang.reflect.Array.getLength(result);
        for (int i = 0; i < count; i++) {
            long expected = Elements.stored(type, operand(0, i));
            for (int rank = 1; rank < size; rank++) {
                expected = combine(op, expected, Elements.stored(type, operand(rank, i)));
            }
            expected = Elements.stored(type, expected);
            // A logical operation on a single operand leaves it as it is.
            Check.same(expected, Elements.get(result, i), what + ", element " + i);
        }
    }

    private static List<Op> operationsOn(Datatype type) {
        List<Op> ops = new ArrayList<>(OPS);
        if (type == MPI.BOOLEAN) {
            ops.removeAll(List.of(MPI.MAX, MPI.MIN, MPI.SUM, MPI.PROD));
        } else if (type == MPI.FLOAT || type == MPI.DOUBLE) {
            ops.removeAll(List.of(MPI.BAND, MPI.BOR, MPI.BXOR));
            ops.removeAll(List.of(MPI.LAND, MPI.LOR, MPI.LXOR));
        }
        return ops;
    }

    private static long combine(Op op, long a, long b) {
        return switch (op.toString()) {
            case "MPI.MAX" -> Math.max(a, b);
            case "MPI.MIN" -> Math.min(a, b);
            case "MPI.SUM" -> a + b;
            case "MPI.PROD" -> a * b;
            case "MPI.LAND" -> a != 0 && b != 0 ? 1 : 0;
            case "MPI.LOR" -> a != 0 || b != 0 ? 1 : 0;
            case "MPI.LXOR" -> (a != 0) != (b != 0) ? 1 : 0;
            case "MPI.BAND" -> a & b;
            case "MPI.BOR" -> a | b;
            case "MPI.BXOR" -> a ^ b;
            default -> throw new AssertionError(op);
        };
    }

    /** Rank r has r + base elements, which lie at the root in reverse order of ranks with gaps in between. */
    private static void vectors(Intracomm comm) {
        int size = comm.getSize();
        int me = comm.getRank();
        for (int base : new int[] {0, 1, 20_000}) {
            int[] counts = new int[size];
            int[] places = new int[size];
            int end = 1;
            for (int rank = size - 1; rank >= 0; rank--) {
                counts[rank] = base + rank;
                places[rank] = end;
                end += counts[rank] + 1;
            }
            for (int root : roots(comm, base)) {
                String what = "gatherv of about " + base + " to " + root;
                long[] own = new long[counts[me]];
                Elements.fill(own, 0, counts[me], me);
                long[] all = new long[end];
                comm.gatherv(own, counts[me], MPI.LONG, all, counts, places, MPI.LONG, root);
                if (me == root) {
                    checkVector(all, counts, places, what);
                    long[] inPlace = new long[end];
                    Elements.fill(inPlace, places[me], counts[me], me);
                    comm.gatherv(inPlace, counts, places, MPI.LONG, root);
                    checkVector(inPlace, counts, places, what + ", in place");
                } else {
                    Elements.checkZeros(all, 0, end, what);
                    comm.gatherv(own, counts[me], MPI.LONG, root);
                }
                long[] part = new long[counts[me] + 1];
                comm.scatterv(all, counts, places, MPI.LONG, part, counts[me], MPI.LONG, root);
                Elements.checkFilled(MPI.LONG, part, 0, counts[me], me, "scatterv of about " + base);
                Elements.checkZeros(part, counts[me], counts[me] + 1, "scatterv of about " + base);
                if (me == root) {
                    comm.scatterv(all, counts, places, MPI.LONG, root);
                    checkVector(all, counts, places, "scatterv in place");
                } else {
                    java.util.Arrays.fill(part, 0);
                    comm.scatterv(part, counts[me], MPI.LONG, root);
                    Elements.checkFilled(MPI.LONG, part, 0, counts[me], me, "scatterv of about " + base);
                }
            }
        }
    }

    private static void checkVector(long[] all, int[] counts, int[] places, String what) {
        Check.same(0, all[0], what + ", before the first");
        for (int rank = 0; rank < counts.length; rank++) {
            Elements.checkFilled(MPI.LONG, all, places[rank], counts[rank], rank, what);
            Elements.checkZeros(all, places[rank] + counts[rank], places[rank] + counts[rank] + 1, what);
        }
    }

    private static void overloads(Intracomm comm) {
        int size = comm.getSize();
        int me = comm.getRank();
        int root = size - 1;
        double[] data = me == root ? new double[] {1, 2, 3} : new double[3];
        comm.bcast(data, root);
        Check.that(data[2] == 3, "bcast of a whole array");
        double[] part = me == root ? new double[] {9, 8, 7} : new double[3];
        comm.bcast(part, 1, 2, root);
        Check.that(part[0] == (me == root ? 9 : 0) && part[1] == 8 && part[2] == 7, "bcast of part of an array");
        double[] sums = new double[3];
        comm.allReduce(data, sums, MPI.SUM);
        Check.that(sums[1] == 2 * size, "allReduce of whole arrays");
        double[] reduced = new double[3];
        comm.reduce(data, me == root ? reduced : null, MPI.SUM, root);
        Check.that(reduced[2] == (me == root ? 3 * size : 0), "reduce of whole arrays");
        int[] all = new int[2 * size];
        comm.allGather(new int[] {me, -me}, all);
        int[] gathered = new int[2 * size];
        comm.gather(new int[] {me, -me}, me == root ? gathered : null, root);
        for (int rank = 0; rank < size; rank++) {
            Check.same(-rank, all[2 * rank + 1], "allGather of whole arrays");
            Check.same(me == root ? rank : 0, gathered[2 * rank], "gather of whole arrays");
        }
        int[] own = new int[2];
        comm.scatter(me == root ? all : null, own, root);
        Check.same(me, own[0], "scatter of whole arrays");
    }

    /** Ranks run ahead of each other; nothing of one collective may be taken for another's. */
    private static void mixed(Intracomm comm) {
        int size = comm.getSize();
        int[] one = new int[1];
        int[] all = new int[size];
        for (int i = 0; i < 200; i++) {
            int root = i % size;
            one[0] = comm.getRank() == root ? i : -1;
            comm.bcast(one, root);
            Check.same(i, one[0], "bcast " + i);
            comm.gather(one, 1, MPI.INT, all, 1, MPI.INT, root);
            one[0] = 1;
            comm.reduce(one, 1, MPI.INT, MPI.SUM, root);
            Check.same(comm.getRank() == root ? size : 1, one[0], "reduce " + i);
            if (i % 10 == 0) {
                comm.barrier();
            }
        }
    }
}
