package io.jmpi.daemon;

import io.jmpi.job.JobEnvironment;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;

/**
 * The process of one rank, with the threads that wait for its end and pass on its output. Its fields belong to the thread
 * that runs the job.
 */
final class RankProcess extends Thread {

    private static final File NOTHING = new File("/dev/null");
    private static final int STACK = 1 << 17;

    private final int rank;
    private final Process process;
    private final boolean inOwnSession;
    private final Job job;
    private OutputForwarder out;
    private OutputForwarder err;

    private RankProcess(int rank, Process process, boolean inOwnSession, Job job) {
        super(null, null, "rank " + rank, STACK, false);
        this.rank = rank;
        this.process = process;
        this.inOwnSession = inOwnSession;
        this.job = job;
        setDaemon(true);
    }

    static RankProcess start(JobEnvironment environment, JobSpec spec, Session session, JobListener listener, Job job)
            throws IOException {
        int rank = environment.rank();
        RankSpec rankSpec = spec.ranks().get(rank);
        boolean atTerminal = rank == 0 && spec.input().isTerminal();
        ProcessBuilder builder =
                new ProcessBuilder(atTerminal ? rankSpec.command() : session.command(rankSpec.command()));
        builder.directory(rankSpec.directory());
        setEnvironment(builder.environment(), rankSpec.environment());
        environment.into(builder.environment());
        builder.redirectInput(rank == 0 ? Redirect.INHERIT : Redirect.from(NOTHING));
        if (spec.ownOutput()) {
            builder.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        }
        RankProcess started = new RankProcess(rank, builder.start(), !atTerminal, job);
        if (!spec.ownOutput()) {
            started.forward(listener, rank == 0 && spec.input() == JobSpec.Input.DIALOGUE);
        }
        started.start();
        return started;
    }

    private static void setEnvironment(Map<String, String> target, Map<String, String> changes) {
        for (Map.Entry<String, String> change : changes.entrySet()) {
            if (change.getValue() == null) {
                target.remove(change.getKey());
            } else {
                target.put(change.getKey(), change.getValue());
            }
        }
    }

    private void forward(JobListener listener, boolean prompts) {
        out = new OutputForwarder(rank, Channel.OUT, process.getInputStream(), prompts, listener, job);
        err = new OutputForwarder(rank, Channel.ERR, process.getErrorStream(), prompts, listener, job);
        out.start();
        err.start();
    }

    @Override
    public void run() {
        try {
            job.post(new JobEvent(JobEvent.Kind.ENDED, rank, process.waitFor()));
        } catch (InterruptedException e) {
            // nobody interrupts this thread; the end would be seen by the guardian
        }
    }

    long pid() {
        return process.pid();
    }

    /** Whether it is the leader of a group, rather than a member of the launcher's. */
    boolean inOwnSession() {
        return inOwnSession;
    }

    /** Waits until all output is passed on, or for a time in ms at most. */
    void awaitOutput(long millis) throws InterruptedException {
        if (out != null) {
            long end = System.nanoTime() + millis * 1_000_000;
            out.join(millis);
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left > 0) {
                err.join(left);
            }
        }
    }
}
