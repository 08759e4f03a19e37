package io.jmpi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConfigFileTest {

    @Test
    void shouldSplitLinesIntoWords() {
        assertEquals(List.of(List.of("-n", "2", "a"), List.of("b", "c")), lines("-n 2\ta\r\n\n  b c"));
    }

    @Test
    void shouldLeaveOutComments() {
        assertEquals(List.of(List.of("a", "b#c"), List.of("#d", "e\\")), lines("# x\na b#c # 'y\n'#d' 'e\\' # \\\n"));
    }

    @Test
    void shouldJoinContinuedLines() {
        assertEquals(List.of(List.of("a", "bc", "d e"), List.of("f")), lines("a b\\\nc \\\r\n  'd e'\nf"));
    }

    @Test
    void shouldUnderstandQuotes() {
        assertEquals(
                List.of(List.of("a b", "c\"d", "e\\n", "'f'", "g h", "", "x\\\"y")),
                lines("\"a b\" \"c\\\"d\" \"e\\n\" \"'f'\" g\\ h '' 'x\\\"y'"));
    }

    @Test
    void shouldTellWhereALineBegins() {
        ConfigFile file = ConfigFile.of("f", "# x\na \\\n b\n\nc 'd\ne' f\ng");
        assertEquals(List.of("a", "b"), file.next());
        assertEquals("f:2", file.where());
        assertEquals(List.of("c", "d\ne", "f"), file.next());
        assertEquals("f:5", file.where());
        assertEquals(List.of("g"), file.next());
        assertEquals("f:7", file.where());
        assertNull(file.next());
    }

    @Property(tries = 500)
    void shouldReadWhatIsQuoted(@ForAll("programs") List<List<String>> programs) {
        StringBuilder text = new StringBuilder();
        for (List<String> words : programs) {
            for (String word : words) {
                text.append('"')
                        .append(word.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append("\" ");
            }
            text.append("# end\n");
        }
        assertEquals(programs, lines(text.toString()));
    }

    @Provide
    Arbitrary<List<List<String>>> programs() {
        return Arbitraries.strings()
                .withChars("ab '\"\\#:\n\t")
                .ofMaxLength(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .list()
                .ofMaxSize(4);
    }

    private static List<List<String>> lines(String text) {
        ConfigFile file = ConfigFile.of("f", text);
        List<List<String>> lines = new ArrayList<>();
        for (List<String> words = file.next(); words != null; words = file.next()) {
            lines.add(words);
        }
        return lines;
    }
}
