package io.jmpi.daemon.supervise;

import java.io.IOException;
import java.io.InputStream;

/** The thread that passes on what a rank writes to one of its streams. */
final class OutputForwarder extends Thread implements LineAssembler.Sink {

    private static final int STACK = 1 << 17;

    private final RankProcess process;
    private final Channel channel;
    private final InputStream in;
    private final boolean prompts;
    private boolean handingOver;
    private boolean refused;
    private boolean ended;

    OutputForwarder(RankProcess process, Channel channel, InputStream in, boolean prompts) {
        super(null, null, "rank " + process.rank() + " " + channel, STACK, false);
        this.process = process;
        this.channel = channel;
        this.in = in;
        this.prompts = prompts;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            new LineAssembler(in, this, prompts).run();
        } catch (IOException e) {
            // The stream of a process that has ended may be closed under its reader: then this is its end.
        }
        end();
        process.onOutputEnd();
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        if (refused) {
            return;
        }
        handingOver(true);
        try {
            process.onOutput(channel, bytes, offset, length);
        } catch (IOException e) {
            refused = true;
        }
        handingOver(false);
    }

    private synchronized void handingOver(boolean now) {
        handingOver = now;
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /**
     * Waits until all output of a rank that has ended is passed on, or none has come for a time: then a process that has
     * nothing to do with the job may hold the stream open.
     *
     * @param most when to give up although the reader of the output is just slow
     */
    synchronized void await(long quietMillis, Deadline most) throws InterruptedException {
        Deadline quiet = Deadline.in(quietMillis);
        while (!ended && most.millisLeft() > 0 && (handingOver || quiet.millisLeft() > 0)) {
            wait(Math.min(most.millisLeft(), handingOver ? Long.MAX_VALUE : quiet.millisLeft()));
            if (handingOver) {
                quiet = Deadline.in(quietMillis);
            }
        }
    }
}
