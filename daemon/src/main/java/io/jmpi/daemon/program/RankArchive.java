package io.jmpi.daemon.program;

import java.io.File;
import java.util.List;

/** The class-data archive of the classes that every rank loads, one for each build of a JVM and each class path. */
public final class RankArchive {

    /** The program of a training run: a job of one rank that does what ranks do. */
    private static final String TRAINING = "mpi.Rehearsal";

    /** Its argument, where ranks also send to other hosts. */
    private static final String NETWORK = "network";

    private RankArchive() {}

    /** The archive for the JVM of a program, made if it is missing; null if there is none. */
    public static File find(String program, Distribution distribution, Setting setting, Details details) {
        JavaInstallation installation = JavaInstallation.of(program);
        boolean known = installation != null && installation.feature() > 0;
        return known ? find(program, installation, distribution, setting, details) : null;
    }

    /** What an archive's name ends with. */
    static String name(JavaInstallation installation, Setting setting) {
        return installation.build() + (setting.networked() ? "-network.jsa" : ".jsa");
    }

    /** The archive for a JVM that is known. */
    static File find(
            String program,
            JavaInstallation installation,
            Distribution distribution,
            Setting setting,
            Details details) {
        String name = name(installation, setting);
        File[] places = distribution.archiveDirectories();
        File found = ClassArchive.find(places, name, distribution.rankJars());
        if (found != null) {
            return found;
        }
        File archive = ClassArchive.place(places, name);
        if (archive == null) {
            return null;
        }
        details.detail("making the class-data archive " + archive + ", once for this JVM");
        String classPath = distribution.rankClassPath(setting.networked());
        List<String> training = setting.networked() ? List.of(TRAINING, NETWORK) : List.of(TRAINING);
        boolean made = ClassArchive.make(program, classPath, training, archive);
        return made ? archive : null;
    }
}
