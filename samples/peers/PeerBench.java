import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.Locale;
import mpi.Comm;
import mpi.Intracomm;
import mpi.MPI;
import mpi.MPIException;
import mpi.Request;

/**
 * Messages and collectives, for JMPI and for Open MPI's Java bindings alike; peerbench.c has the same cases in C.
 *
 * <p>Usage: {@code PeerBench SUITE array|direct [REPEATS] [MILLISECONDS]}. Prints {@code case,bytes,ranks,repeat,value}:
 * microseconds one way or per operation, MB/s, or, of "overlap", the time of both together by the longer of the two.
 * Each case is warmed up for half a second at most, though at that age a JVM still compiles.
 */
public final class PeerBench {

    private static final int WINDOW = 64;
    private static final int LARGEST = 4 << 20;
    private static final int LONGEST_BLOCK = 64 << 10;
    private static final int MOST_ITERATIONS = 2_000_000;

    private interface Operation {
        void run(int iterations, int bytes) throws MPIException;
    }

    private enum Measure {
        ONE_WAY,
        RATE,
        EACH
    }

    private final Intracomm world;
    private final int rank;
    private final int ranks;
    private final boolean arrays;
    private final int repeats;
    private final double batch;

    private final Object out;
    private final Object in;
    private final Object outDoubles;
    private final Object inDoubles;

    private PeerBench(Intracomm world, boolean arrays, int repeats, double batch) throws MPIException {
        this.world = world;
        this.rank = world.getRank();
        this.ranks = world.getSize();
        this.arrays = arrays;
        this.repeats = repeats;
        this.batch = batch;
        int room = LARGEST + ranks * LONGEST_BLOCK;
        out = arrays ? new byte[room] : MPI.newByteBuffer(room);
        in = arrays ? new byte[room] : MPI.newByteBuffer(room);
        outDoubles = arrays ? new double[room / 8] : MPI.newDoubleBuffer(room / 8);
        inDoubles = arrays ? new double[room / 8] : MPI.newDoubleBuffer(room / 8);
    }

    public static void main(String[] words) throws MPIException {
        String[] rest = MPI.Init(words);
        PeerBench bench = new PeerBench(
                MPI.COMM_WORLD,
                rest[1].equals("array"),
                rest.length > 2 ? Integer.parseInt(rest[2]) : 5,
                rest.length > 3 ? Double.parseDouble(rest[3]) / 1e3 : 0.06);
        bench.run(rest[0]);
        MPI.Finalize();
    }

    private void run(String suite) throws MPIException {
        int[] three = {8, 64 << 10, 1 << 20};
        int[] two = {8, 64 << 10};
        switch (suite) {
            case "latency":
                int[] lengths = {1, 8, 64, 1 << 10, 8 << 10, 64 << 10, 1 << 20, 4 << 20};
                runAll("latency", this::latency, Measure.ONE_WAY, lengths, 0.5);
                break;
            case "bandwidth":
                int[] windows = {8, 64 << 10, 1 << 20, 4 << 20};
                runAll("bandwidth", arrays ? this::arrayBandwidth : this::bandwidth, Measure.RATE, windows, 0.5);
                break;
            case "collectives":
                runAll("barrier", this::barrier, Measure.EACH, new int[] {0}, 0.4);
                runAll("bcast", this::bcast, Measure.EACH, three, 0.3);
                runAll("bcast, roots in turn", this::bcastInTurn, Measure.EACH, three, 0.3);
                runAll("allReduce", this::allReduce, Measure.EACH, three, 0.3);
                break;
            case "blocks":
                runAll("gather", this::gather, Measure.EACH, two, 0.3);
                runAll("scatter", this::scatter, Measure.EACH, two, 0.3);
                runAll("allGather", this::allGather, Measure.EACH, two, 0.3);
                runAll("allToAll", this::allToAll, Measure.EACH, two, 0.3);
                runAll("reduceScatter", this::reduceScatter, Measure.EACH, two, 0.3);
                runAll("scan", this::scan, Measure.EACH, two, 0.3);
                break;
            case "overlap":
                overlap(1 << 20);
                break;
            default:
                System.err.println("PeerBench: no suite " + suite + ": latency bandwidth collectives blocks overlap");
                world.abort(2);
        }
    }

    private void latency(int iterations, int bytes) throws MPIException {
        Comm comm = world;
        for (int i = 0; i < iterations; i++) {
            if (rank == 0) {
                comm.send(out, bytes, MPI.BYTE, 1, 1);
                comm.recv(in, bytes, MPI.BYTE, 1, 1);
            } else if (rank == 1) {
                comm.recv(in, bytes, MPI.BYTE, 0, 1);
                comm.send(out, bytes, MPI.BYTE, 0, 1);
            }
        }
    }

    private void bandwidth(int iterations, int bytes) throws MPIException {
        ByteBuffer from = (ByteBuffer) out;
        ByteBuffer to = (ByteBuffer) in;
        Request[] requests = new Request[WINDOW];
        for (int i = 0; i < iterations; i++) {
            if (rank == 0) {
                for (int k = 0; k < WINDOW; k++) {
                    requests[k] = world.iSend(from, bytes, MPI.BYTE, 1, 2);
                }
                Request.waitAll(requests);
                world.recv(to, 4, MPI.BYTE, 1, 3);
            } else if (rank == 1) {
                for (int k = 0; k < WINDOW; k++) {
                    requests[k] = world.iRecv(to, bytes, MPI.BYTE, 0, 2);
                }
                Request.waitAll(requests);
                world.send(from, 4, MPI.BYTE, 0, 3);
            }
        }
    }

    /** Open MPI's bindings take no arrays in non-blocking calls: as many blocking ones. */
    private void arrayBandwidth(int iterations, int bytes) throws MPIException {
        for (int i = 0; i < iterations; i++) {
            if (rank == 0) {
                for (int k = 0; k < WINDOW; k++) {
                    world.send(out, bytes, MPI.BYTE, 1, 2);
                }
                world.recv(in, 4, MPI.BYTE, 1, 3);
            } else if (rank == 1) {
                for (int k = 0; k < WINDOW; k++) {
                    world.recv(in, bytes, MPI.BYTE, 0, 2);
                }
                world.send(out, 4, MPI.BYTE, 0, 3);
            }
        }
    }

    private void barrier(int iterations, int bytes) throws MPIException {
        for (int i = 0; i < iterations; i++) {
            world.barrier();
        }
    }

    private void bcast(int iterations, int bytes) throws MPIException {
        for (int i = 0; i < iterations; i++) {
            world.bcast(out, bytes, MPI.BYTE, 0);
        }
    }

    private void bcastInTurn(int iterations, int bytes) throws MPIException {
        for (int i = 0; i < iterations; i++) {
            world.bcast(out, bytes, MPI.BYTE, i % ranks);
        }
    }

    private void allReduce(int iterations, int bytes) throws MPIException {
        for (int i = 0; i < iterations; i++) {
            world.allReduce(outDoubles, inDoubles, bytes / 8, MPI.DOUBLE, MPI.SUM);
        }
    }

    private void gather(int iterations, int bytes) throws MPIException {
        for (int i = 0; i < iterations; i++) {
            world.gather(out, bytes, MPI.BYTE, in, bytes, MPI.BYTE, 0);
        }
    }

    private void scatter(int iterations, int bytes) throws MPIException {
        for (int i = 0; i < iterations; i++) {
            world.scatter(out, bytes, MPI.BYTE, in, bytes, MPI.BYTE, 0);
        }
    }

    private void allGather(int iterations, int bytes) throws MPIException {
        for (int i = 0; i < iterations; i++) {
            world.allGather(out, bytes, MPI.BYTE, in, bytes, MPI.BYTE);
        }
    }

    private void allToAll(int iterations, int bytes) throws MPIException {
        for (int i = 0; i < iterations; i++) {
            world.allToAll(out, bytes, MPI.BYTE, in, bytes, MPI.BYTE);
        }
    }

    private void reduceScatter(int iterations, int bytes) throws MPIException {
        for (int i = 0; i < iterations; i++) {
            world.reduceScatterBlock(outDoubles, inDoubles, bytes / 8, MPI.DOUBLE, MPI.SUM);
        }
    }

    private void scan(int iterations, int bytes) throws MPIException {
        for (int i = 0; i < iterations; i++) {
            world.scan(outDoubles, inDoubles, bytes / 8, MPI.DOUBLE, MPI.SUM);
        }
    }

    private void runAll(String name, Operation operation, Measure what, int[] sizes, double warmUp)
            throws MPIException {
        for (int bytes : sizes) {
            run(name, operation, what, bytes, warmUp);
        }
    }

    private void run(String name, Operation operation, Measure what, int bytes, double warmUp) throws MPIException {
        int iterations = 20;
        double time = timeOf(operation, iterations, bytes);
        double spent = time;
        long done = iterations;
        int least = bytes <= 8192 ? 10_000 : 500;
        while ((spent < warmUp || time < batch / 3 || done < least) && spent < 4) {
            if (time < batch) {
                iterations *= 2;
            }
            time = timeOf(operation, iterations, bytes);
            spent += time;
            done += iterations;
        }
        int[] agreed = {Math.max(4, Math.min(MOST_ITERATIONS, (int) (iterations * batch / time)))};
        world.bcast(agreed, 1, MPI.INT, 0);
        for (int repeat = 0; repeat < repeats; repeat++) {
            double each = timeOf(operation, agreed[0], bytes) * 1e6 / agreed[0];
            double value = what == Measure.ONE_WAY ? each / 2 : what == Measure.RATE ? bytes * (double) WINDOW / each : each;
            report(name, bytes, repeat, value);
        }
    }

    /** Seconds of the slowest rank. */
    private double timeOf(Operation operation, int iterations, int bytes) throws MPIException {
        world.barrier();
        long begin = System.nanoTime();
        operation.run(iterations, bytes);
        double[] slowest = {(System.nanoTime() - begin) / 1e9};
        world.allReduce(slowest, 1, MPI.DOUBLE, MPI.MAX);
        return slowest[0];
    }

    private void report(String name, int bytes, int repeat, double value) {
        if (rank == 0) {
            System.out.printf(Locale.ROOT, "%s,%d,%d,%d,%.4f%n", name, bytes, ranks, repeat, value);
        }
    }

    private void overlap(int bytes) throws MPIException {
        int rounds = 200;
        int count = bytes / 8;
        DoubleBuffer from = arrays ? MPI.newDoubleBuffer(count) : (DoubleBuffer) outDoubles;
        DoubleBuffer to = arrays ? MPI.newDoubleBuffer(count) : (DoubleBuffer) inDoubles;
        for (int i = 0; i < 10; i++) {
            timeOf(this::allReduce, rounds, bytes);
            overlapped(from, to, count, 1000, rounds);
        }
        for (int repeat = 0; repeat < repeats; repeat++) {
            double alone = timeOf(this::allReduce, rounds, bytes) / rounds;
            long begin = System.nanoTime();
            compute(10_000_000, null);
            long steps = (long) (1e16 * alone / (System.nanoTime() - begin));
            begin = System.nanoTime();
            for (int i = 0; i < rounds; i++) {
                compute(steps, null);
            }
            double computing = (System.nanoTime() - begin) / 1e9 / rounds;
            double both = overlapped(from, to, count, steps, rounds);
            report("overlap", bytes, repeat, both / Math.max(alone, computing));
        }
    }

    private double overlapped(DoubleBuffer from, DoubleBuffer to, int count, long steps, int rounds)
            throws MPIException {
        world.barrier();
        long begin = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            Request request = world.iAllReduce(from, to, count, MPI.DOUBLE, MPI.SUM);
            compute(steps, request);
            request.waitFor();
        }
        return (System.nanoTime() - begin) / 1e9 / rounds;
    }

    private static volatile double sink;

    /** So many chained multiplications, which no compiler can shorten; looks after the request now and then. */
    private static void compute(long steps, Request request) throws MPIException {
        double x = 1.5;
        long between = 1 + steps / 16;
        for (long done = 0; done < steps; done += between) {
            if (request != null && !request.isNull()) {
                request.test();
            }
            x = chain(x, Math.min(between, steps - done));
        }
        sink = x;
    }

    private static double chain(double x, long steps) {
        double y = x;
        for (long step = 0; step < steps; step++) {
            y = y * 0.9999999 + 1e-9;
        }
        return y;
    }
}
