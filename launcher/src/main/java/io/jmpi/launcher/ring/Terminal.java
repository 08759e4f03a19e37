package io.jmpi.launcher.ring;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;

/** Where the words of a command go. Any thread may call. */
class Terminal {

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);

    /** Writes a line to standard output. */
    void out(String line) {
        write(out, line);
    }

    /** Writes a line to standard error. */
    void err(String line) {
        write(err, line);
    }

    synchronized boolean write(FileOutputStream stream, String line) {
        try {
            stream.write((line + "\n").getBytes(Charset.defaultCharset()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
