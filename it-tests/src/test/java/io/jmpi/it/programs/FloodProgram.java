package io.jmpi.it.programs;

import mpi.Intracomm;
import mpi.MPI;
import mpi.Request;
import mpi.Status;

/**
 * More unexpected messages than fit into the receiver's memory: the senders must be slowed, and nothing may be lost.
 *
 * <p>Every rank but 0 floods rank 0, which at first receives only what was sent last.
 */
public final class FloodProgram {

    private static final int LENGTH = 1024;
    private static final int PATTERNS = 997;
    private static final int FLOOD = 1;
    private static final int LAST = 2;
    private static final int BLOCKING = 3;

    private FloodProgram() {}

    /**
     * @param args number of messages of 1 KiB from each rank, and of those sent by blocking calls
     */
    public static void main(String[] args) {
        MPI.Init(args);
        Intracomm world = MPI.COMM_WORLD;
        int count = Integer.parseInt(args[0]);
        int blocking = Integer.parseInt(args[1]);
        byte[] patterns = MessageChecks.pattern(LENGTH + PATTERNS, 3);
        if (world.getRank() == 0) {
            receive(world, count, patterns);
            receiveBlocking(world, blocking, patterns);
        } else {
            Request[] sends = new Request[count + 1];
            for (int i = 0; i < count; i++) {
                sends[i] = world.iSend(patterns, i % PATTERNS, LENGTH, 0, FLOOD);
            }
            sends[count] = world.iSend(new int[] {count}, 0, LAST);
            Request.waitAll(sends);
            for (int i = 0; i < blocking; i++) {
                world.send(patterns, i % PATTERNS, LENGTH, 0, BLOCKING);
            }
        }
        MPI.Finalize();
    }

    private static void receive(Intracomm world, int count, byte[] patterns) {
        byte[] got = new byte[LENGTH];
        for (int source = world.getSize() - 1; source > 0; source--) {
            int[] last = new int[1];
            world.recv(last, source, LAST);
            Check.same(count, last[0], "the last message of " + source);
        }
        for (int source = 1; source < world.getSize(); source++) {
            for (int i = 0; i < count; i++) {
                world.recv(got, source, FLOOD);
                check(got, patterns, i);
            }
        }
        System.out.println("received " + count + " from each");
    }

    private static void receiveBlocking(Intracomm world, int count, byte[] patterns) {
        byte[] got = new byte[LENGTH];
        int[] next = new int[world.getSize()];
        for (int i = 0; i < count * (world.getSize() - 1); i++) {
            Status status = world.recv(got, MPI.ANY_SOURCE, BLOCKING);
            check(got, patterns, next[status.getSource()]++);
        }
        System.out.println("received " + count + " from each, sent one by one");
    }

    private static void check(byte[] got, byte[] patterns, int number) {
        int from = number % PATTERNS;
        int difference = java.util.Arrays.mismatch(got, 0, LENGTH, patterns, from, from + LENGTH);
        Check.same(-1, difference, "difference in message " + number);
    }
}
