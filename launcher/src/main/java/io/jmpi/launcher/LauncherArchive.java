package io.jmpi.launcher;

import io.jmpi.daemon.program.ClassArchive;
import io.jmpi.daemon.program.Distribution;
import java.io.File;
import java.util.List;

/**
 * The class-data archive of the launcher's own JVM. The script that starts it looks for the archive by the path of its
 * {@code java}; so beside the archive there is an empty file that names the version of that JVM.
 */
final class LauncherArchive {

    private static final String NAME = "launcher.jsa";

    private LauncherArchive() {}

    /** Makes the archive if it is missing or of another time. */
    static void makeIfMissing(Distribution distribution, Terminal terminal) {
        String java = System.getProperty("jmpi.java");
        if (java == null) {
            return;
        }
        File[] places = distribution.archiveDirectories();
        String directory = java.substring(1);
        String version = System.getProperty("java.vm.version", "unknown");
        File found = ClassArchive.find(places, directory + "/" + NAME, distribution.launcherJars());
        if (found != null && new File(found.getParentFile(), version).exists()) {
            return;
        }
        File archive = ClassArchive.place(places, directory + "/" + NAME);
        if (archive == null) {
            return;
        }
        terminal.detail("making the launcher's class-data archive " + archive + ", once for this JVM");
        ClassArchive.make(java, System.getProperty("java.class.path"), training(java, distribution), archive);
        ClassArchive.touch(new File(archive.getParentFile(), version));
    }

    private static List<String> training(String java, Distribution distribution) {
        return List.of(
                "-XX:TieredStopAtLevel=1",
                "-D" + Distribution.LIB_PROPERTY + "=" + distribution.jar("").getPath(),
                "io.jmpi.launcher.Training",
                java,
                distribution.rankClassPath(false));
    }
}
