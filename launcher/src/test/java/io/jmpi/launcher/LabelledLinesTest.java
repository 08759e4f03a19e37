package io.jmpi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LabelledLinesTest {

    @Test
    void shouldLabelEachLine() {
        assertEquals("3: a\n3: \n3: b\n", label(3, false, "a\n\nb\n"));
    }

    @Test
    void shouldNotAddANewlineAtTheEnd() {
        assertEquals("12: a\n12: b", label(12, false, "a\nb"));
    }

    @Test
    void shouldGoOnWithALine() {
        assertEquals("b\n3: c\n", label(3, true, "b\nc\n"));
    }

    private static String label(int rank, boolean continued, String text) {
        byte[] bytes = ("xx" + text).getBytes(StandardCharsets.ISO_8859_1);
        byte[] label = (rank + ": ").getBytes(StandardCharsets.ISO_8859_1);
        LabelledLines lines = new LabelledLines(label, continued, bytes, 2, bytes.length - 2);
        return new String(lines.bytes(), 0, lines.length(), StandardCharsets.ISO_8859_1);
    }
}
