package io.jmpi.launcher;

import java.util.HashMap;
import java.util.Map;

/**
 * The environment that the user started {@code jmpiexec} in. Variables that would reach the launcher's own JVM come under
 * names of our own, from the script.
 */
final class UserEnvironment {

    private static final String[] KEPT = {"JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"};
    private static final String PREFIX = "JMPI_KEPT_";

    private UserEnvironment() {}

    /** How it differs from this process's: the value null stands for a variable that is not there. */
    static Map<String, String> changes() {
        Map<String, String> changes = new HashMap<>();
        for (String name : KEPT) {
            String kept = System.getenv(PREFIX + name);
            if (kept != null) {
                changes.put(name, kept);
                changes.put(PREFIX + name, null);
            }
        }
        return changes;
    }

    /** All of it. */
    static Map<String, String> all() {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.putAll(changes());
        all.values().remove(null);
        return all;
    }
}
