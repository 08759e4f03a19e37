package io.jmpi.samples;

import mpi.Intracomm;

/** A program of this jar. Its fields are its options, initialised with what holds when none is given. */
public interface Sample {

    /**
     * Runs it; every rank does so, between {@code MPI.Init} and {@code MPI.Finalize}.
     *
     * @param world all ranks
     * @throws UsageException on every rank, when options or the number of ranks make no sense
     * @throws FailureException on any rank, when the program has not done what it should
     */
    void run(Intracomm world);
}
