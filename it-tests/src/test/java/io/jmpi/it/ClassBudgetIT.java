package io.jmpi.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.programs.HelloProgram;
import io.jmpi.it.programs.PlainProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a rank loads until it ends, and a launcher: start-up is a budget of classes. */
@ExtendWith(NothingLeft.class)
class ClassBudgetIT {

    /** Classes of JMPI that a rank of hello loads; 85 measured. */
    private static final int MOST_OF_OURS = 86;

    /** Classes that it loads beyond a program without MPI, those of the JDK included; 221 measured on JDK 17. */
    private static final int MOST = 250;

    /** The same from JDK 18 on, where mapping a file makes method handles; 341 measured on JDK 25. */
    private static final int MOST_SINCE_18 = 380;

    /** Classes of JMPI that the launcher of a job on its own host loads; 118 measured. */
    private static final int MOST_OF_LAUNCHER = 128;

    /** What neither loads. */
    private static final String[] FOREIGN = {
        "io.netty.", "com.sun.jna.", "com.google.protobuf.", "picocli.", "java.util.logging.", "sun.nio.ch.Selector"
    };

    /** What a rank does not load either; for processes the JDK itself needs some of it. */
    private static final String[] FORBIDDEN = {
        "java.util.regex.", "java.util.stream.", "java.lang.invoke.StringConcatFactory"
    };

    static java.util.List<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void shouldLoadFewClasses(Jdk jdk) throws IOException {
        Path directory = JobRun.workDirectory("classes");
        Set<String> plain = load(jdk, directory.resolve("plain"), PlainProgram.class, 1);
        for (int ranks : new int[] {1, 2}) {
            Set<String> rank = load(jdk, directory.resolve("hello" + ranks), HelloProgram.class, ranks);
            rank.removeAll(plain);
            assertNone(FOREIGN, rank);
            assertNone(FORBIDDEN, rank);
            int most = jdk.feature() < 18 ? MOST : MOST_SINCE_18;
            String what = " classes for a rank of " + ranks + " on " + jdk + ": " + rank;
            assertTrue(rank.size() <= most, rank.size() + what);
            long ours = rank.stream()
                    .filter(name -> name.startsWith("mpi.") || name.startsWith("io.jmpi."))
                    .count();
            assertTrue(ours <= MOST_OF_OURS, ours + " of JMPI among the" + what);
        }
    }

    /** The launcher as the script starts it, but for the archive. */
    @ParameterizedTest
    @MethodSource("jdks")
    void shouldLaunchWithFewClasses(Jdk jdk) throws Exception {
        Path log = JobRun.workDirectory("launcher").resolve("classes");
        String lib = JobRun.distribution("lib").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        jdk.java(),
                        "-Xlog:class+load:file=" + log,
                        "-Djmpi.lib=" + lib,
                        "-cp",
                        String.join(
                                ":", lib + "/jmpi-launcher.jar", lib + "/jmpi-daemon.jar", lib + "/jmpi-runtime.jar"),
                        "io.jmpi.launcher.JmpiExec",
                        "-l",
                        "-n",
                        "2",
                        "true")
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        NothingLeft.mark(builder);
        assertEquals(0, builder.start().waitFor());
        Set<String> names = namesIn(log);
        assertNone(FOREIGN, names);
        assertNone(new String[] {"io.jmpi.launcher.place.Placer"}, names);
        long ours = names.stream().filter(name -> name.startsWith("io.jmpi.")).count();
        assertTrue(ours > 0 && ours <= MOST_OF_LAUNCHER, ours + " classes of JMPI in the launcher: " + names);
    }

    private static void assertNone(String[] prefixes, Set<String> names) {
        for (String prefix : prefixes) {
            for (String name : names) {
                assertTrue(!name.startsWith(prefix), name + " is loaded");
            }
        }
    }

    /** The names of the classes that rank 0 loads. */
    private static Set<String> load(Jdk jdk, Path file, Class<?> program, int ranks) throws IOException {
        JobRun.ranks(ranks)
                .on(jdk)
                .jvm("-Xlog:class+load:file=" + file + "-%p")
                .program(program)
                .run()
                .expectSuccess();
        Set<String> names = new TreeSet<>();
        int logs = 0;
        for (String log : file.getParent().toFile().list()) {
            if (log.startsWith(file.getFileName() + "-")) {
                logs++;
                names.addAll(namesIn(file.resolveSibling(log)));
            }
        }
        assertEquals(ranks, logs, "logs of ranks");
        return names;
    }

    private static Set<String> namesIn(Path log) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(log)) {
            int end = line.indexOf(" source: ");
            if (end >= 0) {
                names.add(line.substring(line.lastIndexOf(' ', end - 1) + 1, end));
            }
        }
        return names;
    }
}
