package io.jmpi.daemon.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineAssemblerTest {

    private final List<String> pieces = new ArrayList<>();

    @Test
    void shouldHandOverWholeLinesHoweverTheyArrive() throws IOException {
        assemble(false, "on", "e\ntw", "o\nthree\n", "fo", "ur\n");
        assertEquals(List.of("one\n", "two\nthree\n", "four\n"), pieces);
    }

    @Test
    void shouldPassOnALastLineWithoutNewlineAsItIs() throws IOException {
        assemble(false, "one\ntw", "o");
        assertEquals(List.of("one\n", "two"), pieces);
    }

    @Test
    void shouldHandOverAPromptAtOnceWhenAskedTo() throws IOException {
        assemble(true, "name? ", "age? ");
        assertEquals(List.of("name? ", "age? "), pieces);
    }

    @Test
    void shouldKeepALineOfAMegabyteInOnePiece() throws IOException {
        String line = "x".repeat(1 << 20) + "\n";
        assemble(false, "a\n", line, "b\n");
        assertEquals("a\n" + line + "b\n", String.join("", pieces));
        for (String piece : pieces) {
            assertTrue(piece.endsWith("\n"), "a piece of " + piece.length() + " bytes is no whole line");
        }
    }

    @Test
    void shouldHandOverALineThatIsTooLongInPieces() throws IOException {
        String line = "x".repeat(LineAssembler.LONGEST_LINE + 5);
        assemble(false, line);
        assertEquals(2, pieces.size());
        assertEquals(line.length(), pieces.get(0).length() + pieces.get(1).length());
    }

    @Test
    void shouldHandOverNothingOfNothing() throws IOException {
        assemble(false);
        assertEquals(List.of(), pieces);
    }

    private void assemble(boolean prompts, String... chunks) throws IOException {
        LineAssembler.Sink sink =
                (bytes, offset, length) -> pieces.add(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
        new LineAssembler(new Chunks(chunks), sink, prompts).run();
    }

    /** A stream that brings a chunk at a time, as a pipe does. */
    private static final class Chunks extends InputStream {
        private final String[] chunks;
        private int next;
        private InputStream current = InputStream.nullInputStream();

        Chunks(String... chunks) {
            this.chunks = chunks;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (current.available() == 0) {
                if (next == chunks.length) {
                    return -1;
                }
                current = new ByteArrayInputStream(chunks[next++].getBytes(StandardCharsets.ISO_8859_1));
            }
            return current.read(bytes, offset, length);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int available() throws IOException {
            return current.available();
        }
    }
}
