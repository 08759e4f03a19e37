package io.jmpi.launcher.ring;

/**
 * What one who boots others tells on his standard output, a line each; any other line is for people:
 *
 * <pre>
 *   jmpd-boot launched HOST VIA
 *   jmpd-boot joined HOST VIA
 *   jmpd-boot missed HOST VIA        could not be booted from there
 * </pre>
 *
 * @param host as the user gave it
 * @param via the host from which it was booted
 */
record BootReport(Kind kind, String host, String via) {

    private static final String PREFIX = "jmpd-boot ";

    /** What has become of a host. */
    enum Kind {
        LAUNCHED,
        JOINED,
        MISSED
    }

    String toLine() {
        return PREFIX + kind.name().toLowerCase(java.util.Locale.ROOT) + " " + host + " " + via;
    }

    /** The report in a line, null if the line is none. */
    static BootReport ofLine(String line) {
        String[] words =
                line.startsWith(PREFIX) ? line.substring(PREFIX.length()).split(" ") : new String[0];
        if (words.length == 3) {
            for (Kind kind : Kind.values()) {
                if (kind.name().equalsIgnoreCase(words[0])) {
                    return new BootReport(kind, words[1], words[2]);
                }
            }
        }
        return null;
    }
}
