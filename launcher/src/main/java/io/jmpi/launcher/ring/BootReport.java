package io.jmpi.launcher.ring;

import java.util.Locale;

/**
 * What one who boots others tells on his standard output, a line each; any other line is for people:
 *
 * <pre>
 *   jmpd-boot launched PLACE HOST VIA
 *   jmpd-boot joined   PLACE HOST VIA
 *   jmpd-boot missed   PLACE HOST VIA      could not be booted from there
 * </pre>
 *
 * @param boot its place in the ring, which tells two daemons on one host apart
 * @param host as the user gave it
 * @param via the host from which it was booted
 */
record BootReport(Kind kind, long boot, String host, String via) {

    private static final String PREFIX = "jmpd-boot ";

    /** What has become of a host. */
    enum Kind {
        LAUNCHED,
        JOINED,
        MISSED
    }

    static BootReport of(Kind kind, BootHost host, String via) {
        return new BootReport(kind, host.boot(), host.name(), via);
    }

    String toLine() {
        return PREFIX + kind.name().toLowerCase(Locale.ROOT) + " " + boot + " " + host + " " + via;
    }

    /** The report in a line, null if the line is none. */
    static BootReport ofLine(String line) {
        String[] words =
                line.startsWith(PREFIX) ? line.substring(PREFIX.length()).split(" ") : new String[0];
        if (words.length == 4) {
            for (Kind kind : Kind.values()) {
                if (kind.name().equalsIgnoreCase(words[0])) {
                    return new BootReport(kind, Long.parseLong(words[1]), words[2], words[3]);
                }
            }
        }
        return null;
    }
}
