package io.jmpi.daemon.supervise;

import io.jmpi.job.JobEnvironment;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;

/**
 * The process of one rank, with the threads that wait for its end and pass on its output. Belongs to the part's thread.
 */
final class RankProcess extends Thread {

    private static final File NOTHING = new File("/dev/null");
    private static final int STACK = 1 << 17;
    private static final int STREAMS = 2;

    private final Part part;
    private final int rank;
    private final int localRank;
    private final Process process;
    private final boolean inOwnSession;
    private OutputForwarder out;
    private OutputForwarder err;
    private int openStreams = STREAMS;
    private boolean ended;
    private int status;

    private RankProcess(Part part, JobEnvironment environment, Process process, boolean inOwnSession) {
        super(null, null, "rank " + environment.rank(), STACK, false);
        this.part = part;
        this.rank = environment.rank();
        this.localRank = environment.localRank();
        this.process = process;
        this.inOwnSession = inOwnSession;
        setDaemon(true);
    }

    /**
     * Starts the process; {@link #start} the threads, so that the part can tell of the rank before the rank is heard.
     *
     * @param ownOutput whether the rank writes to this process's own output
     */
    static RankProcess launch(
            Part part, JobEnvironment environment, RankSpec spec, List<String> command, boolean ownOutput)
            throws IOException {
        boolean inOwnSession = !spec.input().isTerminal();
        ProcessBuilder builder =
                new ProcessBuilder(inOwnSession ? part.session().command(command) : command);
        builder.directory(spec.program().directory());
        Map<String, String> variables = builder.environment();
        spec.program().changeEnvironment(variables);
        environment.into(variables);
        variables.put(Part.VARIABLE, part.mark());
        builder.redirectInput(source(spec.input()));
        if (ownOutput) {
            builder.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        }
        RankProcess launched = new RankProcess(part, environment, builder.start(), inOwnSession);
        if (!ownOutput) {
            launched.forward(spec.input().prompts());
        }
        return launched;
    }

    private static Redirect source(Input input) {
        if (input.isFed()) {
            return Redirect.PIPE;
        }
        return input.isInherited() ? Redirect.INHERIT : Redirect.from(NOTHING);
    }

    /** The thread that gives it its input, for a rank that is fed. */
    InputFeeder startFeeding() {
        InputFeeder feeder = new InputFeeder(part, rank, localRank, process.getOutputStream());
        feeder.start();
        return feeder;
    }

    private void forward(boolean prompts) {
        out = new OutputForwarder(this, Channel.OUT, process.getInputStream(), prompts);
        err = new OutputForwarder(this, Channel.ERR, process.getErrorStream(), prompts);
    }

    @Override
    public void start() {
        if (out != null) {
            out.start();
            err.start();
        }
        super.start();
    }

    @Override
    public void run() {
        try {
            part.post(new PartTask.Exit(localRank, process.waitFor()));
            if (out == null) {
                part.post(new PartTask.OutputEnd(localRank));
            }
        } catch (InterruptedException e) {
            // nobody interrupts this thread; the end would be seen by the guardian
        }
    }

    void onOutput(Channel channel, byte[] bytes, int offset, int length) throws IOException {
        try {
            part.listener().onOutput(rank, channel, bytes, offset, length);
        } catch (IOException e) {
            part.post(new PartTask.OutputFailure());
            throw e;
        }
    }

    synchronized void onOutputEnd() {
        openStreams--;
        if (openStreams == 0) {
            part.post(new PartTask.OutputEnd(localRank));
        }
    }

    int rank() {
        return rank;
    }

    long pid() {
        return process.pid();
    }

    /** Whether it is the leader of a group, rather than a member of the launcher's. */
    boolean inOwnSession() {
        return inOwnSession;
    }

    /** Called when the part's thread has heard of the end. */
    void ended(int exitStatus) {
        ended = true;
        status = exitStatus;
    }

    boolean hasEnded() {
        return ended;
    }

    /** The exit status of one that {@link #hasEnded()}. */
    int status() {
        return status;
    }

    /** Whether there may be output to pass on; see {@link OutputForwarder#isActive}. */
    boolean hasOutput(long nanoTime, long quietMillis) {
        return out != null && (out.isActive(nanoTime, quietMillis) || err.isActive(nanoTime, quietMillis));
    }
}
