package io.jmpi.samples.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.collectives.Collective;
import io.jmpi.collectives.Tuning;
import io.jmpi.samples.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TuningReportTest {

    private static final int[] EIGHT = {8};

    @Test
    void shouldShowTheRowThatIsTaken() {
        String text = new TuningReport(100, 100, false).text(List.of("bcast"), new int[] {8, 1 << 20});
        List<String> lines = text.lines().toList();
        assertEquals("100 ranks on 100 nodes", lines.get(0));
        assertTrue(lines.get(1).matches(" +bytes  collective +ranks .*"), text);
        assertTrue(lines.get(2).matches(" +8  bcast +any +<= 8192 +-  +binomial +.*"), text);
        assertTrue(lines.get(3).matches(" +1048576  bcast +any +<= 4194304 +-  +scatter doubling +.*"), text);
        assertEquals(4, lines.size());
    }

    @Test
    void shouldShowWhatIsDoneInCommon() {
        String text = new TuningReport(8, 1, false).text(List.of("allReduce"), new int[] {8, 1 << 20});
        List<String> lines = text.lines().toList();
        assertTrue(lines.get(2).matches(" +8  allReduce +any +any +commons +in common +.*"), text);
        assertTrue(lines.get(3).matches(" +8  allReduce .* doubling .*; if not in blocking calls"), text);
        assertTrue(lines.get(4).matches(" +1048576  allReduce +any +any +commons +in common +.*"), text);
        assertTrue(lines.get(5).matches(" +1048576  allReduce .* rabenseifner .*"), text);
        assertEquals(6, lines.size());
    }

    @Test
    void shouldShowEveryCollective() {
        String text = new TuningReport(4, 1, false).text(List.of(), EIGHT);
        for (Collective collective : Collective.values()) {
            assertTrue(text.lines().anyMatch(line -> line.matches(" +\\d  " + collective + " .*")), text);
        }
        assertTrue(Tuning.table().toString().lines().count() > Collective.values().length);
    }

    @Test
    void shouldShowTheFormsOfTwoLevels() {
        assertTrue(
                new TuningReport(4, 2, false).text(List.of("allreduce"), EIGHT).contains("two level"));
        assertTrue(
                new TuningReport(8, 2, false).text(List.of("allreduce"), EIGHT).contains("common levels"));
        assertTrue(
                new TuningReport(8, 1, true).text(List.of("allreduce"), EIGHT).contains("two level"));
        assertTrue(
                new TuningReport(8, 8, true).text(List.of("allreduce"), EIGHT).contains("doubling"));
    }

    @Test
    void shouldSayWhatAnOperationThatDoesNotCommuteGets() {
        String text = new TuningReport(8, 1, false).text(List.of("reduce"), new int[] {1 << 20});
        assertTrue(text.contains("rabenseifner"), text);
        assertTrue(text.endsWith("binomial          keeps rank order; if it does not commute"), text);
    }

    @Test
    void shouldCountTheWholeResultOfAnAllGather() {
        String text = new TuningReport(100, 1, false).text(List.of("allGather"), new int[] {8_000, 16_000});
        assertTrue(text.contains("bruck") && text.contains("neighbor exchange"), text);
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        assertThrows(UsageException.class, () -> new TuningReport(0, 1, false));
        assertThrows(UsageException.class, () -> new TuningReport(4, 5, false));
        TuningReport report = new TuningReport(4, 1, false);
        assertThrows(UsageException.class, () -> report.text(List.of("latency"), EIGHT));
        assertThrows(UsageException.class, () -> report.text(List.of(), new int[] {-1}));
    }
}
