package io.jmpi.launcher.ring;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** The log of a daemon: lines with the time before them. A large one of an earlier daemon is begun anew. */
final class DaemonLog implements Consumer<String> {

    private static final long LARGE = 1 << 20;

    private final FileOutputStream stream;

    DaemonLog(File file) throws IOException {
        stream = new FileOutputStream(file, file.length() < LARGE);
    }

    @Override
    public synchronized void accept(String line) {
        String text = LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS) + " "
                + ProcessHandle.current().pid() + " " + line + "\n";
        try {
            stream.write(text.getBytes(Charset.defaultCharset()));
        } catch (IOException e) {
            // The disk is full, perhaps; the ring is more important.
        }
    }
}
