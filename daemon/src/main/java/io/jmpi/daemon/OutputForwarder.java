package io.jmpi.daemon;

import java.io.IOException;
import java.io.InputStream;

/** The thread that passes on what a rank writes to one of its streams. */
final class OutputForwarder extends Thread implements LineAssembler.Sink {

    private static final int STACK = 1 << 17;

    private final int rank;
    private final Channel channel;
    private final InputStream in;
    private final boolean prompts;
    private final JobListener listener;
    private final Job job;

    OutputForwarder(int rank, Channel channel, InputStream in, boolean prompts, JobListener listener, Job job) {
        super(null, null, "rank " + rank + " " + channel, STACK, false);
        this.rank = rank;
        this.channel = channel;
        this.in = in;
        this.prompts = prompts;
        this.listener = listener;
        this.job = job;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            new LineAssembler(in, this, prompts).run();
        } catch (IOException e) {
            // The stream of a process that has ended may be closed under its reader: then this is its end.
        }
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        try {
            listener.onOutput(rank, channel, bytes, offset, length);
        } catch (IOException e) {
            job.post(JobEvent.of(JobEvent.Kind.OUTPUT_LOST));
        }
    }
}
