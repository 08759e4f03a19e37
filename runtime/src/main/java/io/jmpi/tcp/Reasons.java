package io.jmpi.tcp;

import java.io.IOException;

/** Why connections fail, in words for people. */
final class Reasons {

    private static final String TIMED_OUT = "timed out";
    private static final String UNREACHABLE = "unreachable";
    private static final String NO_ROUTE = "No route to host";

    private Reasons() {}

    /** The system's own words, without the call that Netty puts before them. */
    static String of(IOException e) {
        String message = e.getMessage();
        if (message == null) {
            return e.toString();
        }
        int call = message.indexOf(" failed with error(");
        int end = message.indexOf("): ", Math.max(0, call));
        return call < 0 || end < 0 ? message : message.substring(end + 3);
    }

    /** Whether nothing is heard of the peer's machine, rather than that it refuses. */
    static boolean isSilence(IOException e) {
        String reason = of(e);
        return reason.endsWith(TIMED_OUT) || reason.endsWith(UNREACHABLE) || reason.endsWith(NO_ROUTE);
    }
}
