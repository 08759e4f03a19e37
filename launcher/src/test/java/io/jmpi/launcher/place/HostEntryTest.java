package io.jmpi.launcher.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostEntryTest {

    private static final String WHERE = "-hosts";

    @Test
    void shouldReadNamesAndSlots() {
        assertEquals(
                List.of(
                        new HostEntry("a", HostEntry.NOT_SAID, null, WHERE),
                        new HostEntry("b.example.org", 4, null, WHERE),
                        new HostEntry("10.0.0.1", 2, null, WHERE),
                        new HostEntry("fe80::1", HostEntry.NOT_SAID, null, WHERE),
                        new HostEntry("::1", 3, null, WHERE),
                        new HostEntry("node1_4711", HostEntry.NOT_SAID, null, WHERE)),
                HostEntry.list(WHERE, "a,b.example.org:4,10.0.0.1:2,[fe80::1],[::1]:3,node1_4711"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,,b     | -hosts a,,b: a host is missing; give HOST[:SLOTS],...",
                "a,       | -hosts a,: a host is missing; give HOST[:SLOTS],...",
                "''       | -hosts : a host is missing; give HOST[:SLOTS],...",
                "a:0      | -hosts: a:0: the number of slots is a whole number in 1..1048576",
                "a:       | -hosts: a:: the number of slots is a whole number in 1..1048576",
                "a:x      | -hosts: a:x: the number of slots is a whole number in 1..1048576",
                "[::1]:0  | -hosts: [::1]:0: the number of slots is a whole number in 1..1048576",
                "fe80::1  | -hosts: fe80::1: write an IPv6 address in brackets: [fe80::1]",
                "[fe80::1 | -hosts: [fe80::1 is no IPv6 address; write [fe80::1] or [fe80::1]:4",
                "[a]      | -hosts: [a] is no IPv6 address; write [fe80::1] or [fe80::1]:4",
                "[::1]4   | -hosts: [::1]4 is no IPv6 address; write [fe80::1] or [fe80::1]:4",
                "[]       | -hosts: [] is no IPv6 address; write [fe80::1] or [fe80::1]:4",
                "-n       | -hosts: '-n' cannot be the name of a host",
                "a b      | -hosts: 'a b' cannot be the name of a host",
                ":4       | -hosts: '' cannot be the name of a host",
            })
    void shouldSayWhatIsWrong(String text, String message) {
        HostsException e = assertThrows(HostsException.class, () -> HostEntry.list(WHERE, text));
        assertEquals(message, e.getMessage());
    }

    @Property(tries = 300)
    void shouldReadWhatItWrites(@ForAll("entries") List<HostEntry> entries) {
        StringJoiner text = new StringJoiner(",");
        entries.forEach(entry -> text.add(entry.toString()));
        assertEquals(entries, HostEntry.list(WHERE, text.toString()));
    }

    /** Whatever is typed is read or refused in one line. */
    @Property(tries = 1000)
    void shouldNeverFailOtherwise(@ForAll("typed") String text) {
        try {
            assertEquals(new ArrayList<>(HostEntry.list(WHERE, text)), HostEntry.list(WHERE, text));
        } catch (HostsException e) {
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        }
    }

    @Provide
    Arbitrary<List<HostEntry>> entries() {
        Arbitrary<String> names =
                Arbitraries.of("a", "b.c", "node-1", "n_1", "10.1.2.3", "fe80::1", "::", "2001:db8::a:1");
        Arbitrary<Integer> slots = Arbitraries.of(HostEntry.NOT_SAID, 1, 7, 1 << 20);
        return Combinators.combine(names, slots)
                .as((name, count) -> new HostEntry(name, count, null, WHERE))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.strings().withChars("ab1:,[]-.% ").ofMaxLength(12);
    }
}
