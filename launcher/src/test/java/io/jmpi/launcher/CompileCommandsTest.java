package io.jmpi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The file that the JVMs of ranks read, which do not mind what they do not find. */
class CompileCommandsTest {

    private static List<String> commands() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/main/dist/lib/compile-commands"))) {
            return lines.filter(line -> !line.startsWith("#")).toList();
        }
    }

    @Test
    void shouldSayNothingOnTheScreen() throws IOException {
        assertEquals("quiet", commands().get(0));
    }

    @Test
    void shouldNameMethodsThatThereAre() throws IOException, ClassNotFoundException {
        for (String command : commands().subList(1, commands().size())) {
            String[] words = command.split(",|::");
            assertEquals("dontinline", words[0], command);
            boolean there = Stream.of(Class.forName(words[1]).getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals(words[2]));
            assertTrue(there, command);
        }
    }
}
