package io.jmpi.daemon.program;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * The files that a program needs on every host where it runs: for {@code java} the jar, and what the class path names. A
 * JVM itself says of them no more than that it does not find a class.
 */
public final class NeededFiles {

    private NeededFiles() {}

    /**
     * Finds those that are there on this host; what is not there even here cannot be needed elsewhere.
     *
     * @param command the program and its arguments
     * @return paths, relative ones to the directory
     */
    public static List<String> of(List<String> command, File directory, Map<String, String> environment) {
        List<String> files = new ArrayList<>();
        if (!JavaCommand.isJava(command.get(0))) {
            return files;
        }
        JavaCommand java = JavaCommand.parse(command, directory, environment);
        if (java.mode() == JavaCommand.Mode.JAR || java.mode() == JavaCommand.Mode.SOURCE) {
            addIfThere(files, directory, java.target());
        }
        if (java.classPath() != null && java.mode() != JavaCommand.Mode.JAR) {
            StringTokenizer entries = new StringTokenizer(java.classPath(), File.pathSeparator);
            while (entries.hasMoreTokens()) {
                String entry = entries.nextToken();
                boolean all = entry.equals("*") || entry.endsWith("/*");
                addIfThere(files, directory, all ? entry.substring(0, entry.length() - 1) : entry);
            }
        }
        return files;
    }

    private static void addIfThere(List<String> files, File directory, String name) {
        if (!name.isEmpty() && ProgramFinder.resolve(directory, name).exists()) {
            files.add(name);
        }
    }
}
