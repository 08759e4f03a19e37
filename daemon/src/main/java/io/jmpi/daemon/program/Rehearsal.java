package io.jmpi.daemon.program;

import java.io.File;
import java.util.List;
import java.util.Map;

/** Does what starting a {@code java} program takes, but for the archive and the program, so that its classes get loaded. */
public final class Rehearsal {

    private static final int NEWEST = 25;

    private Rehearsal() {}

    /** @param jar with a main class */
    public static void run(String java, String jar, Distribution distribution) {
        JavaInstallation installation = JavaInstallation.of(java);
        for (String option : new String[] {"-jar", "-cp"}) {
            Program program = Program.here(List.of(java, option, jar, "Main"), new File("/"), Map.of());
            JavaCommand command = JavaCommand.parse(program.command(), program.directory(), program.environmentHere());
            RankJava rank = new RankJava(command, distribution, new Setting(false, false));
            rank.hasOwnArchive(installation);
            rank.command(NEWEST, ClassArchive.use("none", NEWEST));
        }
    }
}
