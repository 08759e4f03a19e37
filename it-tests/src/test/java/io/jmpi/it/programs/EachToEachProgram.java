package io.jmpi.it.programs;

import mpi.Intracomm;
import mpi.MPI;

/** Every rank exchanges a message with each other one, a short and a long one, and rank 0 says so when all have. */
public final class EachToEachProgram {

    private static final int[] LENGTHS = {1, 100_000};

    private EachToEachProgram() {}

    /**
     * @param args not used
     */
    public static void main(String[] args) {
        MPI.Init(args);
        Intracomm world = MPI.COMM_WORLD;
        int rank = world.getRank();
        int size = world.getSize();
        for (int length : LENGTHS) {
            for (int distance = 1; distance < size; distance++) {
                int to = (rank + distance) % size;
                int from = (rank - distance + size) % size;
                int[] mine = new int[length];
                int[] theirs = new int[length];
                java.util.Arrays.fill(mine, rank);
                world.sendRecv(mine, length, MPI.INT, to, 0, theirs, length, MPI.INT, from, 0);
                Check.same(from, theirs[length - 1], "data of " + from);
            }
        }
        world.barrier();
        if (rank == 0) {
            System.out.println("exchanged by " + size);
        }
        MPI.Finalize();
    }
}
