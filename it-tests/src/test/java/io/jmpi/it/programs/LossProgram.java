package io.jmpi.it.programs;

import mpi.MPI;
import mpi.MPIException;

/** Two ranks talk, then one waits for the other and tells what becomes of that, and after how many seconds. */
public final class LossProgram {

    private static final int MUCH = 64 << 20;
    private static final double NANO = 1e-9;

    private LossProgram() {}

    /**
     * @param args "waits" to wait for a message that never comes; "sends" to send more than can be on its way to a rank
     *     that does not receive; "delivers" to send it to one that does
     */
    public static void main(String[] args) throws Exception {
        MPI.Init(args);
        int rank = MPI.COMM_WORLD.getRank();
        MPI.COMM_WORLD.barrier();
        if (rank == 0) {
            System.out.println("ready");
            System.in.read(); // until the test has done what it does
            long start = System.nanoTime();
            try {
                if (args[0].equals("waits")) {
                    MPI.COMM_WORLD.recv(new byte[1], 1, 0);
                } else {
                    MPI.COMM_WORLD.send(new byte[MUCH], 1, 0);
                }
                System.out.println("nothing is wrong");
            } catch (MPIException e) {
                System.out.println("after " + Math.round((System.nanoTime() - start) * NANO) + " s: " + e.getMessage());
            }
        } else if (args[0].equals("delivers")) {
            MPI.COMM_WORLD.recv(new byte[MUCH], 0, 0);
        } else {
            Thread.sleep(Long.MAX_VALUE);
        }
        MPI.Finalize();
    }
}
