package io.jmpi.daemon.supervise;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Gathers what a stream brings until lines are complete, and hands over whole lines, many at a time. Used by one thread.
 *
 * <p>The buffer grows with the lines up to {@link #LONGEST_LINE}; a longer one is handed over in pieces.
 */
final class LineAssembler {

    static final int LONGEST_LINE = 1 << 25;

    private static final int FIRST_SIZE = 1 << 13;
    private static final int GOOD_SIZE = 1 << 16;

    /** Takes whole lines, or the last piece of a stream. */
    interface Sink {
        void accept(byte[] bytes, int offset, int length) throws IOException;
    }

    private final InputStream in;
    private final Sink sink;
    private final boolean prompts;
    private byte[] buffer = new byte[FIRST_SIZE];
    private int length;

    /** @param prompts whether an incomplete line is handed over when nothing follows it for the moment */
    LineAssembler(InputStream in, Sink sink, boolean prompts) {
        this.in = in;
        this.sink = sink;
        this.prompts = prompts;
    }

    /** Hands over all that the stream brings until it ends. */
    void run() throws IOException {
        int count;
        while ((count = in.read(buffer, length, buffer.length - length)) >= 0) {
            int end = endOfLines(length, length + count);
            length += count;
            if (prompts && in.available() == 0) {
                end = length;
            }
            handOver(end);
            makeRoom(count);
        }
        handOver(length);
    }

    /** The end of the last complete line, when only the bytes in a range are new. */
    private int endOfLines(int from, int to) {
        for (int i = to; i > from; i--) {
            if (buffer[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }

    private void handOver(int end) throws IOException {
        if (end > 0) {
            sink.accept(buffer, 0, end);
            length -= end;
            System.arraycopy(buffer, end, buffer, 0, length);
        }
    }

    private void makeRoom(int lastCount) throws IOException {
        if (length == LONGEST_LINE) {
            handOver(length);
        } else if (length == buffer.length || lastCount == buffer.length && lastCount < GOOD_SIZE) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }
}
