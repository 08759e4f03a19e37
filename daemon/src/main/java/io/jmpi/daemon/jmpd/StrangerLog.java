package io.jmpi.daemon.jmpd;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Logs who was turned away, each host once an hour however often it comes, so that nobody fills the disk. Used by the
 * thread of the network.
 */
final class StrangerLog {

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    /** More hosts than these are logged as one. */
    private static final int MOST_HOSTS = 256;

    private static final String OTHERS = "another host";

    private final Map<String, Visits> hosts = new HashMap<>();
    private final Consumer<String> log;

    /** How often a host was turned away since it was logged. */
    private static final class Visits {

        private long since;
        private long more;
    }

    StrangerLog(Consumer<String> log) {
        this.log = log;
    }

    void onRefused(SocketAddress from, String reason, long nowNanos) {
        String host =
                from instanceof InetSocketAddress address ? address.getAddress().getHostAddress() : "this machine";
        if (hosts.size() >= MOST_HOSTS && !hosts.containsKey(host)) {
            host = OTHERS;
        }
        Visits visits = hosts.get(host);
        if (visits != null && nowNanos - visits.since < HOUR_NANOS) {
            visits.more++;
            return;
        }
        String more = visits == null || visits.more == 0 ? "" : "; " + visits.more + " more since the last such line";
        log.accept("refused a connection from " + host + ": " + reason + more);
        Visits anew = new Visits();
        anew.since = nowNanos;
        hosts.put(host, anew);
    }
}
