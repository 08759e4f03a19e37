package io.jmpi.launcher;

import io.jmpi.daemon.program.Details;
import io.jmpi.daemon.supervise.Channel;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;

/**
 * The standard output and the standard error of the launcher, which most often are one screen: the lines of ranks, written
 * whole, and the launcher's own words. Any thread may call.
 */
final class Terminal implements Details {

    private static final int NOBODY = -1;

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);
    private final boolean verbose;
    private int openLine = NOBODY;
    private FileOutputStream openStream;
    private boolean endsLines;

    /** @param verbose whether the user wants to know details */
    Terminal(boolean verbose) {
        this.verbose = verbose;
    }

    boolean isVerbose() {
        return verbose;
    }

    /**
     * Writes what a rank has written.
     *
     * @param labels null when lines have none
     */
    synchronized void write(int rank, Channel channel, Labels labels, byte[] bytes, int offset, int length)
            throws IOException {
        FileOutputStream stream = stream(channel);
        if (labels == null) {
            stream.write(bytes, offset, length);
        } else {
            if (openLine != rank || openStream != stream) {
                endOpenLine();
            }
            LabelledLines lines = new LabelledLines(labels.of(rank), openLine == rank, bytes, offset, length);
            stream.write(lines.bytes(), 0, lines.length());
        }
        openLine = bytes[offset + length - 1] == '\n' ? NOBODY : rank;
        openStream = stream;
        if (endsLines && channel == Channel.ERR) {
            endOpenLine();
        }
    }

    /** Writes a whole line. */
    synchronized void writeLine(Channel channel, byte[] line) throws IOException {
        endOpenLine();
        stream(channel).write(line, 0, line.length);
    }

    private FileOutputStream stream(Channel channel) {
        return channel == Channel.OUT ? out : err;
    }

    private void endOpenLine() throws IOException {
        if (openLine != NOBODY) {
            openStream.write('\n');
            openLine = NOBODY;
        }
    }

    /** From now on lines are not gone on with: they are the beginning of what a rank wanted to say when it was ended. */
    synchronized void endLines() {
        endsLines = true;
    }

    @Override
    public void detail(String text) {
        if (verbose) {
            note(text);
        }
    }

    /** Writes a line of the launcher's own. */
    synchronized void note(String text) {
        byte[] line =
                ((openLine == NOBODY ? "" : "\n") + "jmpiexec: " + text + "\n").getBytes(Charset.defaultCharset());
        openLine = NOBODY;
        try {
            err.write(line, 0, line.length);
        } catch (IOException e) {
            // nobody is there to read it
        }
    }
}
