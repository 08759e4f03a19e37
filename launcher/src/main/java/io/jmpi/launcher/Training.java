package io.jmpi.launcher;

import io.jmpi.daemon.program.Distribution;
import io.jmpi.daemon.program.Rehearsal;

/**
 * A run of the launcher that loads the classes which launches load, so that they get into its class-data archive. Started
 * by {@link LauncherArchive} only.
 */
final class Training {

    private Training() {}

    /** @param args the path of a {@code java} program, and of a jar file with a main class */
    public static void main(String[] args) {
        String java = args[0];
        Rehearsal.run(java, args[1], Distribution.ofThisProcess());
        JmpiExec.run(new String[] {"-n", "1", "true"});
        JmpiExec.run(new String[] {"-l", "-n", "2", "sh", "-c", "echo; exit $JMPI_RANK"});
        JmpiExec.run(new String[] {"-host", "localhost", "-m", "-env", "A", "b", "echo", ":", "-n", "2", "echo"});
        Runtime.getRuntime().halt(0);
    }
}
