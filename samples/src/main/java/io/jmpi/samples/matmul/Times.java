package io.jmpi.samples.matmul;

import mpi.Intracomm;
import mpi.MPI;

/**
 * Where time goes, in seconds: a rank's own, or the longest of all ranks for each entry.
 *
 * @param all from the start to the end
 * @param communication scatter, broadcast and gather together
 * @param transfer of matrices to a device and back
 * @param waiting for the slowest rank to finish its computation
 */
record Times(
        double all,
        double communication,
        double scatter,
        double broadcast,
        double gather,
        double transfer,
        double computation,
        double waiting) {

    static Times of(
            double scatter, double broadcast, double gather, double transfer, double computation, double waiting) {
        double communication = scatter + broadcast + gather;
        double all = communication + transfer + computation + waiting;
        return new Times(all, communication, scatter, broadcast, gather, transfer, computation, waiting);
    }

    /** At rank 0, for each entry the longest of all ranks. Every rank calls this. */
    Times longest(Intracomm ranks) {
        double[] mine = {all, communication, scatter, broadcast, gather, transfer, computation, waiting};
        double[] longest = new double[mine.length];
        ranks.reduce(mine, longest, MPI.MAX, 0);
        return new Times(
                longest[0], longest[1], longest[2], longest[3], longest[4], longest[5], longest[6], longest[7]);
    }

    /** What part of the time matrices were on the way: in messages, or to a device and back. */
    double shareOfMoving() {
        return (communication + transfer) / all;
    }
}
