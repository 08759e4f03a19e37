package io.jmpi.launcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables that ranks get: of those that there are all, some or none, and others besides. */
final class Variables {

    private final Map<String, String> added = new TreeMap<>();
    private final List<String> exported = new ArrayList<>();
    private boolean all;
    /** Null when nobody has said so. */
    private List<String> some;

    void inheritAll() {
        all = true;
        some = null;
    }

    void inheritNone() {
        inheritSome(List.of());
    }

    /** Names that come with a later option are added to them. */
    void inheritSome(List<String> names) {
        all = false;
        if (some == null) {
            some = new ArrayList<>();
        }
        some.addAll(names);
    }

    /** Takes NAME=VALUE, or a name that is inherited in any case. */
    void export(String option, String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            exported.add(text);
        } else {
            add(option, text.substring(0, equals), text.substring(equals + 1));
        }
    }

    void add(String option, String name, String value) {
        if (name.isEmpty() || name.indexOf('=') >= 0) {
            throw new UsageException("option " + option + ": '" + name + "' cannot be the name of a variable");
        }
        added.put(name, value);
    }

    /** Both, where what is said here goes before what was said for all programs. */
    Variables after(Variables common) {
        Variables both = new Variables();
        boolean said = all || some != null;
        both.all = said ? all : common.all;
        both.some = said ? some : common.some;
        both.exported.addAll(common.exported);
        both.exported.addAll(exported);
        both.added.putAll(common.added);
        both.added.putAll(added);
        return both;
    }

    boolean inheritsAll() {
        return some == null;
    }

    /** Those besides the inherited ones. */
    Map<String, String> added() {
        return added;
    }

    /** All of them, of those that there are. */
    Map<String, String> of(Map<String, String> here) {
        Map<String, String> chosen = new HashMap<>();
        if (inheritsAll()) {
            chosen.putAll(here);
        } else {
            choose(here, some, chosen);
            choose(here, exported, chosen);
        }
        chosen.putAll(added);
        return chosen;
    }

    private static void choose(Map<String, String> here, List<String> names, Map<String, String> chosen) {
        for (String name : names) {
            String value = here.get(name);
            if (value != null) {
                chosen.put(name, value);
            }
        }
    }
}
