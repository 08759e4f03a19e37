package io.jmpi.samples;

import java.util.Locale;
import mpi.Intracomm;
import mpi.MPI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A token goes from rank to rank, round and round.
 *
 * <pre>
 *   0 -&gt; 1 -&gt; 2 -&gt; 3
 *   ^              |
 *   +--------------+
 * </pre>
 *
 * <p>Rank 0 sends first and receives then, the others the other way round: so every message is awaited by someone, however
 * long it is. One rank alone sends to itself, which is why rank 0 starts its send without waiting for it.
 */
@Command(name = "ring", description = "A token goes from rank to rank; shows the time a hop takes.")
final class Ring implements Sample {

    private static final int TAG = 1;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds to go (default: ${DEFAULT-VALUE}).")
    private int rounds = 1000;

    @Override
    public void run(Intracomm world) {
        if (rounds < 1) {
            throw new UsageException("--rounds=" + rounds + ": at least 1");
        }
        int rank = world.getRank();
        int size = world.getSize();
        long[] token = new long[1];
        go(world, token, rounds); // until the code is compiled
        token[0] = 0;
        world.barrier();
        double start = MPI.wtime();
        go(world, token, rounds);
        double seconds = MPI.wtime() - start;
        if (rank == 0) {
            long hops = (long) rounds * size;
            if (token[0] != hops) {
                throw new FailureException("the token has counted " + token[0] + " hops instead of " + hops);
            }
            System.out.printf(Locale.ROOT, "%d hops in %.3f s: %.2f us a hop%n", hops, seconds, seconds / hops * 1e6);
        }
    }

    /** Everyone who gets the token counts one hop on it. */
    private static void go(Intracomm world, long[] token, int rounds) {
        int rank = world.getRank();
        int size = world.getSize();
        int next = (rank + 1) % size;
        int previous = (rank + size - 1) % size;
        for (int i = 0; i < rounds; i++) {
            if (rank == 0) {
                long[] sent = {token[0]};
                var request = world.iSend(sent, next, TAG);
                world.recv(token, previous, TAG);
                request.waitFor();
                token[0]++;
            } else {
                world.recv(token, previous, TAG);
                token[0]++;
                world.send(token, next, TAG);
            }
        }
    }
}
