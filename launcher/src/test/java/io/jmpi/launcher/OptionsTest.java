package io.jmpi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void shouldStartOneRankUnlessTold() {
        Options options = parse("prog");
        assertEquals(1, options.ranks());
        assertNull(options.directory());
        assertEquals(List.of("prog"), options.command());
        assertFalse(options.label());
        assertEquals(0, options.timeoutMillis());
    }

    @Test
    void shouldReadWhatUsersOfOtherLaunchersType() {
        Options options = parse(
                "--allow-run-as-root",
                "--oversubscribe",
                "-np",
                "4",
                "-wdir",
                "/tmp",
                "-env",
                "A",
                "-n",
                "-genv",
                "B",
                "",
                "-x",
                "C=c=d",
                "-x",
                "D",
                "-l",
                "-timeout",
                "3",
                "-v",
                "prog",
                "-n",
                "7",
                "--help");
        assertEquals(4, options.ranks());
        assertEquals("/tmp", options.directory());
        assertEquals(Map.of("A", "-n", "B", "", "C", "c=d"), options.environment());
        assertTrue(options.label());
        assertTrue(options.verbose());
        assertEquals(3000, options.timeoutMillis());
        assertEquals(List.of("prog", "-n", "7", "--help"), options.command());
    }

    @Test
    void shouldReadValuesBehindAnEqualsSign() {
        Options options = parse("--timeout=7", "--wdir=/a=b", "prog");
        assertEquals(7000, options.timeoutMillis());
        assertEquals("/a=b", options.directory());
    }

    @Test
    void shouldEndTheOptionsAtTwoDashes() {
        assertEquals(
                List.of("-prog", "--"), parse("-n", "2", "--", "-prog", "--").command());
    }

    @Test
    void shouldTakeTheTimeFromTheVariable() {
        assertEquals(5000, Options.parse(new String[] {"prog"}, "5").timeoutMillis());
        assertEquals(
                2000, Options.parse(new String[] {"-timeout", "2", "prog"}, "5").timeoutMillis());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-foo prog    | unknown option -foo; jmpiexec --help lists the options",
                "--label=x a  | unknown option --label=x; jmpiexec --help lists the options",
                "-v=x a       | unknown option -v=x; jmpiexec --help lists the options",
                "-            | unknown option -; jmpiexec --help lists the options",
                "-n           | option -n needs RANKS; jmpiexec --help lists the options",
                "-env A       | option -env needs NAME VALUE; jmpiexec --help lists the options",
                "-n x prog    | -n x: give a whole number in 1..1048576",
                "-n 0 prog    | -n 0: give a whole number in 1..1048576",
                "-np 2.5 prog | -np 2.5: give a whole number in 1..1048576",
                "-n 99999999999 prog | -n 99999999999: give a whole number in 1..1048576",
                "-timeout soon prog  | -timeout soon: give a whole number in 0..2147483647",
                "-x =a prog   | option -x: '' cannot be the name of a variable",
                "-n 2         | no program given; usage: jmpiexec -n RANKS PROGRAM [ARGUMENT...]",
            })
    void shouldSayInOneLineWhatIsWrong(String line, String message) {
        UsageException e = assertThrows(UsageException.class, () -> parse(line.split(" ")));
        assertEquals(message, e.getMessage());
    }

    @Test
    void shouldNameTheVariableWithABadNumber() {
        UsageException e = assertThrows(UsageException.class, () -> Options.parse(new String[] {"prog"}, "never"));
        assertEquals("MPIEXEC_TIMEOUT never: give a whole number in 0..2147483647", e.getMessage());
    }

    @Test
    void shouldDescribeEveryOptionInALineOfATerminal() {
        for (String line : Option.help().split("\n")) {
            assertTrue(line.length() <= 100, line);
        }
        assertTrue(Option.help().contains("-n, -np RANKS"), Option.help());
    }

    private static Options parse(String... args) {
        return Options.parse(args, null);
    }
}
