package io.jmpi.daemon.program;

import java.io.File;

/** Finds a program as a shell would. */
public final class ProgramFinder {

    private static final String DEFAULT_PATH = "/usr/bin:/bin";

    private ProgramFinder() {}

    /**
     * The path of a program.
     *
     * @param name a path, relative ones to the directory, or a name to be looked up
     * @param directory where the program will start, an absolute path
     * @param path the value of {@code PATH}, null when it is not set
     * @throws ProgramException with status 127 when there is no such program, 126 when it cannot be executed
     */
    public static String find(String name, File directory, String path) {
        if (name.indexOf('/') >= 0) {
            File file = resolve(directory, name);
            check(name, file);
            return file.getPath();
        }
        File notExecutable = null;
        String places = path == null ? DEFAULT_PATH : path;
        int start = 0;
        while (start <= places.length()) {
            int colon = places.indexOf(':', start);
            int end = colon < 0 ? places.length() : colon;
            File file = new File(resolve(directory, places.substring(start, end)), name);
            if (file.isFile()) {
                if (file.canExecute()) {
                    return file.getPath();
                }
                notExecutable = file;
            }
            start = end + 1;
        }
        if (notExecutable != null) {
            check(notExecutable.getPath(), notExecutable);
        }
        String remedy = resolve(directory, name).isFile() ? "; it is in the working directory: try ./" + name : "";
        throw new ProgramException(
                ProgramException.NOT_FOUND, "program not found: " + name + " is in no directory of PATH" + remedy);
    }

    /** A path as seen from a directory; an empty one is the directory. */
    public static File resolve(File directory, String path) {
        if (path.isEmpty()) {
            return directory;
        }
        File file = new File(path);
        return file.isAbsolute() ? file : new File(directory, path);
    }

    private static void check(String name, File file) {
        if (!file.exists()) {
            throw new ProgramException(
                    ProgramException.NOT_FOUND, "program not found: " + name + remedyIfMisplaced(name, file));
        }
        if (file.isDirectory()) {
            throw new ProgramException(ProgramException.NOT_EXECUTABLE, "not a program but a directory: " + name);
        }
        if (!file.canExecute()) {
            String remedy = name.endsWith(".jar")
                    ? "; start it with java -jar " + name
                    : name.endsWith(".java") ? "; start it with java " + name : "; chmod +x makes it so";
            throw new ProgramException(ProgramException.NOT_EXECUTABLE, "not executable: " + name + remedy);
        }
    }

    private static String remedyIfMisplaced(String name, File file) {
        boolean relative = !new File(name).isAbsolute();
        return relative ? " (looked for " + file.getPath() + ")" : "";
    }
}
