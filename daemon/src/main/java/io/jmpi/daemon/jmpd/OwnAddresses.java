package io.jmpi.daemon.jmpd;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The addresses by which other hosts may reach this one, best first. No resolver is asked for this host's own name. */
final class OwnAddresses {

    /** Bridges of container engines and virtual machines: there is another one of that address on each host. */
    private static final String[] BRIDGES = {"docker", "br-", "virbr", "podman", "cni", "lxcbr", "lxdbr"};

    private OwnAddresses() {}

    /**
     * Finds them.
     *
     * @param named an address, host name or interface, null for all
     */
    static List<String> find(String named) throws IOException {
        if (named != null) {
            NetworkInterface chosen = NetworkInterface.getByName(named);
            return chosen == null ? ofName(named) : ofInterface(chosen);
        }
        List<String> addresses = new ArrayList<>();
        List<String> bridges = new ArrayList<>();
        List<String> loopback = new ArrayList<>();
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (!network.isUp()) {
                continue;
            }
            List<String> into = network.isLoopback() ? loopback : isBridge(network) ? bridges : addresses;
            into.addAll(ofInterface(network));
        }
        addresses.addAll(bridges);
        // The last resort, and all that a host without network has.
        addresses.addAll(loopback);
        return List.copyOf(addresses);
    }

    private static List<String> ofName(String name) throws IOException {
        InetAddress address;
        try {
            address = InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new IOException("--ifhn=" + name + ": no interface, host or address of that name", e);
        }
        if (NetworkInterface.getByInetAddress(address) == null) {
            throw new IOException("--ifhn=" + name + ": " + address.getHostAddress() + " is no address of this host");
        }
        return List.of(inFigures(address));
    }

    private static List<String> ofInterface(NetworkInterface network) {
        List<String> four = new ArrayList<>();
        List<String> six = new ArrayList<>();
        for (InetAddress address : Collections.list(network.getInetAddresses())) {
            if (!(address instanceof Inet6Address)) {
                four.add(inFigures(address));
            } else if (!address.isLinkLocalAddress()) {
                six.add(inFigures(address));
            }
        }
        four.addAll(six);
        return four;
    }

    private static boolean isBridge(NetworkInterface network) throws SocketException {
        for (String prefix : BRIDGES) {
            if (network.getName().startsWith(prefix)) {
                return true;
            }
        }
        return network.isVirtual();
    }

    private static String inFigures(InetAddress address) {
        String figures = address.getHostAddress();
        int scope = figures.indexOf('%');
        return scope < 0 ? figures : figures.substring(0, scope);
    }
}
