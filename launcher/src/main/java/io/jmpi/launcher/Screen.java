package io.jmpi.launcher;

import io.jmpi.daemon.Channel;
import io.jmpi.daemon.JobListener;
import io.jmpi.daemon.RankEnd;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;

/**
 * What the user sees of a job: the lines of its ranks, written whole, and the launcher's own words. Any thread may call.
 */
final class Screen implements JobListener {

    private static final int NOBODY = -1;

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);
    private final Charset charset = Charset.defaultCharset();
    private final boolean label;
    private final boolean verbose;
    private final int size;
    private int failing = NOBODY;
    private int openLine = NOBODY;
    private FileOutputStream openStream;
    private boolean jobFailed;

    Screen(int size, boolean label, boolean verbose) {
        this.size = size;
        this.label = label;
        this.verbose = verbose;
    }

    @Override
    public synchronized void onOutput(int rank, Channel channel, byte[] bytes, int offset, int length)
            throws IOException {
        while (channel == Channel.ERR && failing != NOBODY && failing != rank) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        FileOutputStream stream = channel == Channel.OUT ? out : err;
        if (label) {
            if (openLine != NOBODY && (openLine != rank || openStream != stream)) {
                openStream.write('\n');
                openLine = NOBODY;
            }
            LabelledLines lines = new LabelledLines(rank, openLine == rank, bytes, offset, length);
            stream.write(lines.bytes(), 0, lines.length());
        } else {
            stream.write(bytes, offset, length);
        }
        openLine = bytes[offset + length - 1] == '\n' ? NOBODY : rank;
        openStream = stream;
        if (jobFailed && openLine != NOBODY && channel == Channel.ERR) {
            // the beginning of what a rank wanted to say when it was ended
            stream.write('\n');
            openLine = NOBODY;
        }
    }

    @Override
    public void onSegment(String path, int ringBytes) {
        if (verbose) {
            note(size + (size == 1 ? " rank on " : " ranks on ")
                    + Runtime.getRuntime().availableProcessors() + " processors");
            note("job segment " + path + ", rings of " + ringBytes / 1024 + " KiB");
        }
    }

    @Override
    public void onStarted(int rank, long pid) {
        detail("rank " + rank + " started, pid " + pid);
    }

    @Override
    public void onEnded(int rank, long pid, int status) {
        detail("rank " + rank + " ended, pid " + pid + ", status " + status);
    }

    @Override
    public synchronized void onFailing(int rank) {
        failing = rank;
    }

    @Override
    public synchronized void onFailure(RankEnd end, boolean first) {
        String consequence = first && size > 1 ? "; the job ends" : "";
        note("rank " + end.rank() + " on " + Host.name() + " (pid " + end.pid() + ") " + end.inWords() + consequence);
        failing = NOBODY;
        jobFailed |= first;
        notifyAll();
    }

    @Override
    public void onTimeout(int[] running) {
        note("the time given by -timeout is over while " + Ranks.inWords(running) + " still ran; the job ends");
    }

    @Override
    public void onKill(int[] running) {
        note(Ranks.inWords(running) + " did not end when told to; killed");
    }

    /** Writes a line of the launcher's own if the user wants to know details. */
    void detail(String text) {
        if (verbose) {
            note(text);
        }
    }

    /** Writes a line of the launcher's own. */
    synchronized void note(String text) {
        byte[] line = ((openLine == NOBODY ? "" : "\n") + "jmpiexec: " + text + "\n").getBytes(charset);
        openLine = NOBODY;
        try {
            err.write(line, 0, line.length);
        } catch (IOException e) {
            // nobody is there to read it
        }
    }
}
