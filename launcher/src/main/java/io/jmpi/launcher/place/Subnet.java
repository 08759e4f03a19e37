package io.jmpi.launcher.place;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** A network between hosts, that of one of this host's interfaces or one said in figures: 10.1.0.0/16. */
public final class Subnet {

    /** The addresses that begin with the same bits. */
    private record Prefix(byte[] address, int bits) {

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((address[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final String said;
    private final List<Prefix> prefixes;

    private Subnet(String said, List<Prefix> prefixes) {
        this.said = said;
        this.prefixes = prefixes;
    }

    /**
     * @param option that says it
     * @throws HostsException when there is no such interface
     */
    public static Subnet parse(String option, String text) {
        String said = option + " " + text;
        int slash = text.indexOf('/');
        return new Subnet(said, slash < 0 ? ofInterface(said, text) : List.of(inFigures(said, text, slash)));
    }

    private static Prefix inFigures(String said, String text, int slash) {
        InetAddress address = Addresses.of(text.substring(0, slash));
        try {
            int bits = Integer.parseInt(text.substring(slash + 1));
            if (address != null && bits >= 0 && bits <= address.getAddress().length * Byte.SIZE) {
                return new Prefix(address.getAddress(), bits);
            }
        } catch (NumberFormatException e) {
            // reported below, like bits out of range
        }
        throw new HostsException(said + ": write a network as in 10.1.0.0/16 or fd00::/8");
    }

    private static List<Prefix> ofInterface(String said, String name) {
        List<Prefix> prefixes = new ArrayList<>();
        try {
            NetworkInterface found = NetworkInterface.getByName(name);
            if (found == null) {
                throw new HostsException(said + ": this host has no such interface; ip addr lists them");
            }
            for (InterfaceAddress address : found.getInterfaceAddresses()) {
                prefixes.add(new Prefix(address.getAddress().getAddress(), address.getNetworkPrefixLength()));
            }
        } catch (SocketException e) {
            throw new HostsException(said + ": cannot be looked up: " + e.getMessage());
        }
        if (prefixes.isEmpty()) {
            throw new HostsException(said + ": this interface has no address");
        }
        return prefixes;
    }

    /**
     * A member with those of its addresses alone that are in the network.
     *
     * @throws HostsException when there is none
     */
    Member narrow(Member member) {
        List<String> inside = new ArrayList<>();
        for (String text : member.addresses()) {
            InetAddress address = Addresses.of(text);
            if (address != null && contains(address.getAddress())) {
                inside.add(text);
            }
        }
        if (inside.isEmpty()) {
            throw new HostsException(said + ": host " + member.name() + " has no address in that network, only "
                    + String.join(", ", member.addresses()));
        }
        return new Member(member.id(), member.name(), member.slots(), List.copyOf(inside));
    }

    private boolean contains(byte[] address) {
        for (Prefix prefix : prefixes) {
            if (prefix.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
