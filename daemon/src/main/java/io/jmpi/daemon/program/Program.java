package io.jmpi.daemon.program;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the user wants to be run, in words that still have to be understood on the host where it runs.
 *
 * @param command the program, as a path or a name that is found, and its arguments
 * @param directory where it starts, an absolute path, or one relative to where files are staged
 * @param environment variables set besides those it inherits; one with the value null is removed
 * @param inherits whether it inherits the environment of the process that starts it, rather than that {@code environment}
 *     is all but for what belongs to a host
 * @param files paths that must be there, relative ones to the directory
 * @param searchPath where the program is looked for in place of its environment's {@code PATH}, null for there
 * @param umask octal, null for the one that is inherited
 */
public record Program(
        List<String> command,
        File directory,
        Map<String, String> environment,
        boolean inherits,
        List<String> files,
        String searchPath,
        String umask,
        Binding binding) {

    /** Variables that belong to a host; a rank has them from the process that starts it, or not at all. */
    public static final List<String> OF_HOST = List.of(
            "HOSTNAME",
            "SSH_AUTH_SOCK",
            "SSH_CLIENT",
            "SSH_CONNECTION",
            "SSH_TTY",
            "XDG_RUNTIME_DIR",
            "DBUS_SESSION_BUS_ADDRESS");

    /** A program on the host of the launcher. */
    public static Program here(List<String> command, File directory, Map<String, String> changes) {
        return new Program(command, directory, changes, true, List.of(), null, null, Binding.NONE);
    }

    /** The same, with a relative directory seen from another one. */
    public Program startingIn(File base) {
        File there = ProgramFinder.resolve(base, directory.getPath());
        return new Program(command, there, environment, inherits, files, searchPath, umask, binding);
    }

    /** Changes the environment that a process would inherit into the one it is to have. */
    public void changeEnvironment(Map<String, String> inherited) {
        if (!inherits) {
            inherited.keySet().retainAll(OF_HOST);
        }
        for (Map.Entry<String, String> change : environment.entrySet()) {
            if (change.getValue() == null) {
                inherited.remove(change.getKey());
            } else {
                inherited.put(change.getKey(), change.getValue());
            }
        }
    }

    /** The environment it has when this process starts it. */
    Map<String, String> environmentHere() {
        Map<String, String> variables = new HashMap<>(System.getenv());
        changeEnvironment(variables);
        return variables;
    }
}
