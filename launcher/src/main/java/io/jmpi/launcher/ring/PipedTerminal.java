package io.jmpi.launcher.ring;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/** The terminal of a process that becomes a daemon: a pipe to the script that started it, in the form of the package. */
final class PipedTerminal extends Terminal {

    private final FileOutputStream pipe = new FileOutputStream(FileDescriptor.out);
    private final Runnable onGone;

    /** @param onGone what to do when nobody reads any more, as when the user has interrupted the script */
    PipedTerminal(Runnable onGone) {
        this.onGone = onGone;
    }

    @Override
    void out(String line) {
        send('1', line);
    }

    @Override
    void err(String line) {
        send('2', line);
    }

    private void send(char channel, String text) {
        for (String line : text.split("\n", -1)) {
            if (!write(pipe, channel + " " + line)) {
                onGone.run();
                return;
            }
        }
    }

    /** Ends the script, and lets go of its terminal. */
    void detach(int status) {
        write(pipe, "0 " + status);
        closeStandardStreams();
    }

    /** Closed by Java these are opened again on /dev/null, so that no other file gets their numbers. */
    private static void closeStandardStreams() {
        try {
            new FileInputStream(FileDescriptor.in).close();
            new FileOutputStream(FileDescriptor.out).close();
            new FileOutputStream(FileDescriptor.err).close();
        } catch (IOException e) {
            // Then whoever waits for the end of our output waits longer.
        }
    }
}
