package io.jmpi.samples;

import mpi.Intracomm;
import mpi.MPI;
import picocli.CommandLine.Command;

/** Every rank says who it is and where. */
@Command(name = "hello", description = "Every rank says who it is and where.")
final class Hello implements Sample {

    @Override
    public void run(Intracomm world) {
        System.out.println(
                "Hello from rank " + world.getRank() + " of " + world.getSize() + " on " + MPI.getProcessorName());
    }
}
