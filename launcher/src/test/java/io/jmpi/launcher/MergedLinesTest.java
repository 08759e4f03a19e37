package io.jmpi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MergedLinesTest {

    private final List<String> written = new ArrayList<>();

    private MergedLines lines(int size) {
        written.clear();
        return new MergedLines(size, this::write);
    }

    private void write(BitSet ranks, byte[] line) {
        written.add(Ranks.inBrief(ranks) + ": " + text(line));
    }

    private static String text(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        assertTrue(text.indexOf('\n') == text.length() - 1, "one whole line: " + text);
        return text.strip();
    }

    private static void add(MergedLines lines, int rank, String text, long now) {
        byte[] bytes = ("x" + text).getBytes(StandardCharsets.UTF_8);
        lines.add(rank, bytes, 1, bytes.length - 1, now);
    }

    @Test
    void shouldWriteOnceWhatAllRanksHave() throws IOException {
        MergedLines lines = lines(3);
        add(lines, 0, "hello\n", 0);
        add(lines, 1, "hello\n", 0);
        lines.write(0);
        assertEquals(List.of(), written);
        add(lines, 2, "hello\n", 0);
        lines.write(0);
        assertEquals(List.of("0-2: hello"), written);
        assertTrue(lines.isEmpty());
    }

    @Test
    void shouldBeginWithTheLowestRankWhereLinesDiffer() throws IOException {
        MergedLines lines = lines(3);
        add(lines, 2, "b\n", 0);
        add(lines, 1, "a\n", 0);
        add(lines, 0, "b\n", 0);
        lines.write(MergedLines.SETTLE_NANOS);
        assertEquals(List.of("0,2: b"), written);
        lines.writeAll();
        assertEquals(List.of("0,2: b", "1: a"), written);
    }

    @Test
    void shouldLetALineGoFirstThatOthersDoNotHave() throws IOException {
        MergedLines lines = lines(3);
        add(lines, 0, "same\nend\n", 0);
        add(lines, 1, "other\nsame\nend\n", 0);
        add(lines, 2, "same\nend\n", 0);
        lines.write(MergedLines.SETTLE_NANOS);
        assertEquals(List.of("1: other", "0-2: same", "0-2: end"), written);
    }

    @Test
    void shouldWaitAMomentForALineThatOthersAlreadyHave() throws IOException {
        MergedLines lines = lines(3);
        add(lines, 0, "same\n", 10);
        add(lines, 1, "other\n", 10);
        add(lines, 2, "same\n", 10);
        assertEquals(MergedLines.SETTLE_NANOS + 10, lines.due());
        lines.write(MergedLines.SETTLE_NANOS + 9);
        assertEquals(List.of(), written);
        add(lines, 1, "same\n", MergedLines.SETTLE_NANOS + 9);
        lines.write(MergedLines.SETTLE_NANOS + 10);
        assertEquals(List.of("1: other", "0-2: same"), written);
    }

    @Test
    void shouldWaitForItsLikeNotLong() throws IOException {
        MergedLines lines = lines(3);
        add(lines, 0, "a\n", 100);
        add(lines, 1, "b\na\n", 200);
        lines.write(MergedLines.PATIENCE_NANOS + 99);
        assertEquals(List.of(), written);
        assertEquals(MergedLines.PATIENCE_NANOS + 100, lines.due());
        lines.write(MergedLines.PATIENCE_NANOS + 100);
        assertEquals(List.of("0: a"), written);
        lines.write(MergedLines.PATIENCE_NANOS + 200);
        assertEquals(List.of("0: a", "1: b", "1: a"), written);
    }

    @Test
    void shouldNotWaitForARankThatHasEnded() throws IOException {
        MergedLines lines = lines(3);
        lines.leave(2);
        add(lines, 0, "a\n", 0);
        add(lines, 1, "a\n", 0);
        lines.write(0);
        assertEquals(List.of("0-1: a"), written);
        add(lines, 2, "late\n", 0);
        lines.leave(2);
        lines.leave(1);
        lines.leave(0);
        lines.write(0);
        assertEquals(List.of("0-1: a", "2: late"), written);
    }

    @Test
    void shouldEndALineThatHasNoEnd() throws IOException {
        MergedLines lines = lines(2);
        add(lines, 0, "a", 0);
        add(lines, 1, "a\n", 0);
        lines.write(0);
        assertEquals(List.of("0-1: a"), written);
    }

    @Test
    void shouldNotHoldMuch() throws IOException {
        MergedLines lines = lines(2);
        String line = "x".repeat((1 << 20) - 1) + "\n";
        for (int i = 0; i < 6; i++) {
            add(lines, 0, line, 0);
            lines.write(0);
        }
        assertEquals(2, written.size());
    }

    /** No line is lost, made up or out of its rank's order, whatever is written when. */
    @Property(tries = 500)
    void shouldKeepTheLinesOfEachRankInOrder(
            @ForAll @Size(min = 1, max = 5) List<@Size(max = 8) List<@IntRange(min = 0, max = 2) Integer>> output,
            @ForAll("steps") List<Integer> steps)
            throws IOException {
        int size = output.size();
        List<List<String>> seen = new ArrayList<>();
        for (int rank = 0; rank < size; rank++) {
            seen.add(new ArrayList<>());
        }
        MergedLines lines = new MergedLines(
                size,
                (ranks, line) -> ranks.stream().forEach(rank -> seen.get(rank).add(text(line))));
        int[] next = new int[size];
        long now = 0;
        for (int step : steps) {
            int rank = step % size;
            if (next[rank] < output.get(rank).size()) {
                add(lines, rank, output.get(rank).get(next[rank]++) + "\n", now);
            } else {
                lines.leave(rank);
            }
            now += step * (MergedLines.PATIENCE_NANOS / 20);
            lines.write(now);
        }
        lines.writeAll();
        for (int rank = 0; rank < size; rank++) {
            List<String> expected = new ArrayList<>();
            output.get(rank).subList(0, next[rank]).forEach(line -> expected.add(line.toString()));
            assertEquals(expected, seen.get(rank), "lines of rank " + rank);
        }
    }

    @Provide
    Arbitrary<List<Integer>> steps() {
        return Arbitraries.integers().between(0, 9).list().ofMaxSize(60);
    }
}
