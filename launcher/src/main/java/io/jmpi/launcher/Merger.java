package io.jmpi.launcher;

import io.jmpi.daemon.supervise.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Writes the lines that ranks have in common once, and sees with a thread of its own that none waits long. */
final class Merger extends Thread {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Terminal terminal;
    private final MergedLines out;
    private final MergedLines err;
    private IOException failure;
    private boolean isFailureTold;

    private Merger(int size, Terminal terminal) {
        super(null, null, "merger", 0, false);
        this.terminal = terminal;
        this.out = new MergedLines(size, new Stream(Channel.OUT));
        this.err = new MergedLines(size, new Stream(Channel.ERR));
        setDaemon(true);
    }

    static Merger start(int size, Terminal terminal) {
        Merger merger = new Merger(size, terminal);
        merger.start();
        return merger;
    }

    private final class Stream implements MergedLines.Sink {
        private final Channel channel;

        Stream(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void write(BitSet ranks, byte[] line) throws IOException {
            byte[] label = (Ranks.inBrief(ranks) + ": ").getBytes(StandardCharsets.US_ASCII);
            byte[] labelled = new byte[label.length + line.length];
            System.arraycopy(label, 0, labelled, 0, label.length);
            System.arraycopy(line, 0, labelled, label.length, line.length);
            terminal.writeLine(channel, labelled);
        }
    }

    /** Takes what a rank has written. */
    synchronized void add(int rank, Channel channel, byte[] bytes, int offset, int length) throws IOException {
        tellFailure();
        MergedLines lines = channel == Channel.OUT ? out : err;
        long now = System.nanoTime();
        boolean wasEmpty = lines.isEmpty();
        lines.add(rank, bytes, offset, length, now);
        try {
            lines.write(now);
        } catch (IOException e) {
            failure = e;
            tellFailure();
        }
        if (wasEmpty && !lines.isEmpty()) {
            notifyAll();
        }
    }

    /** A rank writes no more. */
    synchronized void leave(int rank) {
        out.leave(rank);
        err.leave(rank);
        notifyAll();
    }

    /** Writes what has come. */
    synchronized void writeAll() {
        try {
            out.writeAll();
            err.writeAll();
        } catch (IOException e) {
            failure = e;
        }
    }

    /** Writes what has come, when nothing more will. */
    synchronized void finish() throws IOException {
        writeAll();
        if (!isFailureTold) {
            tellFailure();
        }
    }

    private void tellFailure() throws IOException {
        if (failure != null) {
            isFailureTold = true;
            throw failure;
        }
    }

    @Override
    public synchronized void run() {
        try {
            while (failure == null) {
                long now = System.nanoTime();
                out.write(now);
                err.write(now);
                if (out.isEmpty() && err.isEmpty()) {
                    wait();
                } else {
                    wait(Math.max(1, millis(now)));
                }
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until a line has waited long enough. */
    private long millis(long now) {
        long nanos = Long.MAX_VALUE;
        if (!out.isEmpty()) {
            nanos = out.due() - now;
        }
        if (!err.isEmpty()) {
            nanos = Math.min(nanos, err.due() - now);
        }
        return nanos / NANOS_PER_MILLI + 1;
    }
}
