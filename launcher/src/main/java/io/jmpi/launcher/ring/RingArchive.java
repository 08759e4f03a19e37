package io.jmpi.launcher.ring;

import io.jmpi.daemon.program.ClassArchive;
import io.jmpi.daemon.program.Distribution;
import java.io.File;
import java.util.Arrays;
import java.util.List;

/** The class-data archive of daemons and tools, which the script uses when it is there. */
final class RingArchive {

    private static final String NAME = "ring.jsa";

    private RingArchive() {}

    /** Makes the archive if it is missing or of another time. */
    static void makeIfMissing() {
        String java = System.getProperty("jmpi.java");
        if (java == null) {
            return;
        }
        Distribution distribution = Distribution.ofThisProcess();
        File[] places = distribution.archiveDirectories();
        String name = java.substring(1) + "/" + NAME;
        String version = "ring-" + System.getProperty("java.vm.version", "unknown");
        File found = ClassArchive.find(places, name, dependencies(distribution));
        if (found != null && new File(found.getParentFile(), version).exists()) {
            return;
        }
        File archive = ClassArchive.place(places, name);
        if (archive == null) {
            return;
        }
        List<String> training = List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-D" + Distribution.LIB_PROPERTY + "=" + distribution.jar("").getPath(),
                RingTraining.class.getName());
        ClassArchive.make(java, System.getProperty("java.class.path"), training, archive);
        ClassArchive.touch(new File(archive.getParentFile(), version));
    }

    /** Our own jars, and the script, which names all others. */
    private static File[] dependencies(Distribution distribution) {
        File[] jars = distribution.launcherJars();
        File[] all = Arrays.copyOf(jars, jars.length + 1);
        all[jars.length] = new File(Installation.home(), "bin/jmpd");
        return all;
    }
}
