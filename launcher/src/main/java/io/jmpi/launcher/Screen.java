package io.jmpi.launcher;

import io.jmpi.daemon.head.JobListener;
import io.jmpi.daemon.head.RankEnd;
import io.jmpi.daemon.program.Details;
import io.jmpi.daemon.supervise.Channel;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;

/**
 * What the user sees of a job: the lines of its ranks, written whole, and the launcher's own words. Any thread may call.
 */
final class Screen implements JobListener, Details {

    private static final int NOBODY = -1;

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);
    private final Charset charset = Charset.defaultCharset();
    private final int size;
    private final boolean across;
    private final boolean label;
    private final boolean verbose;
    private int openLine = NOBODY;
    private FileOutputStream openStream;
    private boolean jobFailed;

    /** @param across whether there are other hosts than this one */
    Screen(int size, boolean across, boolean label, boolean verbose) {
        this.size = size;
        this.across = across;
        this.label = label;
        this.verbose = verbose;
    }

    @Override
    public synchronized void onOutput(int rank, Channel channel, byte[] bytes, int offset, int length)
            throws IOException {
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
    public void onReady(String host, int ranks, int processors, String segment, int ringBytes) {
        if (verbose) {
            note(ranks + (ranks == 1 ? " rank on " : " ranks on ") + processors + " processors of " + host);
            note("job segment " + segment + ", rings of " + ringBytes / 1024 + " KiB");
        }
    }

    @Override
    public void onDetail(String host, String text) {
        detail(host + ": " + text);
    }

    @Override
    public void onStarted(int rank, String host, long pid) {
        detail("rank " + rank + " started on " + host + ", pid " + pid);
    }

    @Override
    public void onEnded(int rank, String host, long pid, int status) {
        detail("rank " + rank + " ended, pid " + pid + ", status " + status);
    }

    @Override
    public void onCannotStart(String host, String message) {
        note(across ? host + ": " + message : message);
    }

    @Override
    public synchronized void onFailure(RankEnd end, String host, boolean first) {
        String consequence = first && size > 1 ? "; the job ends" : "";
        note("rank " + end.rank() + " on " + host + " (pid " + end.pid() + ") " + end.inWords() + consequence);
        jobFailed |= first;
    }

    @Override
    public void onLost(String host, int[] running, String cause) {
        note(host + " is lost with " + Ranks.inWords(running) + ": " + cause + "; the job ends");
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
    @Override
    public void detail(String text) {
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
