package io.jmpi.launcher.place;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;

/** The hosts that there are, found by what users call them. Used by one thread. */
public final class Hosts {

    private static final int HERE = 0;
    private static final int UNKNOWN = -1;
    private static final int SHOWN = 8;

    /** Asks the system for the addresses of a name. */
    interface Resolver {
        InetAddress[] resolve(String name) throws UnknownHostException;
    }

    private static final class SystemResolver implements Resolver {
        @Override
        public InetAddress[] resolve(String name) throws UnknownHostException {
            return InetAddress.getAllByName(name);
        }
    }

    private final List<Member> members;
    private final boolean isRing;
    private final Resolver resolver;

    Hosts(List<Member> members, boolean isRing, Resolver resolver) {
        this.members = List.copyOf(members);
        this.isRing = isRing;
        this.resolver = resolver;
    }

    /** @param members in the ring's order, beginning with this host's */
    public static Hosts ofRing(List<Member> members) {
        return new Hosts(members, true, new SystemResolver());
    }

    /** This host alone, without a ring. */
    public static Hosts here(String name, int slots) {
        return new Hosts(List.of(new Member("", name, slots, List.of())), false, new SystemResolver());
    }

    List<Member> members() {
        return members;
    }

    /**
     * The number of the member that a user means: by name, id or address, by a name of which only one has the domain, or
     * by what the system resolves a name to.
     *
     * @throws HostsException when there is none
     */
    int find(HostEntry entry) {
        InetAddress address = Addresses.of(entry.name());
        int found = address == null ? byName(entry.name()) : byAddress(address);
        if (found == UNKNOWN) {
            throw new HostsException(entry.where() + ": " + (isRing ? notInRing(entry) : notHere(entry)));
        }
        return found;
    }

    private int byName(String name) {
        int found = byFullName(name);
        if (found == UNKNOWN) {
            found = byShortName(name);
        }
        return found == UNKNOWN ? byResolvedName(name) : found;
    }

    private int byFullName(String name) {
        if (name.equalsIgnoreCase("localhost")) {
            return HERE;
        }
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (name.equalsIgnoreCase(member.name()) || name.equals(member.id())) {
                return i;
            }
        }
        return UNKNOWN;
    }

    private int byShortName(String name) {
        int found = UNKNOWN;
        for (int i = 0; i < members.size(); i++) {
            if (isShortFor(name, members.get(i).name())
                    || isShortFor(members.get(i).name(), name)) {
                if (found != UNKNOWN) {
                    return UNKNOWN;
                }
                found = i;
            }
        }
        return found;
    }

    private static boolean isShortFor(String name, String full) {
        return full.length() > name.length()
                && full.charAt(name.length()) == '.'
                && full.regionMatches(true, 0, name, 0, name.length());
    }

    private int byResolvedName(String name) {
        try {
            for (InetAddress address : resolver.resolve(name)) {
                int found = byAddress(address);
                if (found != UNKNOWN) {
                    return found;
                }
            }
        } catch (UnknownHostException e) {
            // then nobody knows the name
        }
        return UNKNOWN;
    }

    private int byAddress(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return HERE;
        }
        for (int i = 0; i < members.size(); i++) {
            for (String text : members.get(i).addresses()) {
                if (address.equals(Addresses.of(text))) {
                    return i;
                }
            }
        }
        return isOfThisHost(address) ? HERE : UNKNOWN;
    }

    private static boolean isOfThisHost(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    private String notInRing(HostEntry entry) {
        StringBuilder text = new StringBuilder("host " + entry.name() + " is not in the ring, which has ");
        for (int i = 0; i < members.size() && i < SHOWN; i++) {
            text.append(i > 0 ? ", " : "").append(members.get(i).name());
        }
        if (members.size() > SHOWN) {
            text.append(" and ").append(members.size() - SHOWN).append(" more");
        }
        return text.append("; jmpdboot boots rings, jmpd -h HOST -p PORT joins one")
                .toString();
    }

    private String notHere(HostEntry entry) {
        return "host " + entry.name() + " is not this one, which is "
                + members.get(HERE).name() + ", and there is no ring of daemons; boot one: jmpdboot -n HOSTS -f FILE";
    }
}
