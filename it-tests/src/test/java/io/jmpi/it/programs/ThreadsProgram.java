package io.jmpi.it.programs;

import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import mpi.Intracomm;
import mpi.MPI;
import mpi.Request;

/** Four threads of every rank are inside MPI at once, one of them making and freeing communicators. */
public final class ThreadsProgram {

    private static final int THREADS = 4;
    private static final int WAKE = 1000;

    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Intracomm world = MPI.COMM_WORLD;
    private final int right = (world.getRank() + 1) % world.getSize();
    private final int left = (world.getRank() + world.getSize() - 1) % world.getSize();
    private final int rounds;

    private ThreadsProgram(int rounds) {
        this.rounds = rounds;
    }

    /**
     * @param args number of rounds
     */
    public static void main(String[] args) throws Exception {
        int level = MPI.InitThread(args, MPI.THREAD_MULTIPLE);
        Check.same(MPI.THREAD_MULTIPLE, level, "thread level");
        new ThreadsProgram(Integer.parseInt(args[0])).run();
        int rank = MPI.COMM_WORLD.getRank();
        MPI.Finalize();
        System.out.println("rank " + rank + " done");
    }

    private void run() throws Exception {
        blockedWhileAnotherSends();
        groupsAtOnce();
        Intracomm[] comms = new Intracomm[THREADS];
        Thread[] threads = new Thread[THREADS + 3];
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            Intracomm comm = world.dup();
            comms[i] = comm;
            threads[i] = thread("messages " + i, () -> messages(comm, number));
        }
        Intracomm parent = world.dup();
        threads[THREADS] = thread("communicators", () -> communicators(parent));
        Intracomm collective = world.dup();
        threads[THREADS + 1] = thread("collectives", () -> collectives(collective));
        threads[THREADS + 2] = thread("collectives of all", () -> collectives(world));
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw new AssertionError("rank " + world.getRank() + ": " + failure.get(), failure.get());
        }
        for (Intracomm comm : comms) {
            comm.free();
        }
        Check.that(world.iProbe(MPI.ANY_SOURCE, MPI.ANY_TAG) == null, "no message is left");
    }

    /** A thread that fails ends the job, or the others would wait for it. */
    private Thread thread(String name, Check.Body body) {
        return new Thread(
                () -> {
                    try {
                        body.run();
                    } catch (Exception | AssertionError e) {
                        failure.compareAndSet(null, e);
                        e.printStackTrace();
                        world.abort(1);
                    }
                },
                name);
    }

    /** Two threads wait for messages that a third one causes to be sent. */
    private void blockedWhileAnotherSends() throws Exception {
        int[][] got = new int[2][1];
        Thread[] waiting = {
            thread("waits for tag 1", () -> world.recv(got[0], left, WAKE + 1)),
            thread("waits for tag 2", () -> world.iRecv(got[1], left, WAKE + 2).waitFor())
        };
        for (Thread thread : waiting) {
            thread.start();
        }
        for (int i = 0; i < 100; i++) {
            int[] echo = new int[1];
            world.sendRecv(new int[] {i}, right, WAKE + 3, echo, left, WAKE + 3);
            Check.same(i, echo[0], "echo");
        }
        world.send(new int[] {22}, right, WAKE + 2);
        waiting[1].join();
        world.send(new int[] {11}, right, WAKE + 1);
        waiting[0].join();
        Check.same(11, got[0][0], "data of tag 1");
        Check.same(22, got[1][0], "data of tag 2");
    }

    /** Communicators of groups are made by several threads, which begin in another order in each rank; tags tell them apart. */
    private void groupsAtOnce() throws Exception {
        Thread[] making = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            int tag = (world.getRank() + i) % THREADS;
            making[i] = thread("makes groups of tag " + tag, () -> groups(tag));
            making[i].start();
        }
        for (Thread thread : making) {
            thread.join();
        }
    }

    private void groups(int tag) {
        for (int i = 0; i < 20; i++) {
            Intracomm group = world.createGroup(world.getGroup(), tag);
            int[] sum = {1 << tag};
            group.allReduce(sum, 1, MPI.INT, MPI.SUM);
            Check.same(world.getSize() << tag, sum[0], "sum over group " + i + " of tag " + tag);
            group.free();
        }
    }

    /** On a communicator of its own, and on the common one with tags of its own. */
    private void messages(Intracomm own, int number) {
        Random random = new Random(number);
        byte[] got = new byte[1 << 17];
        for (int i = 0; i < rounds; i++) {
            int length = random.nextInt(1 << random.nextInt(18));
            byte[] data = MessageChecks.pattern(length, i * THREADS + number);
            Intracomm comm = i % 2 == 0 ? own : world;
            switch (i % 3) {
                case 0 -> {
                    Request send = comm.iSend(data, right, number);
                    Check.same(length, comm.recv(got, left, number).getCount(MPI.BYTE), "count");
                    send.waitFor();
                }
                case 1 -> {
                    Request receive = comm.iRecv(got, left, number);
                    comm.sSend(data, right, number);
                    Check.same(length, receive.waitStatus().getCount(MPI.BYTE), "count");
                }
                default -> {
                    Request[] requests = {comm.iRecv(got, left, number), comm.iSend(data, right, number)};
                    int done = 0;
                    while (done < 2) {
                        done += Request.waitSome(requests).length;
                    }
                }
            }
            Check.same(
                    -1,
                    java.util.Arrays.mismatch(data, 0, length, got, 0, length),
                    "difference in round " + i + " of thread " + number);
        }
    }

    private void communicators(Intracomm parent) {
        for (int i = 0; i < rounds; i++) {
            Intracomm copy = i % 2 == 0 ? parent.dup() : parent.split(i % 3, -parent.getRank());
            int[] sum = {1};
            copy.allReduce(sum, 1, MPI.INT, MPI.SUM);
            Check.same(world.getSize(), sum[0], "size of communicator " + i);
            copy.free();
        }
    }

    private void collectives(Intracomm comm) {
        int[] data = new int[5000];
        for (int i = 0; i < rounds; i++) {
            int root = i % comm.getSize();
            int count = i % 2 == 0 ? 3 : data.length;
            java.util.Arrays.fill(data, comm.getRank() == root ? i : -1);
            comm.bcast(data, count, MPI.INT, root);
            Check.same(i, data[count - 1], "bcast " + i);
            comm.allReduce(data, count, MPI.INT, MPI.SUM);
            Check.same((long) i * comm.getSize(), data[0], "allReduce " + i);
        }
    }
}
