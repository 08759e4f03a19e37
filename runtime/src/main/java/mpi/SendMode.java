package mpi;

/** When a send may be complete (MPI 4.1, 3.4). The ready mode is the standard one here. */
enum SendMode {
    /** When the buffer may be changed again. */
    STANDARD,
    /** When it has been received, or has begun to be. */
    SYNCHRONOUS,
    /** At once: its data is in the attached memory, if need be. */
    BUFFERED
}
