package io.jmpi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the JVMs of ranks read, which do not mind what they do not find. */
class CompileCommandsTest {

    private static final String USUAL = "compile-commands";
    private static final String CROWDED = "compile-commands-crowded";

    /** With loops over elements. */
    private static final String FREE = "io.jmpi.data";

    private static List<String> commands(String file) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/main/dist/lib", file))) {
            return lines.filter(line -> !line.startsWith("#")).toList();
        }
    }

    private static List<String> commands(String file, String kind) throws IOException {
        return commands(file).stream()
                .filter(line -> line.startsWith(kind + ","))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {USUAL, CROWDED})
    void shouldSayNothingOnTheScreen(String file) throws IOException {
        assertEquals("quiet", commands(file).get(0));
    }

    @Test
    void shouldNameMethodsThatThereAre() throws IOException, ClassNotFoundException {
        List<String> usual = commands(USUAL, "dontinline");
        assertEquals(commands(USUAL).size() - 1, usual.size());
        for (String command : usual) {
            String[] words = command.split(",|::");
            boolean there = Stream.of(Class.forName(words[1]).getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals(words[2]));
            assertTrue(there, command);
        }
        assertEquals(usual, commands(CROWDED, "dontinline"));
    }

    @Test
    void shouldLimitEveryPackageOfARank() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (String module : List.of("runtime", "collectives")) {
            expected.addAll(packages(Path.of("..", module, "src/main/java")));
        }
        expected.remove(FREE);
        Set<String> limited = commands(CROWDED, "MaxNodeLimit").stream()
                .filter(command -> command.endsWith("/*.*,1"))
                .map(command -> command.substring("MaxNodeLimit,".length(), command.length() - "/*.*,1".length()))
                .map(name -> name.replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, limited);
    }

    private static Set<String> packages(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.getFileName().toString().equals("package-info.java"))
                    .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
