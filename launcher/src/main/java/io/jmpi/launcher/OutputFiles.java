package io.jmpi.launcher;

import io.jmpi.daemon.supervise.Channel;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Files for the output of ranks, made before the job starts. Ranks, and a rank's two streams, share a file when it has the
 * same name for them. Any thread may write.
 */
final class OutputFiles {

    private static final int NOBODY = -1;

    private static final class OutputFile {
        private final FileOutputStream out;
        private int openLine = NOBODY;

        OutputFile(String name) throws IOException {
            out = new FileOutputStream(name);
        }

        synchronized void write(int rank, Labels labels, byte[] bytes, int offset, int length) throws IOException {
            if (openLine != NOBODY && openLine != rank) {
                out.write('\n');
            }
            if (labels == null) {
                out.write(bytes, offset, length);
            } else {
                LabelledLines lines = new LabelledLines(labels.of(rank), openLine == rank, bytes, offset, length);
                out.write(lines.bytes(), 0, lines.length());
            }
            openLine = bytes[offset + length - 1] == '\n' ? NOBODY : rank;
        }
    }

    private final Map<String, OutputFile> byName = new HashMap<>();
    private final OutputFile[][] files = new OutputFile[Channel.values().length][];
    private final int size;

    OutputFiles(int size) {
        this.size = size;
    }

    /** Makes the files for one of the streams of all ranks. */
    void open(Channel channel, NamePattern names) throws IOException {
        OutputFile[] of = new OutputFile[size];
        for (int rank = 0; rank < size; rank++) {
            String name = names.of(rank);
            of[rank] = byName.get(name);
            if (of[rank] == null) {
                of[rank] = open(channel, name);
                byName.put(name, of[rank]);
            }
        }
        files[channel.ordinal()] = of;
    }

    private static OutputFile open(Channel channel, String name) throws IOException {
        try {
            return new OutputFile(name);
        } catch (IOException e) {
            String option = channel == Channel.OUT ? "-outfile-pattern" : "-errfile-pattern";
            throw new IOException(option + ": cannot write " + e.getMessage(), e);
        }
    }

    boolean has(Channel channel) {
        return files[channel.ordinal()] != null;
    }

    /** @param labels null when lines have none */
    void write(int rank, Channel channel, Labels labels, byte[] bytes, int offset, int length) throws IOException {
        files[channel.ordinal()][rank].write(rank, labels, bytes, offset, length);
    }
}
