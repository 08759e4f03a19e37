package io.jmpi.daemon.console;

import java.io.IOException;

/** A {@code host:port}, where an IPv6 address stands in brackets. */
public record HostAndPort(String host, int port) {

    private static final int HIGHEST_PORT = 65535;

    /**
     * Reads one.
     *
     * @param what it is for, for the error
     */
    public static HostAndPort parse(String what, String text) throws IOException {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            String host = text.substring(0, Math.max(0, colon));
            if (host.startsWith("[") && host.endsWith("]")) {
                host = host.substring(1, host.length() - 1);
            }
            if (!host.isEmpty() && port > 0 && port <= HIGHEST_PORT) {
                return new HostAndPort(host, port);
            }
        } catch (NumberFormatException e) {
            // then it is not one
        }
        throw new IOException(what + "=" + text + " is not host:port");
    }
}
