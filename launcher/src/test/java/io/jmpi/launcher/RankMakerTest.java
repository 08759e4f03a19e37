package io.jmpi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.daemon.program.Program;
import io.jmpi.daemon.supervise.Input;
import io.jmpi.daemon.supervise.RankSpec;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankMakerTest {

    private static final String PATH = System.getenv("PATH");

    @Test
    void shouldGiveEachRankItsProgram() {
        List<RankSpec> ranks = ranks(false, "-n 2 -umask 27 -wdir /usr -bind-to core p1 a : -n 1 p2");
        assertEquals(3, ranks.size());
        Program first = ranks.get(0).program();
        assertEquals(List.of("p1", "a"), first.command());
        assertEquals(new File("/usr"), first.directory());
        assertEquals("27", first.umask());
        assertEquals(first, ranks.get(1).program());
        Program second = ranks.get(2).program();
        assertEquals(List.of("p2"), second.command());
        assertEquals(new File(System.getProperty("user.dir")), second.directory());
        assertNull(second.umask());
        assertEquals(first.binding(), second.binding());
    }

    @Test
    void shouldGiveInputToThoseThatShallHaveIt() {
        assertEquals("STREAM NOTHING NOTHING", inputs(false, "-n 2 a : b"));
        assertEquals("NOTHING NOTHING STREAM", inputs(false, "-s 2 -n 2 a : b"));
        assertEquals("FED NOTHING FED", inputs(false, "-s 0,2 -n 2 a : b"));
        assertEquals("NOTHING NOTHING", inputs(false, "-s none -n 2 a"));
        assertEquals("FED NOTHING", inputs(true, "-n 2 a"));
    }

    @Test
    void shouldLetARankHereInheritWhatItCan() {
        Program program = ranks(false, "-env A b p").get(0).program();
        assertTrue(program.inherits());
        assertEquals(Map.of("A", "b"), program.environment());
        assertNull(program.searchPath());
    }

    @Test
    void shouldFindAProgramThatDoesNotInheritThePath() {
        Program program = ranks(false, "-envnone -env A b p").get(0).program();
        assertFalse(program.inherits());
        assertEquals(Map.of("A", "b"), program.environment());
        assertEquals(PATH, program.searchPath());
        assertEquals(
                "/x:/y:" + PATH, ranks(false, "-path /x:/y p").get(0).program().searchPath());
        assertEquals(
                "/x:/z",
                ranks(false, "-path /x -env PATH /z p").get(0).program().searchPath());
    }

    @Test
    void shouldSendTheWholeEnvironmentElsewhere() {
        Program program = ranks(true, "-env A b -wdir /no/such/place p").get(0).program();
        assertFalse(program.inherits());
        assertEquals("b", program.environment().get("A"));
        assertEquals(PATH, program.environment().get("PATH"));
        assertEquals(new File("/no/such/place"), program.directory());
        assertThrows(UsageException.class, () -> ranks(false, "-wdir /no/such/place p"));
    }

    private static String inputs(boolean elsewhere, String line) {
        StringBuilder inputs = new StringBuilder();
        for (RankSpec rank : ranks(elsewhere, line)) {
            Input input = rank.input();
            inputs.append(inputs.length() == 0 ? "" : " ").append(input);
        }
        return inputs.toString();
    }

    private static List<RankSpec> ranks(boolean elsewhere, String line) {
        return new RankMaker(Options.parse(line.split(" "), null), elsewhere).ranks();
    }
}
