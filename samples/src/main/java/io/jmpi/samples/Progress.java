package io.jmpi.samples;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One line on the terminal that says what is going on, for whoever sits there; nothing where there is no terminal. Used
 * by one thread.
 *
 * <p>What a rank prints goes through jmpiexec, a pipe, so a rank cannot see from its output whether a person reads it.
 * But rank 0 shares the terminal of a jmpiexec whose input is one, and reaches it under the name {@code /dev/tty}.
 */
public final class Progress implements AutoCloseable {

    /** Shows nothing. */
    public static final Progress NONE = new Progress(OutputStream.nullOutputStream());

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final OutputStream terminal;

    private Progress(OutputStream terminal) {
        this.terminal = terminal;
    }

    /** Progress that only the first rank shows. */
    public static Progress ofRank(int rank) {
        if (rank == 0) {
            try {
                return new Progress(new FileOutputStream("/dev/tty"));
            } catch (IOException e) {
                // no terminal
            }
        }
        return NONE;
    }

    /** Shows a text in the place of the one before. */
    public void show(String text) {
        try {
            terminal.write((CLEAR_LINE + text).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // the terminal has gone, which is no reason to stop
        }
    }

    /** Clears the line. */
    @Override
    public void close() {
        show("");
        try {
            terminal.close();
        } catch (IOException e) {
            // as above
        }
    }
}
