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
    private long lastActive = System.nanoTime();

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
        lastActive = System.nanoTime();
    }

    private synchronized void end() {
        ended = true;
    }

    /**
     * Whether there may be more to pass on of a rank that has ended. Not if nothing comes any more: then a process that has
     * nothing to do with the job may hold the stream open.
     *
     * @param nanoTime since when the rank is known to have ended
     * @param quietMillis how long to wait for something
     */
    synchronized boolean isActive(long nanoTime, long quietMillis) {
        long since = handingOver ? System.nanoTime() : Math.max(lastActive, nanoTime);
        return !ended && System.nanoTime() - since < quietMillis * 1_000_000;
    }
}
