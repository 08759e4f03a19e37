package io.jmpi.it.programs;

import java.io.IOException;
import mpi.Intracomm;
import mpi.MPI;
import mpi.MPIException;
import mpi.Request;

/** One rank does something wrong while the others wait for a message that never comes. */
public final class FaultProgram {

    private FaultProgram() {}

    /**
     * @param args what goes wrong, the rank that does it, and a number for some
     */
    public static void main(String[] args) throws Exception {
        String fault = args[0];
        int guilty = Integer.parseInt(args[1]);
        int number = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        boolean isGuilty = Integer.parseInt(System.getenv("JMPI_RANK")) == guilty;
        if (isGuilty && fault.equals("never joins")) {
            return;
        }
        if (fault.equals("never joins") && number > 0) {
            // long enough for the guilty rank's end to be seen
            Thread.sleep(number);
        }
        MPI.Init(args);
        if (isGuilty) {
            MPI.COMM_WORLD.barrier();
            if (fault.equals("calls Finalize not")) {
                System.out.println("leaves");
                return;
            }
            doWrong(fault, number);
        } else {
            if (fault.equals("grandchild")) {
                startGrandchild();
            }
            if (!fault.equals("never joins")) {
                MPI.COMM_WORLD.barrier();
            }
            System.out.println("ready " + MPI.COMM_WORLD.getRank());
            MPI.COMM_WORLD.recv(new byte[1], MPI.ANY_SOURCE, 0);
        }
        MPI.Finalize();
    }

    private static void doWrong(String fault, int number) {
        switch (fault) {
            case "throws" -> throw new IllegalStateException("thrown on purpose");
            case "throws beside a thread" -> {
                Thread other = new Thread(FaultProgram::sleepForever);
                other.start();
                throw new IllegalStateException("thrown on purpose");
            }
            case "exits" -> System.exit(number);
            case "halts" -> Runtime.getRuntime().halt(number);
            case "aborts" -> MPI.COMM_WORLD.abort(number);
            case "bad rank" -> {
                MPI.COMM_WORLD.setErrhandler(MPI.ERRORS_ARE_FATAL);
                makeError(() -> MPI.COMM_WORLD.send(new int[1], number, 0));
            }
            case "bad rank in a part" -> {
                MPI.COMM_WORLD.setErrhandler(MPI.ERRORS_ARE_FATAL);
                Intracomm part = MPI.COMM_WORLD.createGroup(MPI.COMM_SELF.getGroup(), 0);
                MPI.COMM_WORLD.setErrhandler(MPI.ERRORS_RETURN);
                makeError(() -> MPI.COMM_WORLD.send(new int[1], number, 0));
                System.out.println("goes on");
                part.iSend(new int[1], number, 0);
            }
            case "truncates" -> {
                MPI.COMM_WORLD.setErrhandler(MPI.ERRORS_ABORT);
                makeError(() -> {
                    int me = MPI.COMM_WORLD.getRank();
                    Request request = MPI.COMM_WORLD.iRecv(new int[1], me, 3);
                    MPI.COMM_WORLD.send(new int[number], me, 3);
                    MPI.COMM_SELF.barrier();
                    Request.waitAll(new Request[] {request});
                });
            }
            default -> throw new IllegalArgumentException(fault);
        }
    }

    /** Says so if the program gets to know of the error. */
    private static void makeError(Runnable call) {
        try {
            call.run();
        } catch (MPIException e) {
            System.out.println("caught " + e.getMessage());
        }
    }

    private static void sleepForever() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One that has left the session of its parent, and so its group. */
    private static void startGrandchild() throws IOException {
        new ProcessBuilder("setsid", "sleep", "100000").inheritIO().start();
        new ProcessBuilder("sleep", "100000").inheritIO().start();
    }
}
