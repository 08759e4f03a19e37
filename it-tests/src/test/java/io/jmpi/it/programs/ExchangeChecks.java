package io.jmpi.it.programs;

import java.util.Arrays;
import mpi.Datatype;
import mpi.Intracomm;
import mpi.MPI;

/** Collectives that give different data to different ranks, and scans; blocks of equal and of different lengths. */
final class ExchangeChecks {

    private static final int[] COUNTS = {0, 1, 5, 900, 20_000};
    private static final Kind[] KINDS = {Kind.ARRAY, Kind.DIRECT_SLICE};

    private ExchangeChecks() {}

    static void addTo(Checks checks) throws Exception {
        for (Kind kind : KINDS) {
            checks.check("allToAll, " + kind, comm -> allToAll(comm, kind));
            checks.check("allToAllv, " + kind, comm -> allToAllv(comm, kind));
            checks.check("allGatherv, " + kind, comm -> allGatherv(comm, kind));
            checks.check("reduceScatter, " + kind, comm -> reduceScatter(comm, kind));
            checks.check("scan, " + kind, comm -> scan(comm, kind));
        }
        checks.check("allToAll of every type", ExchangeChecks::types);
        checks.check("allToAllw", ExchangeChecks::allToAllw);
    }

    private static int seed(int from, int to) {
        return from * 11 + to * 3;
    }

    private static void allToAll(Intracomm comm, Kind kind) {
        int size = comm.getSize();
        int me = comm.getRank();
        for (int count : COUNTS) {
            Object out = kind.make(MPI.INT, size * count);
            Object in = kind.make(MPI.INT, size * count + 1);
            for (int peer = 0; peer < size; peer++) {
                Elements.fill(out, peer * count, count, seed(me, peer));
            }
            comm.allToAll(out, count, MPI.INT, in, count, MPI.INT);
            for (int peer = 0; peer < size; peer++) {
                Elements.checkFilled(MPI.INT, in, peer * count, count, seed(peer, me), "allToAll of " + count);
            }
            Elements.checkZeros(in, size * count, size * count + 1, "allToAll of " + count);
            comm.allToAll(out, count, MPI.INT);
            for (int peer = 0; peer < size; peer++) {
                Elements.checkFilled(MPI.INT, out, peer * count, count, seed(peer, me), "allToAll in place");
            }
        }
    }

    private static void types(Intracomm comm) {
        int size = comm.getSize();
        int me = comm.getRank();
        for (Datatype type : Elements.TYPES) {
            Object out = Elements.array(type, size * 3);
            Object in = Elements.array(type, size * 3);
            for (int peer = 0; peer < size; peer++) {
                Elements.fill(out, peer * 3, 3, seed(me, peer));
            }
            comm.allToAll(out, 3, type, in, 3, type);
            for (int peer = 0; peer < size; peer++) {
                Elements.checkFilled(type, in, peer * 3, 3, seed(peer, me), "allToAll of " + type);
            }
        }
    }

    /** What rank {@code from} has for rank {@code to}: none now and then. */
    private static int length(int base, int from, int to) {
        return base == 0 ? (from + to) % 3 : base + from * 2 + to;
    }

    private static int[] places(int[] counts) {
        int[] places = new int[counts.length];
        int end = 1;
        for (int rank = counts.length - 1; rank >= 0; rank--) {
            places[rank] = end;
            end += counts[rank] + rank % 2;
        }
        return places;
    }

    private static int end(int[] counts) {
        return Arrays.stream(counts).sum() + counts.length + 1;
    }

    private static void allToAllv(Intracomm comm, Kind kind) {
        int size = comm.getSize();
        int me = comm.getRank();
        for (int base : new int[] {0, 1, 5000}) {
            int[] given = new int[size];
            int[] got = new int[size];
            Arrays.setAll(given, peer -> length(base, me, peer));
            Arrays.setAll(got, peer -> length(base, peer, me));
            int[] from = places(given);
            int[] to = places(got);
            Object out = kind.make(MPI.LONG, end(given));
            Object in = kind.make(MPI.LONG, end(got));
            for (int peer = 0; peer < size; peer++) {
                Elements.fill(out, from[peer], given[peer], seed(me, peer));
            }
            comm.allToAllv(out, given, from, MPI.LONG, in, got, to, MPI.LONG);
            for (int peer = 0; peer < size; peer++) {
                Elements.checkFilled(MPI.LONG, in, to[peer], got[peer], seed(peer, me), "allToAllv of " + base);
            }
            int[] same = new int[size];
            Arrays.setAll(same, peer -> base + me + peer);
            int[] at = places(same);
            Object both = kind.make(MPI.LONG, end(same));
            for (int peer = 0; peer < size; peer++) {
                Elements.fill(both, at[peer], same[peer], seed(me, peer));
            }
            comm.allToAllv(both, same, at, MPI.LONG);
            for (int peer = 0; peer < size; peer++) {
                Elements.checkFilled(MPI.LONG, both, at[peer], same[peer], seed(peer, me), "allToAllv in place");
            }
        }
    }

    /** Ints for even pairs of ranks, doubles for the others, at odd places in bytes. */
    private static void allToAllw(Intracomm comm) {
        int size = comm.getSize();
        int me = comm.getRank();
        int room = 100;
        byte[] out = new byte[size * room];
        byte[] in = new byte[size * room];
        int[] counts = new int[size];
        int[] places = new int[size];
        Datatype[] types = new Datatype[size];
        byte[] expected = new byte[size * room];
        for (int peer = 0; peer < size; peer++) {
            boolean ints = (me + peer) % 2 == 0;
            types[peer] = ints ? MPI.INT : MPI.DOUBLE;
            counts[peer] = (me + peer) % 5;
            places[peer] = peer * room + 3;
            for (int i = 0; i < counts[peer] * (ints ? 4 : 8); i++) {
                out[places[peer] + i] = (byte) (seed(me, peer) + i);
                expected[places[peer] + i] = (byte) (seed(peer, me) + i);
            }
        }
        comm.allToAllw(out, counts, places, types, in, counts, places, types);
        Check.that(Arrays.equals(expected, in), "allToAllw: " + Arrays.toString(in));
        Arrays.fill(in, (byte) 0);
        comm.iAllToAllw(out, counts, places, types, in, counts, places, types).waitFor();
        Check.that(Arrays.equals(expected, in), "iAllToAllw");
        double[] values = new double[size];
        int[] ones = new int[size];
        int[] eights = new int[size];
        Arrays.fill(ones, 1);
        Arrays.setAll(eights, peer -> 8 * peer);
        Arrays.fill(types, MPI.DOUBLE);
        double[] mine = new double[size];
        Arrays.setAll(mine, peer -> me * 100 + peer);
        comm.allToAllw(mine, ones, eights, types, values, ones, eights, types);
        for (int peer = 0; peer < size; peer++) {
            Check.same(peer * 100 + me, (long) values[peer], "allToAllw of doubles");
        }
    }

    private static void allGatherv(Intracomm comm, Kind kind) {
        int size = comm.getSize();
        int me = comm.getRank();
        for (int base : new int[] {0, 1, 20_000}) {
            int[] counts = new int[size];
            Arrays.setAll(counts, rank -> length(base, rank, 0));
            int[] places = places(counts);
            Object own = kind.make(MPI.INT, counts[me]);
            Elements.fill(own, 0, counts[me], me);
            Object all = kind.make(MPI.INT, end(counts));
            comm.allGatherv(own, counts[me], MPI.INT, all, counts, places, MPI.INT);
            Object inPlace = kind.make(MPI.INT, end(counts));
            Elements.fill(inPlace, places[me], counts[me], me);
            comm.allGatherv(inPlace, counts, places, MPI.INT);
            for (int rank = 0; rank < size; rank++) {
                Elements.checkFilled(MPI.INT, all, places[rank], counts[rank], rank, "allGatherv of " + base);
                Elements.checkFilled(MPI.INT, inPlace, places[rank], counts[rank], rank, "allGatherv in place");
            }
        }
    }

    private static void checkSums(int ranks, Object data, int from, int count, int shift, String what) {
        for (int i = 0; i < count; i++) {
            long expected = 0;
            for (int rank = 0; rank < ranks; rank++) {
                expected += Elements.sample(rank, shift + i);
            }
            Check.same(expected, Elements.get(data, from + i), what + ", element " + i);
        }
    }

    private static void reduceScatter(Intracomm comm, Kind kind) {
        int size = comm.getSize();
        int me = comm.getRank();
        for (int count : new int[] {0, 1, 700, 20_000}) {
            Object data = kind.make(MPI.LONG, size * count);
            Elements.fill(data, 0, size * count, me);
            Object part = kind.make(MPI.LONG, count);
            comm.reduceScatterBlock(data, part, count, MPI.LONG, MPI.SUM);
            checkSums(size, part, 0, count, me * count, "reduceScatterBlock of " + count);
            comm.reduceScatterBlock(data, count, MPI.LONG, MPI.SUM);
            checkSums(size, data, 0, count, me * count, "reduceScatterBlock in place");
        }
        for (int base : new int[] {0, 1, 5000}) {
            int[] counts = new int[size];
            Arrays.setAll(counts, rank -> length(base, rank, 0));
            int total = Arrays.stream(counts).sum();
            int mine = Arrays.stream(counts, 0, me).sum();
            Object data = kind.make(MPI.INT, total);
            Elements.fill(data, 0, total, me);
            Object part = kind.make(MPI.INT, counts[me]);
            comm.reduceScatter(data, part, counts, MPI.INT, MPI.SUM);
            checkSums(size, part, 0, counts[me], mine, "reduceScatter of " + base);
            comm.reduceScatter(data, counts, MPI.INT, MPI.SUM);
            checkSums(size, data, 0, counts[me], mine, "reduceScatter in place");
        }
    }

    private static void scan(Intracomm comm, Kind kind) {
        int me = comm.getRank();
        for (int count : COUNTS) {
            Object data = kind.make(MPI.DOUBLE, count);
            Elements.fill(data, 0, count, me);
            Object result = kind.make(MPI.DOUBLE, count);
            comm.scan(data, result, count, MPI.DOUBLE, MPI.SUM);
            checkSums(me + 1, result, 0, count, 0, "scan of " + count);
            Object before = kind.make(MPI.DOUBLE, count);
            comm.exScan(data, before, count, MPI.DOUBLE, MPI.SUM);
            checkSums(me, before, 0, count, 0, "exScan of " + count);
            comm.iExScan(data, count, MPI.DOUBLE, MPI.SUM).waitFor();
            if (me != 0) {
                checkSums(me, data, 0, count, 0, "iExScan in place of " + count);
            }
            Elements.fill(data, 0, count, me);
            comm.scan(data, count, MPI.DOUBLE, MPI.SUM);
            checkSums(me + 1, data, 0, count, 0, "scan in place of " + count);
        }
    }
}
