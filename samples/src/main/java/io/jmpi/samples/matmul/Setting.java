package io.jmpi.samples.matmul;

import java.util.function.Consumer;
import mpi.Intracomm;
import mpi.MPI;

/**
 * What a {@link Way} works with.
 *
 * @param world all ranks
 * @param matrices this rank's part of the matrices
 * @param threads how many threads the user asked for, null if he did not
 * @param device a part of the name of the device to use; empty for the one that a rank is given
 * @param tuning hears what is tried when devices are to look for their fastest way; null if they are not to
 * @param isNaive whether ranks are to multiply with three loops
 */
record Setting(
        Intracomm world, Matrices matrices, Integer threads, String device, Consumer<String> tuning, boolean isNaive) {

    /** Threads of OpenBLAS in a process that multiplies. */
    int blasThreads() {
        return threads == null ? 1 : threads;
    }

    /** Threads of a JVM that shares the rows among them: as many as there are processors, unless asked for. */
    int rowThreads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** The product by rank 0 alone. */
    Product alone(Multiplier multiplier) {
        return new DistributedProduct(MPI.COMM_SELF, matrices, multiplier);
    }

    /** The product by all ranks. */
    Product byAll(Multiplier multiplier) {
        return new DistributedProduct(world, matrices, multiplier);
    }
}
