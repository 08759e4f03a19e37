package io.jmpi.launcher.ring;

/**
 * A host that is to be booted.
 *
 * @param name as the user gave it, for the remote shell
 * @param slots how many ranks it takes before the next one
 * @param boot its place in the ring
 * @param console whether its daemon is to have a console; not if there is another one on that host
 * @param interfaceName by which others are to reach it, null to find out
 */
record BootHost(String name, int slots, long boot, boolean console, String interfaceName) {

    private static final String NONE = "-";

    /** As one line without the line's end. */
    String toLine() {
        return name + " " + slots + " " + boot + " " + console + " " + (interfaceName == null ? NONE : interfaceName);
    }

    static BootHost ofLine(String line) {
        String[] words = line.split(" ");
        return new BootHost(
                words[0],
                Integer.parseInt(words[1]),
                Long.parseLong(words[2]),
                Boolean.parseBoolean(words[3]),
                words[4].equals(NONE) ? null : words[4]);
    }
}
