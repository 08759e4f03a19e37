package io.jmpi.launcher.place;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * A file that names hosts, in the forms that other launchers read.
 *
 * <pre>
 *   node1                # a host a line; the rest of a line after # is a comment
 *   node2:4              # with slots
 *   node3 slots=4        # the same
 *   node4:2 ifhn=node4b  # with the name or address by which others reach it
 *   [fe80::1]:2
 * </pre>
 */
public final class HostFile {

    private static final String FORM = "; a line is HOST[:SLOTS] [slots=SLOTS] [ifhn=NAME]";

    private HostFile() {}

    /**
     * The hosts in a file, in its order; a host may come more than once.
     *
     * @param option that named the file
     * @throws HostsException naming file, line and remedy
     */
    public static List<HostEntry> read(String option, File file) {
        return parse(file.getPath(), text(option, file));
    }

    private static String text(String option, File file) {
        if (!file.exists()) {
            throw new HostsException(option + " " + file + ": no such file");
        }
        try {
            return new String(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new HostsException(option + " " + file + ": cannot be read: " + e.getMessage());
        }
    }

    static List<HostEntry> parse(String name, String text) {
        List<HostEntry> entries = new ArrayList<>();
        int number = 0;
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            number++;
            HostEntry entry = line(name + ":" + number, text.substring(start, end));
            if (entry != null) {
                entries.add(entry);
            }
            start = end + 1;
        }
        if (entries.isEmpty()) {
            throw new HostsException(name + " names no host" + FORM);
        }
        return entries;
    }

    /** @return null for a line without a host */
    private static HostEntry line(String where, String line) {
        int comment = line.indexOf('#');
        StringTokenizer words = new StringTokenizer(comment < 0 ? line : line.substring(0, comment));
        if (!words.hasMoreTokens()) {
            return null;
        }
        HostEntry entry = HostEntry.parse(where, words.nextToken());
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            int equals = word.indexOf('=');
            String value = word.substring(equals + 1);
            switch (equals < 0 ? "" : word.substring(0, equals)) {
                case "slots":
                    entry = entry.withSlots(word, value);
                    break;
                case "ifhn":
                case "ifname":
                    entry = entry.withInterface(word, value);
                    break;
                default:
                    throw new HostsException(where + ": cannot make sense of '" + word + "'" + FORM);
            }
        }
        return entry;
    }
}
