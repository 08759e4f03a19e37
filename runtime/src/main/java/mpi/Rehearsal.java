package mpi;

import io.jmpi.os.MappedFile;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * What most ranks do, done once by a job of one, so that the launcher can record the classes it takes in a class-data
 * archive. No part of the API.
 */
final class Rehearsal {

    private static final int LONG_MESSAGE = 1 << 16;

    private Rehearsal() {}

    /**
     * Run by the launcher.
     *
     * @param args "network" where there are ranks on other hosts too
     * @throws IOException when no temporary file can be made
     */
    public static void main(String[] args) throws IOException {
        File temporary = new File(System.getProperty("java.io.tmpdir"));
        map(new File(temporary, "jmpi-rehearsal-" + System.nanoTime()));
        load(temporary);
        if (args.length > 0) {
            io.jmpi.tcp.Rehearsal.run(temporary.toPath());
        }
        MPI.Init(args);
        double[] sent = {1};
        double[] received = new double[1];
        byte[] large = new byte[LONG_MESSAGE];
        int self = MPI.COMM_WORLD.getRank();
        Request[] requests = {
            MPI.COMM_WORLD.iRecv(received, self, 0), MPI.COMM_WORLD.iSend(sent, self, 0),
            MPI.COMM_WORLD.iRecv(new byte[LONG_MESSAGE], self, 1), MPI.COMM_WORLD.iSend(large, self, 1),
        };
        Request.waitAll(requests);
        MPI.COMM_WORLD.sendRecv(MPI.newDoubleBuffer(1), 1, MPI.DOUBLE, self, 0, new double[1], 1, MPI.DOUBLE, self, 0);
        MPI.COMM_WORLD.barrier();
        MPI.COMM_WORLD.bcast(sent, 0);
        MPI.COMM_WORLD.allReduce(sent, received, MPI.SUM);
        MPI.COMM_WORLD.gather(sent, received, 0);
        System.out.println(MPI.getProcessorName());
        MPI.Finalize();
    }

    /** Jars are all that the class path of this run has; many an application is in a directory. */
    private static void load(File directory) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toPath().toUri().toURL()})) {
            loader.findResource("Main.class");
        }
    }

    /** A job of one has its segment in memory of its own; other ranks map a file. */
    private static void map(File file) throws IOException {
        try (RandomAccessFile empty = new RandomAccessFile(file, "rw")) {
            MappedFile.reserve(empty, 1);
            MappedFile.open(file.getPath());
        } finally {
            file.delete();
        }
    }
}
