package io.jmpi.launcher;

import java.io.File;
import java.util.List;

/**
 * A run of the launcher that loads the classes which launches load, so that they get into its class-data archive. Started
 * by {@link LauncherArchive} only.
 */
final class Training {

    private Training() {}

    /** @param args the path of a {@code java} program, and of a jar file with a main class */
    public static void main(String[] args) {
        String java = args[0];
        File here = new File("/");
        JavaInstallation installation = JavaInstallation.of(java);
        for (String command : new String[] {"-jar", "-cp"}) {
            JavaCommand parsed = JavaCommand.parse(List.of(java, command, args[1], "Main"), here, System.getenv());
            RankJava rank = new RankJava(parsed, Distribution.ofThisLauncher());
            rank.hasOwnArchive(installation);
            rank.command(25, ClassArchive.use("none", 25));
        }
        JmpiExec.run(new String[] {"-n", "1", "true"});
        JmpiExec.run(new String[] {"-l", "-n", "2", "sh", "-c", "echo; exit $JMPI_RANK"});
        Runtime.getRuntime().halt(0);
    }
}
