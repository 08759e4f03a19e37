package io.jmpi.it.programs;

import mpi.MPI;

/** All ranks wait for rank 0, which waits for its standard input. */
public final class IdleProgram {

    private IdleProgram() {}

    /**
     * @param args not used
     */
    public static void main(String[] args) throws Exception {
        MPI.Init(args);
        int rank = MPI.COMM_WORLD.getRank();
        MPI.COMM_WORLD.barrier();
        System.out.println("ready " + rank);
        if (rank == 0) {
            Check.same('x', System.in.read(), "what the test writes");
            for (int peer = 1; peer < MPI.COMM_WORLD.getSize(); peer++) {
                MPI.COMM_WORLD.send(new int[] {peer}, peer, 0);
            }
        } else {
            int[] data = new int[1];
            MPI.COMM_WORLD.recv(data, 0, 0);
            Check.same(rank, data[0], "data");
        }
        MPI.Finalize();
    }
}
