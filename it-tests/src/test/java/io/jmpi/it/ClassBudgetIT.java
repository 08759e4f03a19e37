package io.jmpi.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.programs.HelloProgram;
import io.jmpi.it.programs.PlainProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a rank loads until it ends: start-up is a budget of classes. */
@ExtendWith(NothingLeft.class)
class ClassBudgetIT {

    /** Classes of JMPI that a rank of hello loads; 60 measured. */
    private static final int MOST_OF_OURS = 66;

    /** Classes that it loads beyond a program without MPI, those of the JDK included; 226 measured on JDK 17. */
    private static final int MOST = 240;

    /** The same from JDK 18 on, where mapping a file makes method handles; 341 measured on JDK 25. */
    private static final int MOST_SINCE_18 = 360;

    private static final String[] FORBIDDEN = {
        "io.netty.",
        "com.sun.jna.",
        "com.google.protobuf.",
        "picocli.",
        "java.util.regex.",
        "java.util.stream.",
        "java.util.logging.",
        "java.lang.invoke.StringConcatFactory",
        "sun.nio.ch.Selector"
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
            for (String forbidden : FORBIDDEN) {
                for (String name : rank) {
                    assertTrue(!name.startsWith(forbidden), name + " is loaded by a rank of " + ranks);
                }
            }
            int most = jdk.feature() < 18 ? MOST : MOST_SINCE_18;
            String what = " classes for a rank of " + ranks + " on " + jdk + ": " + rank;
            assertTrue(rank.size() <= most, rank.size() + what);
            long ours = rank.stream()
                    .filter(name -> name.startsWith("mpi.") || name.startsWith("io.jmpi."))
                    .count();
            assertTrue(ours <= MOST_OF_OURS, ours + " of JMPI among the" + what);
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
