package io.jmpi.daemon.program;

import java.io.File;

/** The files of an installed JMPI. */
public final class Distribution {

    /** Set by the scripts that start launcher and daemon. */
    public static final String LIB_PROPERTY = "jmpi.lib";

    /** For offload, and for messages between hosts. */
    private static final String[] LIBRARIES = {
        "jmpi-offload.jar",
        "jocl.jar",
        "netty-transport-classes-epoll.jar",
        "netty-transport-native-epoll.jar",
        "netty-transport-native-unix-common.jar",
        "netty-transport.jar",
        "netty-resolver.jar",
        "netty-buffer.jar",
        "netty-common.jar",
    };

    /** For much data between processors. An application's own comes before it: its version fits the application's library. */
    private static final String LAST_LIBRARY = "jna.jar";

    private final File lib;
    private final File cache;

    /**
     * @param lib the directory of the jar files
     * @param cache where archives go when the distribution cannot be written to, null when there is no such place
     */
    public Distribution(File lib, File cache) {
        this.lib = lib;
        this.cache = cache;
    }

    public static Distribution ofThisProcess() {
        String lib = System.getProperty(LIB_PROPERTY);
        String cache = System.getProperty("jmpi.cache", "");
        return new Distribution(new File(lib == null ? "." : lib), cache.isEmpty() ? null : new File(cache));
    }

    public File jar(String name) {
        return new File(lib, name);
    }

    /**
     * What the class path of a rank begins with. A manifest names the rest of what every rank needs.
     *
     * @param libraries whether those are to come before what is the application's
     */
    public String rankClassPath(boolean libraries) {
        String jmpi = rankJars()[0].getPath();
        return libraries ? jmpi + rankLibraries() : jmpi;
    }

    /** What it ends with: what some ranks need, as far as it does not come before. */
    String rankClassPathEnd(boolean libraries) {
        String last = File.pathSeparator + jar(LAST_LIBRARY);
        return libraries ? last : rankLibraries() + last;
    }

    private String rankLibraries() {
        StringBuilder path = new StringBuilder();
        for (String library : LIBRARIES) {
            path.append(File.pathSeparator).append(jar(library));
        }
        return path.toString();
    }

    /** All of it as an addition to the boot class path, where manifests do not count. */
    String rankBootPath() {
        return rankJars()[0] + File.pathSeparator + rankJars()[1] + rankClassPathEnd(false);
    }

    /** The jars that hold a rank's classes. */
    public File[] rankJars() {
        return new File[] {jar("jmpi-runtime.jar"), jar("jmpi-collectives.jar")};
    }

    /** The jars that hold the launcher's classes, those too that are reached through a manifest: the JVM looks at them all. */
    public File[] launcherJars() {
        return new File[] {
            jar("jmpi-launcher.jar"), jar("jmpi-daemon.jar"), jar("jmpi-runtime.jar"), jar("jmpi-collectives.jar")
        };
    }

    /** Commands for the compiler of a rank's JVM. */
    File compileCommands(boolean crowded) {
        return new File(lib, crowded ? "compile-commands-crowded" : "compile-commands");
    }

    /** Where class-data archives are looked for, best first; the second may be null. */
    public File[] archiveDirectories() {
        return new File[] {new File(lib, "cds"), cache};
    }
}
