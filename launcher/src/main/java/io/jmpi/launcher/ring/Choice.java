package io.jmpi.launcher.ring;

import java.util.List;

/**
 * An option of a command.
 *
 * @param names with their dashes, the first one is the key
 * @param value what follows it, empty if nothing does
 * @param description for the help, empty to keep it out of that
 */
record Choice(List<String> names, String value, String description) {

    static Choice of(String names, String value, String description) {
        return new Choice(List.of(names.split(" ")), value, description);
    }

    String key() {
        return names.get(0);
    }

    boolean takesValue() {
        return !value.isEmpty();
    }
}
