package io.jmpi.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command, as its user sees it. */
class SimulateTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String line) {
        return Simulate.run(
                line.isEmpty() ? new String[0] : line.split(" "),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldPrintATimeForEachAlgorithm() {
        assertEquals(0, run("--ranks 2,16 --network 4,1,1,0 --reduce 0.25 --copy 0 allReduce 8"));
        assertEquals("""
                allReduce of 8 bytes, us on so many ranks
                                               2             16
                doubling                     8.0*          32.0*
                rabenseifner                14.0           56.0
                ring                        14.0          210.0
                reduce then bcast           14.0           56.0
                two level                      -              -
                """, out());
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void shouldTakeValuesAfterAnEqualsSign() {
        assertEquals(0, run("--ranks=3 --per-node=3 --node=1,1,1,1 --element=4 bcast 4"));
        assertTrue(out().contains("6.0"), out()); // one after the other: 1 + 3 and L + o
    }

    @Test
    void shouldNeedNoBytesForABarrier() {
        assertEquals(0, run("--ranks 8 --per-node 4 barrier"));
        assertTrue(out().startsWith("barrier of 0 bytes"), out());
        assertTrue(out().lines().anyMatch(line -> line.matches("two level +\\d+\\.\\d\\*")), out());
    }

    @Test
    void shouldKnowEveryCollective() {
        for (Collective collective : Collective.values()) {
            assertEquals(0, run("--ranks 1,2,5 " + collective + " 1000"), collective.toString());
        }
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void shouldHelp() {
        assertEquals(0, run("--help"));
        assertTrue(out().startsWith("Usage: java -cp jmpi-collectives.jar io.jmpi.collectives.Simulate "), out());
        assertTrue(out().contains("reduceScatter scan exScan"), out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                        | no collective named; there are: barrier bcast
            nonsense 8                | no such collective: nonsense; there are: barrier bcast
            bcast                     | how many bytes? bcast 8
            bcast many                | not a whole number: BYTES many
            bcast -8                  | BYTES -8 is not in 0..274877906944
            bcast 8 9                 | too many arguments: 9
            --ranks bcast 8           | not a whole number: --ranks bcast
            --ranks 0 bcast 8         | --ranks 0 is not in 1..1000000
            --ranks 2,,3 bcast 8      | not a whole number: --ranks
            --ranks 1000001 bcast 8   | --ranks 1000001 is not in 1..1000000
            --per-node 0 bcast 8      | --per-node 0 is not in 1..1000000
            --element 3 bcast 8       | 8 bytes are not whole elements: --element 3
            --network 1,2,3 bcast 8   | four times are L,o,g,G: --network 1,2,3
            --node 1,2,3,x bcast 8    | not a number: --node x
            --copy -1 bcast 8         | a time is 0 or more microseconds: --copy=-1.0
            --reduce NaN bcast 8      | a time is 0 or more microseconds: --reduce=NaN
            --nonsense 1 bcast 8      | no such option: --nonsense
            bcast 8 --ranks           | no value: --ranks
            """)
    void shouldSayWhatIsWrong(String line, String message) {
        assertEquals(2, run(line));
        String text = err.toString(StandardCharsets.UTF_8);
        assertTrue(text.startsWith("simulate: " + message), text);
        assertTrue(text.endsWith("; try --help" + System.lineSeparator()), text);
        assertEquals("", out());
    }
}
