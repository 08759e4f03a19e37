package io.jmpi.it.programs;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import mpi.MPI;

/** Every rank writes numbered lines. */
public final class OutputProgram {

    private OutputProgram() {}

    /** The line that a rank writes: its rank and the number, then letters up to a length. */
    public static String line(int rank, int number, int length) {
        String start = rank + " " + number + " ";
        return start + String.valueOf((char) ('a' + (rank + number) % 26)).repeat(length - start.length());
    }

    /**
     * @param args number of lines, length of a line, and whether each is flushed
     */
    public static void main(String[] args) throws Exception {
        MPI.Init(args);
        int count = Integer.parseInt(args[0]);
        int length = Integer.parseInt(args[1]);
        int rank = MPI.COMM_WORLD.getRank();
        try (PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.US_ASCII)) {
            MPI.COMM_WORLD.barrier();
            for (int i = 0; i < count; i++) {
                out.write((line(rank, i, length) + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
        MPI.Finalize();
    }
}
