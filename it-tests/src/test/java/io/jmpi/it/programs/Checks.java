package io.jmpi.it.programs;

import mpi.Intracomm;
import mpi.MPI;

/** Runs checks one after the other on all ranks of a communicator, and says which, so that a failure tells where. */
final class Checks {

    private final Intracomm comm;
    private final int rank;
    private int count;

    Checks(Intracomm comm) {
        this.comm = comm;
        this.rank = comm.getRank();
    }

    /** What all ranks do together. */
    interface Body {
        void run(Intracomm comm) throws Exception;
    }

    /** Runs a check; after it no message may be left, and nobody goes on before all have looked. */
    void check(String name, Body body) throws Exception {
        long start = System.nanoTime();
        try {
            body.run(comm);
            comm.barrier();
            Check.that(comm.iProbe(MPI.ANY_SOURCE, MPI.ANY_TAG) == null, "no message is left");
            comm.barrier();
        } catch (Exception | AssertionError e) {
            throw new AssertionError("rank " + rank + " of " + comm.getSize() + ", check " + name + ": " + e, e);
        }
        count++;
        if (rank == 0) {
            System.out.println("ok " + name + " (" + (System.nanoTime() - start) / 1_000_000 + " ms)");
        }
    }

    int count() {
        return count;
    }
}
