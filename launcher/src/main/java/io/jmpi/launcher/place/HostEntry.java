package io.jmpi.launcher.place;

import java.util.ArrayList;
import java.util.List;

/**
 * A host that a user has named.
 *
 * <pre>
 *   host  host:4  10.0.0.1:4  [fe80::1]  [fe80::1]:4
 * </pre>
 *
 * @param name a name, an address without brackets, or a member's id
 * @param slots how many ranks it takes before the next host has its turn, {@link #NOT_SAID} when the user did not say
 * @param interfaceName the name or address by which others shall reach it, null when the user did not say
 * @param where it was said: an option, or a file and a line
 */
public record HostEntry(String name, int slots, String interfaceName, String where) {

    public static final int NOT_SAID = 0;

    private static final int MOST_SLOTS = 1 << 20;

    /** The hosts of a list such as {@code a,b:4}. */
    public static List<HostEntry> list(String where, String text) {
        List<HostEntry> entries = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            if (start == end) {
                throw new HostsException(where + " " + text + ": a host is missing; give HOST[:SLOTS],...");
            }
            entries.add(parse(where, text.substring(start, end)));
            start = end + 1;
        }
        return entries;
    }

    /** One host, perhaps with its slots. */
    static HostEntry parse(String where, String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            boolean closed = end > 1 && (end + 1 == text.length() || text.charAt(end + 1) == ':');
            if (!closed || !Addresses.isIpv6(text.substring(1, end))) {
                throw new HostsException(where + ": " + text + " is no IPv6 address; write [fe80::1] or [fe80::1]:4");
            }
            return new HostEntry(text.substring(1, end), slots(where, text, end + 1), null, where);
        }
        int colon = text.indexOf(':');
        if (colon >= 0 && text.indexOf(':', colon + 1) >= 0) {
            throw new HostsException(where + ": " + text + ": write an IPv6 address in brackets: [fe80::1]");
        }
        int end = colon < 0 ? text.length() : colon;
        String name = text.substring(0, end);
        if (!isName(name)) {
            throw new HostsException(where + ": '" + name + "' cannot be the name of a host");
        }
        return new HostEntry(name, slots(where, text, end), null, where);
    }

    private static int slots(String where, String text, int colon) {
        return colon == text.length() ? NOT_SAID : slots(where, text, text.substring(colon + 1));
    }

    private static int slots(String where, String text, String number) {
        try {
            int slots = Integer.parseInt(number);
            if (slots >= 1 && slots <= MOST_SLOTS) {
                return slots;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        throw new HostsException(where + ": " + text + ": the number of slots is a whole number in 1.." + MOST_SLOTS);
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inside = c == '-' && i > 0 || c == '.' && i > 0 || c == '_';
            if (!inside && !Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** The same with a number of slots in words of its own, as in {@code host slots=4}. */
    HostEntry withSlots(String text, String number) {
        if (slots != NOT_SAID) {
            throw new HostsException(where + ": " + text + ": the number of slots was given before");
        }
        return new HostEntry(name, slots(where, text, number), interfaceName, where);
    }

    HostEntry withInterface(String text, String value) {
        if (interfaceName != null || value.isEmpty()) {
            throw new HostsException(where + ": " + text + ": give one name or address");
        }
        return new HostEntry(name, slots, value, where);
    }

    /** As it would be written in a list. */
    @Override
    public String toString() {
        String host = Addresses.isIpv6(name) ? "[" + name + "]" : name;
        return slots == NOT_SAID ? host : host + ":" + slots;
    }
}
