package io.jmpi.samples;

import mpi.MPI;

/**
 * The jar's main class: runs the sample that the first argument names.
 *
 * <p>Exit status: 0; 1 when a sample fails; 2 when the command line makes no sense. What concerns every rank alike, such
 * as a wrong option, is the business of rank 0 only.
 */
public final class Samples {

    private static final int FAILURE = 1;
    private static final int USAGE = 2;

    private Samples() {}

    /** @param args the name of a sample and its options */
    public static void main(String[] args) {
        try {
            MPI.Init(args);
        } catch (NoClassDefFoundError e) {
            System.err.println("jmpi-samples: JMPI is missing; start with: jmpiexec -n 4 java -jar jmpi-samples.jar");
            System.exit(USAGE);
        }
        int status = run(args);
        if (status == FAILURE) {
            // Without Finalize: other ranks may wait for this one, so the job is to end.
            System.exit(FAILURE);
        }
        MPI.Finalize();
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(String[] args) {
        boolean isFirst = MPI.COMM_WORLD.getRank() == 0;
        try {
            Sample sample = choose(args, isFirst);
            if (sample != null) {
                sample.run(MPI.COMM_WORLD);
            }
            return 0;
        } catch (UsageException e) {
            if (!isFirst) {
                return 0;
            }
            System.err.println("jmpi-samples: " + e.getMessage());
            return USAGE;
        } catch (FailureException e) {
            System.err.println("jmpi-samples: " + e.getMessage());
            return FAILURE;
        }
    }

    /** Without options there is nothing to read, and a rank starts in half the time without picocli. */
    private static Sample choose(String[] args, boolean isFirst) {
        Sample sample = args.length == 1 ? SampleList.find(args[0]) : null;
        return sample != null ? sample : OptionReader.read(args, isFirst);
    }
}
