package io.jmpi.samples.matmul;

import mpi.MPI;

/** Measures one part of a program after the other. */
final class Stopwatch {

    private double last = MPI.wtime();

    /** Seconds since the last lap, or since the start. */
    double lap() {
        double now = MPI.wtime();
        double seconds = now - last;
        last = now;
        return seconds;
    }
}
