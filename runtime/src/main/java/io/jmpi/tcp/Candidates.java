package io.jmpi.tcp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** The addresses at which a peer may be reached, in the order in which to try them. */
final class Candidates {

    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1");

    private Candidates() {}

    /**
     * @param addresses of the peer's host, best first
     * @param here whether that is this host: then what does not leave it comes first; else that is left out, unless there is
     *     nothing else
     * @param unknown takes the names that have no address
     */
    static List<InetSocketAddress> of(List<String> addresses, boolean here, int port, List<String> unknown) {
        List<InetSocketAddress> found = new ArrayList<>();
        if (here) {
            addAll(found, LOOPBACK, port, unknown);
        }
        addAll(found, addresses, port, unknown);
        return here ? found : withoutLoopback(found);
    }

    private static List<InetSocketAddress> withoutLoopback(List<InetSocketAddress> found) {
        List<InetSocketAddress> others = new ArrayList<>();
        for (InetSocketAddress one : found) {
            if (!one.getAddress().isLoopbackAddress()) {
                others.add(one);
            }
        }
        return others.isEmpty() ? found : others;
    }

    private static void addAll(List<InetSocketAddress> found, List<String> addresses, int port, List<String> unknown) {
        for (String address : addresses) {
            try {
                for (InetAddress one : InetAddress.getAllByName(address)) {
                    InetSocketAddress candidate = new InetSocketAddress(one, port);
                    if (!one.isAnyLocalAddress() && !found.contains(candidate)) {
                        found.add(candidate);
                    }
                }
            } catch (UnknownHostException e) {
                unknown.add(address);
            }
        }
    }
}
