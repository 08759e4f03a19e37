package io.jmpi.launcher;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The launcher's standard input, for ranks that do not inherit it. A terminal is read only while this process is in the
 * foreground: who reads it in the background is stopped, and so a job that somebody has sent there would be.
 */
final class StandardInput extends InputStream {

    private static final long LOOK_MILLIS = 500;

    /** Fields of {@code /proc/self/stat} after the name: the group of this process, and that which has the terminal. */
    private static final int GROUP = 2;

    private static final int FOREGROUND_GROUP = 5;

    private final FileInputStream in = new FileInputStream(FileDescriptor.in);

    private StandardInput() {}

    /** The script tells what it is, which Java does not know. */
    static InputStream open() {
        if (System.getProperty("jmpi.input", "stream").equals("stream")) {
            return new FileInputStream(FileDescriptor.in);
        }
        return new StandardInput();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        // A read in the background then fails, rather than that it stops this process.
        Signal.handle(new Signal("TTIN"), SignalHandler.SIG_IGN);
        while (true) {
            awaitForeground();
            try {
                return in.read(bytes, offset, length);
            } catch (IOException e) {
                if (isInForeground()) {
                    throw e;
                }
            }
        }
    }

    private static void awaitForeground() throws IOException {
        while (!isInForeground()) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    private static boolean isInForeground() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields[GROUP].equals(fields[FOREGROUND_GROUP]);
        } catch (IOException e) {
            return true;
        }
    }
}
