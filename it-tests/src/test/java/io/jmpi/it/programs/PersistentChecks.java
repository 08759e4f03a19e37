package io.jmpi.it.programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import mpi.CartComm;
import mpi.Datatype;
import mpi.Intercomm;
import mpi.Intracomm;
import mpi.MPI;
import mpi.MPIException;
import mpi.Prequest;
import mpi.Request;

/** Collectives that are prepared once and started again and again. */
final class PersistentChecks {

    private static final int ROUNDS = 3;
    private static final int MANY = 40;
    private static final int[] COUNTS = {1, 3000};

    private PersistentChecks() {}

    /** What happens before or after one run of a collective. */
    private interface Round {
        void run(int round);
    }

    static void addTo(Checks checks) throws Exception {
        checks.check("every persistent collective with a root", PersistentChecks::rooted);
        checks.check("persistent exchanges", PersistentChecks::exchanges);
        checks.check("persistent reductions", PersistentChecks::reductions);
        checks.check("persistent collectives between neighbours", PersistentChecks::neighbours);
        checks.check("persistent collectives between two groups", PersistentChecks::groups);
        checks.check("started in any order", PersistentChecks::anyOrder);
        checks.check("started again before others have started", PersistentChecks::ahead);
        checks.check("among other collectives", PersistentChecks::among);
        checks.check("a datatype that has been freed", PersistentChecks::freedType);
        checks.check("life of a persistent collective", PersistentChecks::life);
    }

    private static void repeat(Prequest request, Round before, Round after) {
        for (int round = 0; round < ROUNDS; round++) {
            before.run(round);
            request.start();
            request.waitFor();
            after.run(round);
        }
        request.free();
    }

    private static void expect(int expected, int[] data, int from, int count, String what) {
        for (int i = from; i < from + count; i++) {
            if (data[i] != expected) {
                Check.same(expected, data[i], what + ", element " + i);
            }
        }
    }

    /** What a rank gives in a round. */
    private static int gift(int rank, int round) {
        return 100 * round + rank + 1;
    }

    private static int sum(int ranks, int round) {
        return ranks * 100 * round + ranks * (ranks + 1) / 2;
    }

    private static void expectGifts(boolean here, int size, int[] all, int count, int round, String what) {
        for (int rank = 0; here && rank < size; rank++) {
            expect(gift(rank, round), all, rank * count, count, what + " in round " + round);
        }
    }

    private static void putGifts(int[] all, int size, int count, int round) {
        for (int rank = 0; rank < size; rank++) {
            Arrays.fill(all, rank * count, (rank + 1) * count, gift(rank, round));
        }
    }

    private static int[] equal(int size, int count) {
        int[] counts = new int[size];
        Arrays.fill(counts, count);
        return counts;
    }

    private static int[] steps(int size, int count) {
        int[] places = new int[size];
        Arrays.setAll(places, rank -> rank * count);
        return places;
    }

    private static void rooted(Intracomm comm) {
        for (int count : COUNTS) {
            for (int root = 0; root < comm.getSize(); root++) {
                gathers(comm, count, root);
                scatters(comm, count, root);
                fromAndTo(comm, count, root);
            }
        }
    }

    private static void gathers(Intracomm comm, int count, int root) {
        int size = comm.getSize();
        int me = comm.getRank();
        boolean isRoot = me == root;
        int[] counts = equal(size, count);
        int[] places = steps(size, count);
        int[] mine = new int[count];
        int[] all = new int[size * count];
        Round give = round -> {
            Arrays.fill(all, 0);
            Arrays.fill(all, me * count, (me + 1) * count, gift(me, round));
            Arrays.fill(mine, gift(me, round));
        };
        Round check = round -> expectGifts(isRoot, size, all, count, round, "gather");
        repeat(comm.gatherInit(mine, count, MPI.INT, isRoot ? all : null, count, MPI.INT, root), give, check);
        repeat(comm.gatherInit(isRoot ? all : mine, count, MPI.INT, root), give, check);
        repeat(comm.gathervInit(mine, count, MPI.INT, all, counts, places, MPI.INT, root), give, check);
        Prequest inPlace = isRoot
                ? comm.gathervInit(all, counts, places, MPI.INT, root)
                : comm.gathervInit(mine, count, MPI.INT, root);
        repeat(inPlace, give, check);
    }

    private static void scatters(Intracomm comm, int count, int root) {
        int size = comm.getSize();
        int me = comm.getRank();
        boolean isRoot = me == root;
        int[] counts = equal(size, count);
        int[] places = steps(size, count);
        int[] mine = new int[count];
        int[] all = new int[size * count];
        Round give = round -> {
            Arrays.fill(mine, 0);
            putGifts(all, size, count, round);
        };
        Round check = round -> expect(gift(me, round), mine, 0, count, "scatter in round " + round);
        Round checkOthers = round -> {
            if (!isRoot) {
                check.run(round);
            }
        };
        repeat(comm.scatterInit(isRoot ? all : null, count, MPI.INT, mine, count, MPI.INT, root), give, check);
        repeat(comm.scatterInit(isRoot ? all : mine, count, MPI.INT, root), give, checkOthers);
        repeat(comm.scattervInit(all, counts, places, MPI.INT, mine, count, MPI.INT, root), give, check);
        Prequest inPlace = isRoot
                ? comm.scattervInit(all, counts, places, MPI.INT, root)
                : comm.scattervInit(mine, count, MPI.INT, root);
        repeat(inPlace, give, checkOthers);
    }

    private static void fromAndTo(Intracomm comm, int count, int root) {
        int size = comm.getSize();
        int me = comm.getRank();
        boolean isRoot = me == root;
        int[] mine = new int[count];
        int[] result = new int[count];
        Round give = round -> Arrays.fill(mine, gift(me, round));
        repeat(
                comm.bcastInit(mine, count, MPI.INT, root),
                give,
                round -> expect(gift(root, round), mine, 0, count, "bcast in round " + round));
        repeat(
                comm.reduceInit(mine, result, count, MPI.INT, MPI.SUM, root),
                give,
                round -> expect(isRoot ? sum(size, round) : 0, result, 0, count, "reduce in round " + round));
        repeat(
                comm.reduceInit(mine, count, MPI.INT, MPI.SUM, root),
                give,
                round -> expect(isRoot ? sum(size, round) : gift(me, round), mine, 0, count, "reduce in place"));
    }

    private static void exchanges(Intracomm comm) {
        int size = comm.getSize();
        int me = comm.getRank();
        for (int count : COUNTS) {
            int[] counts = equal(size, count);
            int[] places = steps(size, count);
            int[] bytes = steps(size, count * Integer.BYTES);
            Datatype[] types = new Datatype[size];
            Arrays.fill(types, MPI.INT);
            int[] mine = new int[size * count];
            int[] all = new int[size * count];
            Round give = round -> {
                Arrays.fill(mine, gift(me, round));
                Arrays.fill(all, 0);
                Arrays.fill(all, me * count, (me + 1) * count, gift(me, round));
            };
            Round check = round -> expectGifts(true, size, all, count, round, "exchange");
            repeat(comm.allGatherInit(mine, count, MPI.INT, all, count, MPI.INT), give, check);
            repeat(comm.allGatherInit(all, count, MPI.INT), give, check);
            repeat(comm.allGathervInit(mine, count, MPI.INT, all, counts, places, MPI.INT), give, check);
            repeat(comm.allGathervInit(all, counts, places, MPI.INT), give, check);
            repeat(comm.allToAllInit(mine, count, MPI.INT, all, count, MPI.INT), give, check);
            repeat(comm.allToAllvInit(mine, counts, places, MPI.INT, all, counts, places, MPI.INT), give, check);
            repeat(comm.allToAllwInit(mine, counts, bytes, types, all, counts, bytes, types), give, check);
            Round giveAll = round -> Arrays.fill(all, gift(me, round));
            repeat(comm.allToAllInit(all, count, MPI.INT), giveAll, check);
            repeat(comm.allToAllvInit(all, counts, places, MPI.INT), giveAll, check);
        }
    }

    private static void reductions(Intracomm comm) {
        int size = comm.getSize();
        int me = comm.getRank();
        for (int count : COUNTS) {
            int[] counts = equal(size, count);
            int[] mine = new int[size * count];
            int[] result = new int[count];
            Round give = round -> {
                Arrays.fill(mine, gift(me, round));
                Arrays.fill(result, -1);
            };
            Round check = round -> expect(sum(size, round), result, 0, count, "reduction in round " + round);
            Round checkInPlace = round -> expect(sum(size, round), mine, 0, count, "reduction in place");
            repeat(comm.allReduceInit(mine, result, count, MPI.INT, MPI.SUM), give, check);
            repeat(comm.allReduceInit(mine, count, MPI.INT, MPI.SUM), give, checkInPlace);
            repeat(comm.reduceScatterInit(mine, result, counts, MPI.INT, MPI.SUM), give, check);
            repeat(comm.reduceScatterInit(mine, counts, MPI.INT, MPI.SUM), give, checkInPlace);
            repeat(comm.reduceScatterBlockInit(mine, result, count, MPI.INT, MPI.SUM), give, check);
            repeat(comm.reduceScatterBlockInit(mine, count, MPI.INT, MPI.SUM), give, checkInPlace);
            Round upToMe = round -> expect(sum(me + 1, round), result, 0, count, "scan in round " + round);
            repeat(comm.scanInit(mine, result, count, MPI.INT, MPI.SUM), give, upToMe);
            Round before = round -> expect(me == 0 ? -1 : sum(me, round), result, 0, count, "exScan in round " + round);
            repeat(comm.exScanInit(mine, result, count, MPI.INT, MPI.SUM), give, before);
            repeat(
                    comm.scanInit(mine, count, MPI.INT, MPI.SUM),
                    give,
                    round -> expect(sum(me + 1, round), mine, 0, count, "scan in place"));
            repeat(
                    comm.exScanInit(mine, count, MPI.INT, MPI.SUM),
                    give,
                    round -> expect(me == 0 ? gift(0, round) : sum(me, round), mine, 0, count, "exScan in place"));
        }
    }

    /** In a circle. */
    private static void neighbours(Intracomm comm) throws Exception {
        int size = comm.getSize();
        CartComm ring = comm.createCart(new int[] {size}, new boolean[] {true}, false);
        int me = ring.getRank();
        int left = (me + size - 1) % size;
        int right = (me + 1) % size;
        int[] ones = {1, 1};
        int[] places = {0, 1};
        int[] bytes = {0, 4};
        Datatype[] types = {MPI.INT, MPI.INT};
        int[] out = new int[2];
        int[] in = new int[2];
        Round give = round -> {
            Arrays.fill(out, gift(me, round));
            Arrays.fill(in, 0);
        };
        Round check = round -> {
            Check.same(gift(left, round), in[0], "from the left in round " + round);
            Check.same(gift(right, round), in[1], "from the right in round " + round);
        };
        repeat(ring.neighborAllGatherInit(out, 1, MPI.INT, in, 1, MPI.INT), give, check);
        repeat(ring.neighborAllGathervInit(out, 1, MPI.INT, in, ones, places, MPI.INT), give, check);
        repeat(ring.neighborAllToAllInit(out, 1, MPI.INT, in, 1, MPI.INT), give, check);
        repeat(ring.neighborAllToAllvInit(out, ones, places, MPI.INT, in, ones, places, MPI.INT), give, check);
        repeat(ring.neighborAllToAllwInit(out, ones, bytes, types, in, ones, bytes, types), give, check);
        ring.free();
        Check.fails(MPI.ERR_TOPOLOGY, "no topology", () -> comm.neighborAllToAllInit(out, 1, MPI.INT, in, 1, MPI.INT));
    }

    /** Even and odd ranks; each group gets what the other one gives. */
    private static void groups(Intracomm comm) {
        int size = comm.getSize();
        int me = comm.getRank();
        if (size == 1) {
            return;
        }
        Intracomm mine = comm.split(me % 2, me);
        Intercomm both = comm.createIntercomm(mine, 0, 1 - me % 2, 5);
        int theirs = both.getRemoteSize();
        int[] data = {0};
        int[] result = {0};
        repeat(
                both.allReduceInit(data, result, 1, MPI.INT, MPI.SUM),
                round -> data[0] = me % 2 + 10 * round,
                round -> Check.same(theirs * (1 - me % 2 + 10 * round), result[0], "sum of the others"));
        int root = me % 2 == 1 ? 0 : me == 0 ? MPI.ROOT : MPI.PROC_NULL;
        repeat(
                both.bcastInit(data, 1, MPI.INT, root),
                round -> data[0] = me == 0 ? 7 + round : 0,
                round -> Check.same(me % 2 == 1 || me == 0 ? 7 + round : 0, data[0], "from the other group"));
        both.free();
        mine.free();
    }

    /** All are prepared in the same order; each rank starts them, and waits for them, in orders of its own. */
    private static void anyOrder(Intracomm comm) {
        int size = comm.getSize();
        int me = comm.getRank();
        int[][] data = new int[MANY][];
        Prequest[] requests = new Prequest[MANY];
        for (int i = 0; i < MANY; i++) {
            int count = i % 5 == 0 ? 20_000 : i + 1;
            data[i] = new int[count];
            requests[i] = switch (i % 3) {
                case 0 -> comm.allReduceInit(data[i], count, MPI.INT, MPI.SUM);
                case 1 -> comm.bcastInit(data[i], count, MPI.INT, i % size);
                default -> comm.reduceInit(data[i], count, MPI.INT, MPI.MAX, i % size);
            };
        }
        Random random = new Random(me * 31L + 7);
        for (int round = 0; round < 2 * ROUNDS; round++) {
            for (int i = 0; i < MANY; i++) {
                Arrays.fill(data[i], gift(me, round) + i);
            }
            List<Prequest> order = new ArrayList<>(List.of(requests));
            Collections.shuffle(order, random);
            Prequest.startAll(order.toArray(new Prequest[0]));
            complete(order, round, random);
            for (int i = 0; i < MANY; i++) {
                int expected = switch (i % 3) {
                    case 0 -> sum(size, round) + size * i;
                    case 1 -> gift(i % size, round) + i;
                    default -> gift(me == i % size ? size - 1 : me, round) + i;
                };
                expect(expected, data[i], 0, data[i].length, "collective " + i + " in round " + round);
            }
        }
        for (Prequest request : requests) {
            request.free();
        }
    }

    private static void complete(List<Prequest> requests, int round, Random random) {
        Request[] all = requests.toArray(new Request[0]);
        if (round % 3 == 0) {
            Request.waitAll(all);
        } else if (round % 3 == 1) {
            for (int left = all.length; left > 0; left--) {
                Check.that(Request.waitAny(all) != MPI.UNDEFINED, "one is left");
            }
            Check.same(MPI.UNDEFINED, Request.waitAny(all), "none is active");
        } else {
            Collections.shuffle(requests, random);
            requests.forEach(Request::waitFor);
        }
    }

    /** The root of a short bcast need not wait for the others. */
    private static void ahead(Intracomm comm) {
        int me = comm.getRank();
        int[] data = {0};
        int[] other = {0};
        Prequest bcast = comm.bcastInit(data, 1, MPI.INT, 0);
        Prequest second = comm.bcastInit(other, 1, MPI.INT, 0);
        for (int run = 0; run < 5; run++) {
            if (me == 0) {
                data[0] = run + 1;
                bcast.start();
                bcast.waitFor();
            }
        }
        if (me == 0) {
            other[0] = -1;
            second.start();
            second.waitFor();
            for (int rank = 1; rank < comm.getSize(); rank++) {
                comm.send(data, rank, 3);
            }
        } else {
            comm.recv(data, 0, 3);
            second.start();
            for (int run = 0; run < 5; run++) {
                bcast.start();
                bcast.waitFor();
                Check.same(run + 1, data[0], "run " + run);
            }
            second.waitFor();
            Check.same(-1, other[0], "the other one");
        }
        bcast.free();
        second.free();
    }

    /** Started before a blocking collective by some and after it by others, with ones that do not block in between. */
    private static void among(Intracomm comm) {
        int size = comm.getSize();
        boolean early = comm.getRank() % 2 == 0;
        int[] lasting = {0};
        Prequest barrier = comm.barrierInit();
        Prequest sum = comm.allReduceInit(lasting, 1, MPI.INT, MPI.SUM);
        for (int round = 0; round < 20; round++) {
            int[] passing = {2};
            int[] blocking = {3};
            lasting[0] = round;
            if (early) {
                sum.start();
                barrier.start();
            }
            Request request = comm.iAllReduce(passing, 1, MPI.INT, MPI.SUM);
            comm.allReduce(blocking, 1, MPI.INT, MPI.SUM);
            if (!early) {
                barrier.start();
                sum.start();
            }
            Request.waitAll(new Request[] {sum, request, barrier});
            Check.same(size * round, lasting[0], "persistent");
            Check.same(2 * size, passing[0], "non-blocking");
            Check.same(3 * size, blocking[0], "blocking");
        }
        barrier.free();
        sum.free();
    }

    private static void freedType(Intracomm comm) {
        int me = comm.getRank();
        int[] grid = new int[12];
        Datatype column = Datatype.createVector(4, 1, 3, MPI.INT);
        column.commit();
        Prequest bcast = comm.bcastInit(grid, 1, column, 0);
        column.free();
        repeat(bcast, round -> Arrays.fill(grid, me == 0 ? 5 + round : -1), round -> {
            Check.same(5 + round, grid[9], "last of the column");
            Check.same(me == 0 ? 5 + round : -1, grid[10], "beside it");
        });
    }

    private static void life(Intracomm comm) throws Exception {
        int[] data = {1};
        Prequest request = comm.allReduceInit(data, 1, MPI.INT, MPI.SUM);
        Check.that(!request.isNull(), "not null before it is started");
        Check.that(request.test(), "an inactive one is complete");
        request.waitFor();
        Check.same(1, data[0], "nothing has happened");
        request.start();
        Check.fails(MPI.ERR_REQUEST, "active already", request::start);
        Check.fails(MPI.ERR_REQUEST, "cannot be cancelled", () -> {
            request.cancel();
            throw new MPIException("cancelled");
        });
        while (!request.test()) {
            Thread.onSpinWait();
        }
        Check.same(comm.getSize(), data[0], "the sum");
        Check.that(!request.isNull(), "not null afterwards");
        request.free();
        Check.that(request.isNull(), "null when freed");
        Check.fails(MPI.ERR_REQUEST, "freed", request::start);
        Check.fails(MPI.ERR_ROOT, "root=-9", () -> comm.bcastInit(data, 1, MPI.INT, -9));
    }
}
