package io.jmpi.it.hosts;

import java.util.ArrayList;
import java.util.List;

/**
 * How the hosts of a {@link NamespaceCluster} are wired, and what their names stand for.
 *
 * <pre>
 *   network k   bridge brK, interface ethK of each host
 *   IPv4        10.77.k.n        host n
 *   IPv6        fd77:k::n
 *   docker0     172.17.0.1       the same on every host, and no way to another
 * </pre>
 *
 * @param hosts how many there are
 * @param networks how many networks connect all of them; names stand for addresses on network 0
 * @param ipv4 whether they have addresses of IPv4
 * @param ipv6 whether they have addresses of IPv6, for which the names stand when there are no others
 * @param ownNameOnLoopback whether each host knows itself as 127.0.1.1, as Debian's installer has it
 * @param docker0 whether each host has a bridge of Docker's
 */
public record Wiring(int hosts, int networks, boolean ipv4, boolean ipv6, boolean ownNameOnLoopback, boolean docker0) {

    /** One network, IPv4, names that stand for addresses on it. */
    public static Wiring of(int hosts) {
        return new Wiring(hosts, 1, true, false, false, false);
    }

    public Wiring networks(int number) {
        return new Wiring(hosts, number, ipv4, ipv6, ownNameOnLoopback, docker0);
    }

    public Wiring andIpv6() {
        return new Wiring(hosts, networks, ipv4, true, ownNameOnLoopback, docker0);
    }

    public Wiring onlyIpv6() {
        return new Wiring(hosts, networks, false, true, ownNameOnLoopback, docker0);
    }

    public Wiring withOwnNameOnLoopback() {
        return new Wiring(hosts, networks, ipv4, ipv6, true, docker0);
    }

    public Wiring withDocker0() {
        return new Wiring(hosts, networks, ipv4, ipv6, ownNameOnLoopback, true);
    }

    static String name(int host) {
        return "h" + host;
    }

    /** What stands for a host in the other hosts' files. */
    String address(int host) {
        return ipv4 ? "10.77.0." + host : "fd77:0::" + host;
    }

    /** The outer end of a host's cable to a network. */
    static String port(int host, int network) {
        return "p" + host + "-" + network;
    }

    /** The file {@code /etc/hosts} of a host. */
    String hostsFile(int own) {
        StringBuilder file = new StringBuilder("127.0.0.1 localhost\n::1 localhost ip6-localhost\n");
        for (int host = 1; host <= hosts; host++) {
            boolean onLoopback = host == own && ownNameOnLoopback;
            file.append(onLoopback ? "127.0.1.1" : address(host))
                    .append(' ')
                    .append(name(host))
                    .append('\n');
        }
        return file.toString();
    }

    /** The lines for {@code ip -batch} that make the networks. */
    List<String> bridges() {
        List<String> lines = new ArrayList<>();
        for (int network = 0; network < networks; network++) {
            lines.add("link add br" + network + " type bridge");
            lines.add("link set br" + network + " up");
        }
        return lines;
    }

    /** The lines for {@code ip -batch} that make a host's name space and lay its cables. */
    List<String> cables(int host) {
        String name = name(host);
        List<String> lines = new ArrayList<>();
        lines.add("netns add " + name);
        for (int network = 0; network < networks; network++) {
            lines.add("link add " + port(host, network) + " type veth peer name eth" + network + " netns " + name);
            lines.add("link set " + port(host, network) + " master br" + network + " up");
        }
        return lines;
    }

    /** The lines for {@code ip -batch} that give a host its addresses, inside of its name space. */
    List<String> addresses(int host) {
        List<String> lines = new ArrayList<>();
        for (int network = 0; network < networks; network++) {
            if (ipv4) {
                lines.add("address add 10.77." + network + "." + host + "/24 dev eth" + network);
            }
            if (ipv6) {
                lines.add("address add fd77:" + network + "::" + host + "/64 dev eth" + network + " nodad");
            }
            lines.add("link set eth" + network + " up");
        }
        if (docker0) {
            lines.add("link add docker0 type bridge");
            lines.add("address add 172.17.0.1/16 dev docker0");
            lines.add("link set docker0 up");
        }
        return lines;
    }
}
