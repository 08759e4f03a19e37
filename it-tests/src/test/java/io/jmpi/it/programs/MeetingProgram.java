package io.jmpi.it.programs;

import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import mpi.Intracomm;
import mpi.MPI;

/**
 * All ranks meet again and again, and in each round another one comes late, so that the others go to sleep: at any moment
 * of their waiting, and woken by any of their neighbours.
 */
public final class MeetingProgram {

    private static final int LATEST_NANOS = 400_000;

    private MeetingProgram() {}

    /** @param args number of rounds, and the seed */
    public static void main(String[] args) {
        MPI.Init(args);
        Intracomm world = MPI.COMM_WORLD;
        int rounds = Integer.parseInt(args[0]);
        Random random = new Random(Long.parseLong(args[1]));
        long[] mine = new long[1];
        long[] sum = new long[1];
        for (int round = 0; round < rounds; round++) {
            int late = random.nextInt(world.getSize());
            int nanos = random.nextInt(LATEST_NANOS);
            if (world.getRank() == late) {
                LockSupport.parkNanos(nanos);
            }
            world.barrier();
            mine[0] = (long) round * world.getRank();
            world.allReduce(mine, sum, 1, MPI.LONG, MPI.SUM);
            long expected = (long) round * world.getSize() * (world.getSize() - 1) / 2;
            if (sum[0] != expected) {
                throw new AssertionError("round " + round + ": sum " + sum[0] + " instead of " + expected);
            }
        }
        System.out.println("rank " + world.getRank() + " has met the others " + rounds + " times");
        MPI.Finalize();
    }
}
