package io.jmpi.launcher.place;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses in figures, for which no resolver is asked. */
final class Addresses {

    private Addresses() {}

    /** Whether a text is an IPv6 address, without brackets. */
    static boolean isIpv6(String text) {
        return text.indexOf(':') >= 0 && of(text) != null;
    }

    /** The address that a text is, null when it is something else, such as a name. */
    static InetAddress of(String text) {
        boolean ipv6 = text.indexOf(':') >= 0;
        if (!ipv6 && !isDotted(text)) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Four numbers with dots between them; shorter forms are names to us. */
    private static boolean isDotted(String text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return dots == 3;
    }
}
