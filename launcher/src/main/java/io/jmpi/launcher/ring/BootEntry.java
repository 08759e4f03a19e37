package io.jmpi.launcher.ring;

import java.util.List;

/**
 * Where the ring is that those who are booted join.
 *
 * @param extension of the consoles' names, empty for none
 * @param addresses of its first daemon
 */
record BootEntry(String word, String extension, List<String> addresses, int port) {

    @Override
    public String toString() {
        return addresses + " port " + port;
    }
}
