package io.jmpi.daemon.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentFileTest {

    @Test
    void shouldSplitAtBlanksAndLineEnds() {
        assertEquals(List.of("-cp", "a:b", "Main"), ArgumentFile.parse("  -cp\ta:b\r\n\nMain\n"));
    }

    @Test
    void shouldKeepQuotedBlanks() {
        assertEquals(List.of("-cp", "a b", "c'd", "e"), ArgumentFile.parse("-cp \"a b\" \"c'd\" 'e'"));
    }

    @Test
    void shouldLeaveOutComments() {
        assertEquals(List.of("-ea", "a#b"), ArgumentFile.parse("# first\n-ea a#b # last"));
    }

    @Test
    void shouldReadEscapesWithinQuotesOnly() {
        assertEquals(List.of("a\\b", "c\\d", "e\tf"), ArgumentFile.parse("a\\b \"c\\\\d\" \"e\\tf\""));
    }

    @Test
    void shouldJoinLinesThatEndInABackslash() {
        assertEquals(List.of("a:b"), ArgumentFile.parse("\"a:\\\n    b\""));
    }

    @Test
    void shouldTakeBackslashesInTheVariableAsTheyAre() {
        assertEquals(List.of("-Da=b c", "\\x", "#"), ArgumentFile.parseVariable("-Da='b c' \\x #"));
    }
}
