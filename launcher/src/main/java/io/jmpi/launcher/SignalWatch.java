package io.jmpi.launcher;

import io.jmpi.daemon.head.Head;
import io.jmpi.daemon.supervise.Signals;
import java.io.IOException;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Passes the signals that a launcher is sent on to its job: the first asks the ranks to end, the second kills them. The
 * third ends this process, whatever it waits for, as any signal does before this runs; then guardians end the ranks.
 */
final class SignalWatch implements Runnable, SignalHandler {

    private static final String[] WATCHED = {"INT", "TERM", "HUP", "TSTP", "CONT"};

    private static final int MOST = 3;

    private final Head job;
    private int count;

    SignalWatch(Head job) {
        this.job = job;
    }

    @Override
    public void run() {
        for (String name : WATCHED) {
            try {
                Signal.handle(new Signal(name), this);
            } catch (IllegalArgumentException e) {
                // The JVM was told to keep this signal to itself or to leave it alone (-Xrs).
            }
        }
    }

    @Override
    public void handle(Signal signal) {
        switch (signal.getName()) {
            case "INT":
                interrupt(Signals.INT);
                break;
            case "HUP":
                interrupt(Signals.HUP);
                break;
            case "TSTP":
                job.stop(new SelfStop());
                break;
            case "CONT":
                job.resume();
                break;
            default:
                interrupt(Signals.TERM);
                break;
        }
    }

    private synchronized void interrupt(int signal) {
        count++;
        if (count >= MOST) {
            Runtime.getRuntime().halt(Signals.STATUS_BASE + signal);
        }
        job.interrupt(signal);
    }

    /** Stops this process, once its ranks have stopped. Java cannot: it raises only what it handles. */
    private static final class SelfStop implements Runnable {
        @Override
        public void run() {
            try {
                new ProcessBuilder("/bin/sh", "-c", "kill -STOP $PPID").start().waitFor();
            } catch (IOException e) {
                // then it goes on waiting for ranks that have stopped
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
