package io.jmpi.launcher.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostFileTest {

    @TempDir
    Path directory;

    @Test
    void shouldReadBothForms() throws IOException {
        Path file = directory.resolve("hosts");
        Files.writeString(
                file,
                "# a cluster\r\n"
                        + "node1  # the first\n"
                        + "\n"
                        + "  node2:4\n"
                        + "node3\tslots=4 ifhn=node3b\r\n"
                        + "[fe80::1]:2#comment\n"
                        + "node1 ifhn=10.0.0.1");
        assertEquals(
                List.of(
                        new HostEntry("node1", HostEntry.NOT_SAID, null, file + ":2"),
                        new HostEntry("node2", 4, null, file + ":4"),
                        new HostEntry("node3", 4, "node3b", file + ":5"),
                        new HostEntry("fe80::1", 2, null, file + ":6"),
                        new HostEntry("node1", HostEntry.NOT_SAID, "10.0.0.1", file + ":7")),
                HostFile.read("-f", file.toFile()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:2 slots=2   | f:2: slots=2: the number of slots was given before",
                "a slots=x     | f:2: slots=x: the number of slots is a whole number in 1..1048576",
                "a ifhn=       | f:2: ifhn=: give one name or address",
                "a b           | f:2: cannot make sense of 'b'; a line is HOST[:SLOTS] [slots=SLOTS] [ifhn=NAME]",
                "a slot=3      | f:2: cannot make sense of 'slot=3'; a line is HOST[:SLOTS] [slots=SLOTS] [ifhn=NAME]",
                "a,b           | f:2: 'a,b' cannot be the name of a host",
                "::1           | f:2: ::1: write an IPv6 address in brackets: [fe80::1]",
            })
    void shouldNameFileAndLine(String line, String message) {
        assertMessage(message, () -> HostFile.parse("f", "ok\n" + line + "\n"));
    }

    @Test
    void shouldSayWhatIsWrongWithAFile() throws IOException {
        File missing = directory.resolve("missing").toFile();
        assertMessage("-machinefile " + missing + ": no such file", () -> HostFile.read("-machinefile", missing));
        File itself = directory.toFile();
        HostsException e = assertThrows(HostsException.class, () -> HostFile.read("-f", itself));
        assertEquals("-f " + itself + ": cannot be read: Is a directory", e.getMessage());
        assertMessage(
                "f names no host; a line is HOST[:SLOTS] [slots=SLOTS] [ifhn=NAME]",
                () -> HostFile.parse("f", "# nothing\n\n"));
    }

    /** The two forms of slots, blanks, comments and empty lines do not change what is read. */
    @Property(tries = 200)
    void shouldReadTheSameWhateverTheForm(@ForAll("hosts") List<String> hosts, @ForAll("separators") String separator) {
        List<String> expected = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (String host : hosts) {
            number++;
            expected.add(host + ":" + number);
            text.append(number % 2 == 0 ? host + ":" + number : host + " slots=" + number)
                    .append(separator);
        }
        List<String> read = new ArrayList<>();
        HostFile.parse("f", text.toString()).forEach(entry -> read.add(entry.toString()));
        assertEquals(expected, read);
    }

    @Provide
    Arbitrary<List<String>> hosts() {
        return Arbitraries.of("a", "b.c", "[::1]", "10.0.0.7")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of("\n", "\r\n", "  \n\n", " # x:3\n", "#\n\t\n   ");
    }

    private static void assertMessage(String message, Runnable reading) {
        HostsException e = assertThrows(HostsException.class, reading::run);
        assertEquals(message, e.getMessage());
    }
}
