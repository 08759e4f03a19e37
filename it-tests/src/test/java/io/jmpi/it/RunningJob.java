package io.jmpi.it;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A job under way. One that does not end in time fails its test, which then shows what all its threads were doing. */
public final class RunningJob implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 10;

    private final Process launcher;
    private final String command;
    private final long deadline;
    private final Path out;
    private final Path err;
    private final Supplier<List<Long>> processes;

    /**
     * A job that its launcher has just begun.
     *
     * @param processes finds the processes of the job
     */
    public RunningJob(
            Process launcher, String command, Duration limit, Path out, Path err, Supplier<List<Long>> processes) {
        this.launcher = launcher;
        this.command = command;
        this.deadline = System.nanoTime() + limit.toNanos();
        this.out = out;
        this.err = err;
        this.processes = processes;
    }

    /** Waits for the end. */
    public JobResult result() {
        try {
            if (!launcher.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new AssertionError("the job did not end in time\n" + inFull());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted\n" + inFull(), e);
        }
        return soFar();
    }

    /** What it has written until now; the status does not matter. */
    public JobResult soFar() {
        return new JobResult(command, launcher.isAlive() ? -1 : launcher.exitValue(), out, err);
    }

    /** Waits until standard output contains a text. */
    public RunningJob awaitOutput(String text) {
        await("output of " + text, () -> soFar().out().contains(text));
        return this;
    }

    /** Waits until something is so. */
    public void await(String what, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (!launcher.isAlive()) {
                throw new AssertionError("waited in vain for " + what + "\n" + inFull());
            }
            pause(what);
        }
    }

    private void pause(String what) {
        if (System.nanoTime() > deadline) {
            throw new AssertionError("waited in vain for " + what + "\n" + inFull());
        }
        try {
            Thread.sleep(INTERVAL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted\n" + inFull(), e);
        }
    }

    /** Waits until processes are gone, whether the job lasts or not. */
    public void awaitEndOf(List<Long> pids) {
        while (pids.stream().anyMatch(Processes::isAlive)) {
            pause("the end of " + pids);
        }
    }

    public long launcherPid() {
        return launcher.pid();
    }

    /** The process of a rank. */
    public long rankPid(int rank) {
        List<Long> found = new ArrayList<>();
        await("a process of rank " + rank, () -> {
            found.clear();
            for (long pid : processes.get()) {
                if (Integer.toString(rank).equals(Processes.variable(pid, "JMPI_RANK"))
                        && Processes.command(pid).contains("io.jmpi.it.programs")) {
                    found.add(pid);
                }
            }
            return !found.isEmpty();
        });
        return found.get(0);
    }

    public OutputStream stdin() {
        return launcher.getOutputStream();
    }

    public void closeInput() {
        try {
            launcher.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void signal(String name) {
        Processes.signal(name, launcher.pid());
    }

    /** The same, and waits until the launcher has got it: a signal that is sent while the same one is pending is lost. */
    public void deliver(String name) {
        signal(name);
        await("SIG" + name + " to be delivered", () -> !Processes.hasPendingSignals(launcher.pid()));
    }

    /** Ends the job if it still runs, for tests that fail half-way. */
    @Override
    public void close() {
        launcher.destroyForcibly();
    }

    private String inFull() {
        StringBuilder text = new StringBuilder(soFar().inFull());
        for (long pid : processes.get()) {
            text.append("\n-- process ").append(pid).append(": ").append(Processes.command(pid));
            String threads = Processes.threadDump(pid);
            if (threads != null) {
                text.append('\n').append(threads);
            }
        }
        launcher.destroyForcibly();
        return text.toString();
    }
}
