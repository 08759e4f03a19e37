package io.jmpi.daemon.program;

import java.io.File;
import java.util.List;

/** The class-data archive of the classes that every rank loads, one for each build of a JVM. */
public final class RankArchive {

    /** The program of a training run: a job of one rank that does what ranks do. */
    private static final String TRAINING = "mpi.Rehearsal";

    private RankArchive() {}

    /** The archive for the JVM of a program, made if it is missing; null if there is none. */
    public static File find(String program, Distribution distribution, Details details) {
        JavaInstallation installation = JavaInstallation.of(program);
        boolean known = installation != null && installation.feature() > 0;
        return known ? find(program, installation, distribution, details) : null;
    }

    /** The same, for a JVM that is known. */
    static File find(String program, JavaInstallation installation, Distribution distribution, Details details) {
        String name = installation.build() + ".jsa";
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
        boolean made = ClassArchive.make(program, distribution.rankClassPath(), List.of(TRAINING), archive);
        return made ? archive : null;
    }
}
