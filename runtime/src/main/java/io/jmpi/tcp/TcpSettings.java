package io.jmpi.tcp;

import java.util.Map;

/**
 * What users may choose about TCP between ranks.
 *
 * <pre>
 *   JMPI_PORT_RANGE    from-to: ports on which ranks accept connections; default: any
 *   JMPI_PEER_TIMEOUT  seconds after which a machine that does not answer is given up; default 20
 *   JMPI_TLS           1: everything between ranks goes through TLS; default 0
 * </pre>
 *
 * @param firstPort 0 when the system shall choose
 */
public record TcpSettings(int firstPort, int lastPort, int peerTimeoutSeconds, boolean tls) {

    public static final String PORT_RANGE = "JMPI_PORT_RANGE";
    public static final String PEER_TIMEOUT = "JMPI_PEER_TIMEOUT";
    public static final String TLS = "JMPI_TLS";

    private static final int DEFAULT_PEER_TIMEOUT = 20;
    static final int SHORTEST_PEER_TIMEOUT = 2;
    private static final int LONGEST_PEER_TIMEOUT = 86_400;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads the variables of an environment.
     *
     * @throws IllegalArgumentException naming the variable that makes no sense, and what would
     */
    public static TcpSettings of(Map<String, String> env) {
        int first = 0;
        int last = 0;
        String range = env.get(PORT_RANGE);
        if (range != null && !range.isEmpty()) {
            int dash = range.indexOf('-');
            first = number(range.substring(0, dash < 0 ? range.length() : dash));
            last = dash < 0 ? first : number(range.substring(dash + 1));
            if (first < 1 || last < first || last > HIGHEST_PORT) {
                throw wrong(PORT_RANGE, range, "a range of ports, as in 50000-50100");
            }
        }
        String timeout = env.get(PEER_TIMEOUT);
        int seconds = timeout == null || timeout.isEmpty() ? DEFAULT_PEER_TIMEOUT : number(timeout);
        if (seconds < SHORTEST_PEER_TIMEOUT || seconds > LONGEST_PEER_TIMEOUT) {
            throw wrong(
                    PEER_TIMEOUT,
                    timeout,
                    "a number of seconds in " + SHORTEST_PEER_TIMEOUT + ".." + LONGEST_PEER_TIMEOUT);
        }
        String tls = env.get(TLS);
        boolean off = tls == null || tls.isEmpty() || tls.equals("0");
        if (!off && !tls.equals("1")) {
            throw wrong(TLS, tls, "0 or 1");
        }
        return new TcpSettings(first, last, seconds, !off);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static IllegalArgumentException wrong(String name, String value, String wanted) {
        return new IllegalArgumentException(name + "=" + value + " is not " + wanted);
    }
}
