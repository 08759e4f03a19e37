package io.jmpi.it.programs;

import mpi.MPI;

/** The least that a rank does. */
public final class HelloProgram {

    private HelloProgram() {}

    /**
     * @param args printed by rank 0
     */
    public static void main(String[] args) {
        MPI.Init(args);
        int rank = MPI.COMM_WORLD.getRank();
        System.out.println("hello from " + rank + " of " + MPI.COMM_WORLD.getSize());
        if (rank == 0) {
            for (String arg : args) {
                System.out.println("argument " + arg);
            }
        }
        MPI.Finalize();
    }
}
