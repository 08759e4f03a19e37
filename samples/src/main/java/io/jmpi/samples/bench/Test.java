package io.jmpi.samples.bench;

import mpi.Intracomm;

/** Something to measure with messages of several sizes. */
interface Test {

    /** What it measures and in which unit, for the heading of its table. */
    String title();

    /** Its sizes in bytes when the user names none. */
    int[] sizes();

    /** Whether a size makes sense here. */
    boolean accepts(int size);

    /** The least number of ranks. */
    int ranks();

    /** What to time, on this rank, with memory of this kind allocated. */
    Kernel kernel(Intracomm world, BufferKind kind, int size);

    /** The figure that an iteration of so many seconds means. */
    double figure(double seconds, int size);
}
