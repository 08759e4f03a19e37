package io.jmpi.it.programs;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import mpi.Datatype;
import mpi.Intracomm;
import mpi.MPI;
import mpi.Op;
import mpi.Request;
import mpi.UserFunction;

/** Collectives that do not block, many at once, and operations of the program's own. */
final class InFlightChecks {

    private static final int MANY = 60;

    private InFlightChecks() {}

    static void addTo(Checks checks) throws Exception {
        checks.check("every non-blocking collective", InFlightChecks::every);
        checks.check("many in flight, waited for in any order", InFlightChecks::many);
        checks.check("overlapping communicators", InFlightChecks::overlapping);
        checks.check("non-blocking barrier", InFlightChecks::barrier);
        checks.check("moved by any call that polls", InFlightChecks::moved);
        checks.check("operations of the program's own", InFlightChecks::operations);
        checks.check("an operation that fails", InFlightChecks::failing);
        checks.check("reduceLocal", InFlightChecks::local);
        checks.check("counts that do not fit", InFlightChecks::mismatch);
    }

    private static void every(Intracomm comm) {
        int size = comm.getSize();
        int me = comm.getRank();
        for (int count : new int[] {1, 3000}) {
            for (int root = 0; root < size; root++) {
                int[] data = new int[count];
                int[] all = new int[size * count];
                int[] counts = new int[size];
                int[] places = new int[size];
                Arrays.fill(counts, count);
                Arrays.setAll(places, rank -> rank * count);
                Arrays.fill(data, me == root ? 5 : 0);
                comm.iBcast(data, count, MPI.INT, root).waitFor();
                expect(5, data, 0, count, "iBcast");
                Arrays.fill(data, me + 1);
                comm.iGather(data, count, MPI.INT, me == root ? all : null, count, MPI.INT, root)
                        .waitFor();
                expectRanks(me == root, size, all, count, "iGather");
                int[] part = new int[count];
                comm.iScatter(all, count, MPI.INT, part, count, MPI.INT, root).waitFor();
                expect(me + 1, part, 0, count, "iScatter");
                Arrays.fill(all, 0);
                comm.iGatherv(data, count, MPI.INT, all, counts, places, MPI.INT, root)
                        .waitFor();
                expectRanks(me == root, size, all, count, "iGatherv");
                Arrays.fill(part, 0);
                comm.iScatterv(all, counts, places, MPI.INT, part, count, MPI.INT, root)
                        .waitFor();
                expect(me + 1, part, 0, count, "iScatterv");
                comm.iReduce(data, part, count, MPI.INT, MPI.SUM, root).waitFor();
                expect(me == root ? size * (size + 1) / 2 : me + 1, part, 0, count, "iReduce");
                if (me == root) {
                    comm.iGatherv(all, counts, places, MPI.INT, root).waitFor();
                    comm.iScatterv(all, counts, places, MPI.INT, root).waitFor();
                } else {
                    comm.iGatherv(data, count, MPI.INT, root).waitFor();
                    comm.iScatterv(part, count, MPI.INT, root).waitFor();
                    expect(me + 1, part, 0, count, "iScatterv");
                }
                comm.iGather(me == root ? all : data, count, MPI.INT, root).waitFor();
                comm.iScatter(me == root ? all : data, count, MPI.INT, root).waitFor();
                expectRanks(me == root, size, all, count, "in place");
                int[] sum = data.clone();
                comm.iReduce(sum, count, MPI.INT, MPI.SUM, root).waitFor();
                expect(me == root ? size * (size + 1) / 2 : me + 1, sum, 0, count, "iReduce in place");
            }
            everyWithoutRoot(comm, count);
        }
    }

    private static void everyWithoutRoot(Intracomm comm, int count) {
        int size = comm.getSize();
        int me = comm.getRank();
        int sum = size * (size + 1) / 2;
        int[] data = new int[count];
        Arrays.fill(data, me + 1);
        int[] part = new int[count];
        int[] all = new int[size * count];
        int[] mine = new int[size * count];
        Arrays.fill(mine, me + 1);
        int[] counts = new int[size];
        int[] places = new int[size];
        Arrays.fill(counts, count);
        Arrays.setAll(places, rank -> rank * count);
        comm.iAllGather(data, count, MPI.INT, all, count, MPI.INT).waitFor();
        expectRanks(true, size, all, count, "iAllGather");
        comm.iAllGather(all, count, MPI.INT).waitFor();
        expectRanks(true, size, all, count, "iAllGather in place");
        comm.iAllGatherv(data, count, MPI.INT, all, counts, places, MPI.INT).waitFor();
        comm.iAllGatherv(all, counts, places, MPI.INT).waitFor();
        expectRanks(true, size, all, count, "iAllGatherv");
        Arrays.fill(all, 0);
        comm.iAllToAll(mine, count, MPI.INT, all, count, MPI.INT).waitFor();
        expectRanks(true, size, all, count, "iAllToAll");
        Arrays.fill(all, 0);
        comm.iAllToAllv(mine, counts, places, MPI.INT, all, counts, places, MPI.INT)
                .waitFor();
        expectRanks(true, size, all, count, "iAllToAllv");
        int[] swapped = mine.clone();
        comm.iAllToAll(swapped, count, MPI.INT).waitFor();
        expectRanks(true, size, swapped, count, "iAllToAll in place");
        comm.iAllToAllv(swapped, counts, places, MPI.INT).waitFor();
        expect(me + 1, swapped, 0, size * count, "iAllToAllv in place");
        comm.iAllReduce(data, part, count, MPI.INT, MPI.SUM).waitFor();
        expect(sum, part, 0, count, "iAllReduce");
        int[] again = data.clone();
        comm.iAllReduce(again, count, MPI.INT, MPI.SUM).waitFor();
        expect(sum, again, 0, count, "iAllReduce in place");
        comm.iReduceScatterBlock(mine, part, count, MPI.INT, MPI.SUM).waitFor();
        expect(sum, part, 0, count, "iReduceScatterBlock");
        comm.iReduceScatter(mine, part, counts, MPI.INT, MPI.SUM).waitFor();
        expect(sum, part, 0, count, "iReduceScatter");
        int[] whole = mine.clone();
        comm.iReduceScatter(whole, counts, MPI.INT, MPI.SUM).waitFor();
        expect(sum, whole, 0, count, "iReduceScatter in place");
        comm.iReduceScatterBlock(mine, count, MPI.INT, MPI.SUM).waitFor();
        expect(sum, mine, 0, count, "iReduceScatterBlock in place");
        comm.iScan(data, part, count, MPI.INT, MPI.SUM).waitFor();
        expect((me + 1) * (me + 2) / 2, part, 0, count, "iScan");
    }

    private static void expect(int expected, int[] data, int from, int count, String what) {
        for (int i = from; i < from + count; i++) {
            Check.same(expected, data[i], what + ", element " + i);
        }
    }

    private static void expectRanks(boolean here, int size, int[] data, int count, String what) {
        for (int rank = 0; here && rank < size; rank++) {
            expect(rank + 1, data, rank * count, count, what);
        }
    }

    /** Different collectives of different lengths; every rank waits in an order of its own, and one blocks in between. */
    private static void many(Intracomm comm) {
        int size = comm.getSize();
        int me = comm.getRank();
        for (int round = 0; round < 3; round++) {
            Request[] requests = new Request[MANY];
            int[][] data = new int[MANY][];
            for (int i = 0; i < MANY; i++) {
                int count = i % 5 == 0 ? 20_000 : i + 1;
                data[i] = new int[count];
                switch (i % 3) {
                    case 0 -> {
                        Arrays.fill(data[i], me + i);
                        requests[i] = comm.iAllReduce(data[i], count, MPI.INT, MPI.SUM);
                    }
                    case 1 -> {
                        Arrays.fill(data[i], me == i % size ? i : -1);
                        requests[i] = comm.iBcast(data[i], count, MPI.INT, i % size);
                    }
                    default -> {
                        Arrays.fill(data[i], me + i);
                        requests[i] = comm.iReduce(data[i], count, MPI.INT, MPI.MAX, i % size);
                    }
                }
            }
            int[] one = {1};
            comm.allReduce(one, 1, MPI.INT, MPI.SUM);
            Check.same(size, one[0], "a blocking one overtakes");
            waitShuffled(requests, new Random(me * 31L + round), round);
            for (int i = 0; i < MANY; i++) {
                int expected = switch (i % 3) {
                    case 0 -> size * i + size * (size - 1) / 2;
                    case 1 -> i;
                    default -> me == i % size ? size - 1 + i : me + i;
                };
                expect(expected, data[i], 0, data[i].length, "collective " + i);
            }
        }
    }

    private static void waitShuffled(Request[] requests, Random random, int round) {
        if (round == 0) {
            Request.waitAll(requests);
            return;
        }
        for (int left = requests.length; left > 0; left--) {
            if (round == 1) {
                Check.that(Request.waitAny(requests) != MPI.UNDEFINED, "one is left");
            } else {
                int chosen = random.nextInt(left);
                requests[chosen].waitFor();
                requests[chosen] = requests[left - 1];
            }
        }
    }

    private static void overlapping(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        Intracomm pairs = comm.split(me / 2, 0);
        Intracomm others = comm.split((me + 1) / 2, 0);
        for (int i = 0; i < 50; i++) {
            int[] a = {1};
            int[] b = {1};
            int[] c = {1};
            Request all = comm.iAllReduce(a, 1, MPI.INT, MPI.SUM);
            Request first = (me % 2 == 0 ? pairs : others).iAllReduce(b, 1, MPI.INT, MPI.SUM);
            Request second = (me % 2 == 0 ? others : pairs).iAllReduce(c, 1, MPI.INT, MPI.SUM);
            second.waitFor();
            all.waitFor();
            first.waitFor();
            Check.same(size, a[0], "all");
            Check.same((me % 2 == 0 ? pairs : others).getSize(), b[0], "one");
            Check.same((me % 2 == 0 ? others : pairs).getSize(), c[0], "the other");
        }
        pairs.free();
        others.free();
    }

    private static void barrier(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        for (int late = 0; late < size; late++) {
            if (size > 1) {
                if (me == late) {
                    for (int peer = 0; peer < size; peer++) {
                        if (peer != me) {
                            comm.recv(new int[1], peer, 9);
                        }
                    }
                    comm.iBarrier().waitFor();
                } else {
                    Request request = comm.iBarrier();
                    Check.that(!request.test(), "rank " + late + " has not come");
                    comm.send(new int[1], late, 9);
                    request.waitFor();
                }
            }
            comm.barrier();
        }
    }

    /** The last rank gets its part only if the middle ones pass it on while they wait for something else. */
    private static void moved(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        int[] data = {me == 0 ? 7 : 0};
        int[] sum = {1};
        Request bcast = comm.iBcast(data, 1, MPI.INT, 0);
        Request reduce = comm.iAllReduce(sum, 1, MPI.INT, MPI.SUM);
        if (me == size - 1) {
            bcast.waitFor();
            reduce.waitFor();
            for (int peer = 0; peer < size - 1; peer++) {
                comm.send(data, peer, 4);
            }
        } else {
            comm.recv(new int[1], size - 1, 4);
            bcast.waitFor();
            reduce.waitFor();
        }
        Check.same(7, data[0], "data");
        Check.same(size, sum[0], "sum");
    }

    /** Composition of x -> a x + b: associative, not commutative. */
    private static final class Compose extends UserFunction {
        @Override
        public void call(Object inVec, Object inOutVec, int count, Datatype datatype) {
            long[] left = (long[]) inVec;
            long[] right = (long[]) inOutVec;
            for (int i = 0; i < count; i++) {
                right[i] = compose(left[i], right[i]);
            }
        }

        static long compose(long left, long right) {
            long a = left >> 32;
            long b = (int) left;
            long c = right >> 32;
            long d = (int) right;
            return (a * c % 997) << 32 | (a * d + b) % 997;
        }

        static long of(int rank, int index) {
            return (long) (rank + 2) << 32 | index % 90 + rank;
        }
    }

    private static final class Add extends UserFunction {
        @Override
        public void call(ByteBuffer in, ByteBuffer inOut, int count, Datatype datatype) {
            for (int i = 0; i < count; i++) {
                inOut.putInt(4 * i, in.getInt(4 * i) + inOut.getInt(4 * i));
            }
        }
    }

    private static final class Or extends UserFunction {
        @Override
        public void call(Object inVec, Object inOutVec, int count, Datatype datatype) {
            for (int i = 0; i < count; i++) {
                ((boolean[]) inOutVec)[i] |= ((boolean[]) inVec)[i];
            }
        }
    }

    private static void operations(Intracomm comm) {
        int size = comm.getSize();
        int me = comm.getRank();
        Op compose = new Op(new Compose(), false);
        Check.that(!compose.isCommutative() && !compose.isNull(), "as made");
        for (int count : new int[] {1, 100, 30_000}) {
            long[] data = new long[count];
            Arrays.setAll(data, i -> Compose.of(me, i));
            long[] whole = new long[count];
            long[] upToMe = new long[count];
            for (int i = 0; i < count; i++) {
                whole[i] = Compose.of(0, i);
                for (int rank = 1; rank < size; rank++) {
                    whole[i] = Compose.compose(whole[i], Compose.of(rank, i));
                    if (rank <= me) {
                        upToMe[i] = whole[i];
                    }
                }
                upToMe[i] = me == 0 ? Compose.of(0, i) : upToMe[i];
            }
            long[] result = new long[count];
            comm.allReduce(data, result, count, MPI.LONG, compose);
            Check.that(Arrays.equals(whole, result), "allReduce in the order of ranks");
            comm.iScan(data, result, count, MPI.LONG, compose).waitFor();
            Check.that(Arrays.equals(upToMe, result), "scan in the order of ranks");
            for (int root = 0; root < size; root++) {
                comm.reduce(data, result, count, MPI.LONG, compose, root);
                Check.that(me != root || Arrays.equals(whole, result), "reduce in the order of ranks");
            }
            Object direct = Kind.DIRECT.make(MPI.INT, count);
            Elements.fill(direct, 0, count, 1);
            comm.allReduce(direct, count, MPI.INT, new Op(new Add(), true));
            for (int i = 0; i < count; i++) {
                Check.same(size * Elements.sample(1, i), Elements.get(direct, i), "sum");
            }
        }
        boolean[] flags = new boolean[size];
        flags[me] = true;
        comm.allReduce(flags, size, MPI.BOOLEAN, new Op(new Or(), true));
        for (boolean flag : flags) {
            Check.that(flag, "or");
        }
        compose.free();
        Check.that(compose.isNull(), "null after free");
    }

    private static void failing(Intracomm comm) throws Exception {
        Op nothing = new Op(new UserFunction() {}, true);
        if (comm.getSize() == 1) {
            return;
        }
        int[] data = {1};
        Intracomm copy = comm.dup();
        Request request = comm.iAllReduce(new int[] {1, 2}, 2, MPI.INT, MPI.SUM);
        Intracomm pair = copy.split(comm.getRank() / 2, 0);
        if (pair.getSize() == 2) {
            Check.fails(
                    MPI.ERR_OP,
                    "must override",
                    () -> pair.iAllReduce(data, 1, MPI.INT, nothing).waitFor());
        }
        pair.free();
        copy.free();
        request.waitFor();
    }

    private static void local(Intracomm comm) throws Exception {
        int[] left = {1, 2, 3};
        int[] right = {10, 20, 30};
        mpi.Comm.reduceLocal(left, right, 3, MPI.INT, MPI.SUM);
        Check.that(Arrays.equals(new int[] {11, 22, 33}, right), "sums");
        double[] a = {1.5};
        double[] b = {0.5};
        Intracomm.reduceLocal(a, b, 1, MPI.DOUBLE, MPI.MAX);
        Check.that(b[0] == 1.5, "maximum");
        long[] c = {Compose.of(1, 2)};
        long[] d = {Compose.of(2, 3)};
        mpi.Comm.reduceLocal(c, d, 1, MPI.LONG, new Op(new Compose(), false));
        Check.same(Compose.compose(Compose.of(1, 2), Compose.of(2, 3)), d[0], "composition");
        Check.fails(MPI.ERR_OP, "is predefined", MPI.SUM::free);
        Check.fails(MPI.ERR_COUNT, "holds 3", () -> mpi.Comm.reduceLocal(left, right, 4, MPI.INT, MPI.SUM));
    }

    /** One rank gives more than the other has asked for: that is told, and nothing hangs. */
    private static void mismatch(Intracomm comm) throws Exception {
        Intracomm pair = comm.split(comm.getRank() < 2 ? 0 : MPI.UNDEFINED, 0);
        if (pair.isNull() || pair.getSize() < 2) {
            return;
        }
        if (comm.getRank() == 0) {
            pair.bcast(new int[5], 5, MPI.INT, 0);
            pair.iBcast(new int[5], 5, MPI.INT, 0).waitFor();
        } else {
            Check.fails(MPI.ERR_TRUNCATE, "sent 20 bytes", () -> pair.bcast(new int[4], 4, MPI.INT, 0));
            Check.fails(
                    MPI.ERR_TRUNCATE,
                    "asked for 16",
                    () -> pair.iBcast(new int[4], 4, MPI.INT, 0).waitFor());
        }
        pair.free();
    }
}
