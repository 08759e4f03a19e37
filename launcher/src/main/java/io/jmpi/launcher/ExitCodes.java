package io.jmpi.launcher;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** How all ranks have ended, for users who want to know all of it. Used by the thread that runs the job. */
final class ExitCodes {

    private record End(String host, long pid, int status) {}

    private final Map<Integer, End> ends = new TreeMap<>();

    void add(int rank, String host, long pid, int status) {
        ends.put(rank, new End(host, pid, status));
    }

    /** "0 of ranks 0-2, 7 of rank 3". */
    String inWords() {
        Map<Integer, BitSet> ranks = new TreeMap<>();
        for (Map.Entry<Integer, End> end : ends.entrySet()) {
            int status = end.getValue().status();
            BitSet same = ranks.get(status);
            if (same == null) {
                same = new BitSet();
                ranks.put(status, same);
            }
            same.set(end.getKey());
        }
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Integer, BitSet> same : ranks.entrySet()) {
            text.append(text.length() == 0 ? "" : ", ").append(same.getKey()).append(" of ");
            text.append(Ranks.inWords(same.getValue()));
        }
        return text.toString();
    }

    /** Writes a file in the form that mpd's mpiexec wrote. */
    void write(String file) throws IOException {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" ?>\n<exit-codes>\n");
        for (Map.Entry<Integer, End> end : ends.entrySet()) {
            text.append("  <exit-code rank=\"").append(end.getKey());
            text.append("\" status=\"").append(end.getValue().status());
            text.append("\" pid=\"").append(end.getValue().pid());
            text.append("\" host=\"").append(escaped(end.getValue().host())).append("\"/>\n");
        }
        text.append("</exit-codes>\n");
        try (FileOutputStream out = new FileOutputStream(file)) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IOException("-ecfn " + file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
