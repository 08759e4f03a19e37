package io.jmpi.launcher;

import io.jmpi.daemon.Job;
import io.jmpi.daemon.Signals;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Passes the signals that a launcher is sent on to its job. Before it runs a signal ends this process, and the job's
 * guardian the ranks.
 */
final class SignalWatch implements Runnable, SignalHandler {

    private static final String[] WATCHED = {"INT", "TERM", "HUP", "TSTP", "CONT"};

    private final Job job;

    SignalWatch(Job job) {
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
                job.interrupt(Signals.INT);
                break;
            case "HUP":
                job.interrupt(Signals.HUP);
                break;
            case "TSTP":
                job.stop();
                break;
            case "CONT":
                job.resume();
                break;
            default:
                job.interrupt(Signals.TERM);
                break;
        }
    }
}
