package io.jmpi.launcher;

import java.nio.charset.Charset;

/** What the lines of each rank begin with. Any thread may ask. */
final class Labels {

    private final NamePattern pattern;
    private final byte[][] labels;

    Labels(NamePattern pattern, int size) {
        this.pattern = pattern;
        this.labels = new byte[size][];
    }

    synchronized byte[] of(int rank) {
        if (labels[rank] == null) {
            labels[rank] = pattern.of(rank).getBytes(Charset.defaultCharset());
        }
        return labels[rank];
    }
}
