package io.jmpi.offload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an accelerator has made and nobody has closed. With the system property {@code jmpi.offload.leaks} it knows of each
 * where in the program it was made, which costs a walk over the stack each time.
 */
final class Openings {

    private static final String OPTION = "jmpi.offload.leaks";
    private static final String OURS = Openings.class.getPackageName();

    private final boolean traced = Boolean.getBoolean(OPTION);
    private final Map<AutoCloseable, String> open = new ConcurrentHashMap<>();

    /** Whether what is left open is an error. */
    boolean isTraced() {
        return traced;
    }

    void add(AutoCloseable made) {
        open.put(made, traced ? origin() : "");
    }

    /** Whether it was open. */
    boolean remove(AutoCloseable closing) {
        return open.remove(closing) != null;
    }

    boolean contains(AutoCloseable made) {
        return open.containsKey(made);
    }

    List<AutoCloseable> all() {
        return List.copyOf(open.keySet());
    }

    /** In words, but for one that does not count. */
    List<String> described(AutoCloseable but) {
        List<String> left = new ArrayList<>();
        open.forEach((made, origin) -> {
            if (made != but) {
                left.add(made + origin);
            }
        });
        return left;
    }

    private static String origin() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !frame.getClassName().startsWith(OURS + ".")
                                || frame.getClassName().endsWith("Test"))
                        .findFirst()
                        .map(frame -> ", made at " + frame.toStackTraceElement())
                        .orElse(""));
    }
}
