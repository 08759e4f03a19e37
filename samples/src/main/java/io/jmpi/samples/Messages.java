package io.jmpi.samples;

import mpi.Intracomm;
import mpi.MPI;
import mpi.Request;
import mpi.Status;
import picocli.CommandLine.Command;

/** Three ways to exchange messages: blocking, non-blocking, and many at once. */
@Command(name = "messages", description = "Sends and receives: blocking, non-blocking, and many at once with waitAll.")
final class Messages implements Sample {

    private static final int TAG = 42;

    @Override
    public void run(Intracomm world) {
        if (world.getSize() < 2) {
            throw new UsageException("messages needs at least 2 ranks: jmpiexec -n 2 ...");
        }
        blocking(world);
        nonBlocking(world);
        waitAll(world);
    }

    /** Rank 0 sends to rank 1. Send returns when the buffer may be reused, recv when the message is there. */
    private static void blocking(Intracomm world) {
        int rank = world.getRank();
        if (rank == 0) {
            int[] numbers = {1, 2, 3};
            world.send(numbers, 1, TAG);
        } else if (rank == 1) {
            int[] numbers = new int[10]; // may be longer than the message
            Status status = world.recv(numbers, 0, TAG);
            int sum = 0;
            for (int i = 0; i < status.getCount(MPI.INT); i++) {
                sum += numbers[i];
            }
            System.out.println("blocking: rank 1 got " + status.getCount(MPI.INT) + " numbers from rank "
                    + status.getSource() + ", their sum is " + sum);
        }
    }

    /**
     * Every rank sends to the next one and receives from the one before. Both go on while the rank computes; before the
     * request is complete, it must neither read what it receives nor write what it sends.
     */
    private static void nonBlocking(Intracomm world) {
        int rank = world.getRank();
        int size = world.getSize();
        double[] mine = {rank};
        double[] fromLeft = new double[1];
        Request receive = world.iRecv(fromLeft, (rank + size - 1) % size, TAG);
        Request send = world.iSend(mine, (rank + 1) % size, TAG);
        double computed = Math.sqrt(rank); // needs neither of them
        receive.waitFor();
        send.waitFor();
        if (rank == 0) {
            System.out.println("non-blocking: rank 0 got " + fromLeft[0] + " from its left neighbour and computed "
                    + computed + " meanwhile");
        }
    }

    /** Rank 0 receives from all others at once, in whatever order they send. */
    private static void waitAll(Intracomm world) {
        int rank = world.getRank();
        int size = world.getSize();
        if (rank != 0) {
            world.send(new long[] {(long) rank * rank}, 0, TAG);
            return;
        }
        long[] squares = new long[size];
        Request[] requests = new Request[size - 1];
        for (int source = 1; source < size; source++) {
            requests[source - 1] = world.iRecv(squares, source, 1, source, TAG); // one number, to index source
        }
        Request.waitAll(requests);
        long sum = 0;
        for (long square : squares) {
            sum += square;
        }
        System.out.println("waitAll: rank 0 got " + requests.length + " squares, their sum is " + sum);
    }
}
