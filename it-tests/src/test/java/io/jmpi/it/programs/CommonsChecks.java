package io.jmpi.it.programs;

import java.util.Random;
import mpi.Intracomm;
import mpi.MPI;

/** Collectives on many communicators in turn: those of one node get memory in common after a while, the others by levels. */
final class CommonsChecks {

    private static final int STEPS = 700;
    private static final int LONG = 20_000;

    /** More groups than get memory of their own. */
    private static final int GROUPS = 24;

    /** More collectives than are done without. */
    private static final int ENOUGH = 12;

    private CommonsChecks() {}

    static void addTo(Checks checks) throws Exception {
        checks.check("collectives on many communicators in turn", CommonsChecks::inTurn);
        checks.check("communicators of one group, one after the other", CommonsChecks::oneAfterTheOther);
        checks.check("more groups than get memory", CommonsChecks::manyGroups);
    }

    private static void inTurn(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        Intracomm[] comms = {
            comm,
            comm.dup(),
            comm.split(0, -me),
            comm.split(me % 2, me),
            comm.split(me * 3 / (2 * size), me),
            comm.split(me == 0 ? MPI.UNDEFINED : 1, size - me),
            comm.createCart(new int[] {size}, new boolean[] {true}, false)
        };
        Random common = new Random(5);
        for (int step = 0; step < STEPS; step++) {
            Intracomm one = comms[common.nextInt(comms.length)];
            int kind = common.nextInt(10);
            int count = common.nextInt(20) == 0 ? common.nextInt(LONG) : common.nextInt(50);
            int someone = common.nextInt(size);
            long fill = common.nextLong();
            if (one.isNull()) {
                continue;
            }
            new Call(one, count, someone % one.getSize(), fill).make(kind);
        }
        for (int i = 1; i < comms.length; i++) {
            if (!comms[i].isNull()) {
                comms[i].free();
            }
        }
    }

    /** One collective and what must come of it. */
    private record Call(Intracomm comm, int count, int root, long fill) {

        private long[] block(int from, int to) {
            long[] data = new long[count];
            for (int i = 0; i < count; i++) {
                data[i] = fill + i + 1000L * from + 1_000_000L * to;
            }
            return data;
        }

        private long[] blocks(boolean fromAll, int other) {
            long[] data = new long[count * comm.getSize()];
            for (int rank = 0; rank < comm.getSize(); rank++) {
                long[] block = fromAll ? block(rank, other) : block(other, rank);
                System.arraycopy(block, 0, data, rank * count, count);
            }
            return data;
        }

        /** The sum of the blocks of ranks before another one. */
        private long[] sum(int end, int to) {
            long[] sum = new long[count];
            for (int rank = 0; rank < end; rank++) {
                long[] block = block(rank, to);
                for (int i = 0; i < count; i++) {
                    sum[i] += block[i];
                }
            }
            return sum;
        }

        void make(int kind) {
            int me = comm.getRank();
            int size = comm.getSize();
            long[] mine = block(me, root);
            long[] result = new long[count];
            long[] results = new long[count * size];
            switch (kind) {
                case 0 -> comm.barrier();
                case 1 -> {
                    long[] data = me == root ? mine : result;
                    comm.bcast(data, count, MPI.LONG, root);
                    expect(block(root, root), data, "bcast");
                }
                case 2 -> {
                    comm.allReduce(mine, result, count, MPI.LONG, MPI.SUM);
                    expect(sum(size, root), result, "allReduce");
                    comm.allReduce(mine, count, MPI.LONG, MPI.SUM);
                    expect(sum(size, root), mine, "allReduce in place");
                }
                case 3 -> {
                    comm.reduce(mine, result, count, MPI.LONG, MPI.SUM, root);
                    expect(me == root ? sum(size, root) : new long[count], result, "reduce");
                }
                case 4 -> {
                    comm.gather(mine, count, MPI.LONG, results, count, MPI.LONG, root);
                    expect(me == root ? blocks(true, root) : new long[count * size], results, "gather");
                }
                case 5 -> {
                    comm.scatter(blocks(false, root), count, MPI.LONG, result, count, MPI.LONG, root);
                    expect(block(root, me), result, "scatter");
                }
                case 6 -> {
                    comm.allGather(mine, count, MPI.LONG, results, count, MPI.LONG);
                    expect(blocks(true, root), results, "allGather");
                }
                case 7 -> {
                    comm.allToAll(blocks(false, me), count, MPI.LONG, results, count, MPI.LONG);
                    expect(blocks(true, me), results, "allToAll");
                }
                case 8 -> {
                    comm.scan(mine, result, count, MPI.LONG, MPI.SUM);
                    expect(sum(me + 1, root), result, "scan");
                }
                default -> {
                    comm.reduceScatterBlock(blocks(false, me), result, count, MPI.LONG, MPI.SUM);
                    expect(sum(size, me), result, "reduceScatterBlock");
                }
            }
        }

        private void expect(long[] expected, long[] actual, String what) {
            for (int i = 0; i < expected.length; i++) {
                if (expected[i] != actual[i]) {
                    throw new AssertionError(what + " of " + count + " on " + comm.getSize() + " ranks, root " + root
                            + ": expected " + expected[i] + " at " + i + ", got " + actual[i]);
                }
            }
        }
    }

    private static void oneAfterTheOther(Intracomm comm) {
        for (int round = 0; round < 20; round++) {
            Intracomm turned = comm.split(0, -comm.getRank());
            useOften(turned, round);
            turned.free();
        }
    }

    private static void useOften(Intracomm comm, int number) {
        for (int i = 0; i < ENOUGH; i++) {
            int[] sum = {comm.getRank() + number};
            comm.allReduce(sum, 1, MPI.INT, MPI.SUM);
            int size = comm.getSize();
            Check.same(size * (size - 1) / 2 + size * number, sum[0], "sum " + i + " of round " + number);
        }
    }

    /** Each turns its members another way round. */
    private static void manyGroups(Intracomm comm) {
        Intracomm[] comms = new Intracomm[GROUPS];
        int me = comm.getRank();
        for (int i = 0; i < GROUPS; i++) {
            Random common = new Random(i);
            int[] keys = common.ints(comm.getSize()).toArray();
            comms[i] = comm.split(0, keys[me] & Integer.MAX_VALUE);
            useOften(comms[i], i);
        }
        for (Intracomm one : comms) {
            useOften(one, 3);
        }
        for (Intracomm one : comms) {
            one.free();
        }
    }
}
