package io.jmpi.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobEnvironmentTest {

    private static final JobEnvironment THIRD = new JobEnvironment(3, 16, 1, 4, 2, "job-1", "/proc/1/fd/5");

    private static Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        THIRD.into(variables);
        return variables;
    }

    @Test
    void shouldReadWhatItWrote() {
        assertEquals(THIRD, JobEnvironment.of(variables()));
    }

    @Test
    void shouldBeNobodyWithoutALauncher() {
        assertNull(JobEnvironment.of(Map.of("PATH", "/bin")));
    }

    @Test
    void shouldNameTheVariableThatIsMissing() {
        Map<String, String> variables = variables();
        variables.remove(JobEnvironment.SIZE);
        assertMessage(variables, "JMPI_SIZE is not set although JMPI_SEGMENT is; start the program with jmpiexec");
    }

    @Test
    void shouldNameTheVariableThatIsOutOfRange() {
        Map<String, String> variables = variables();
        variables.put(JobEnvironment.RANK, "16");
        assertMessage(variables, "JMPI_RANK=16 is not a number in 0..15; start the program with jmpiexec");
    }

    @Test
    void shouldNameTheVariableThatIsNoNumber() {
        Map<String, String> variables = variables();
        variables.put(JobEnvironment.LOCAL_SIZE, "all");
        assertMessage(variables, "JMPI_LOCAL_SIZE=all is not a number in 1..16; start the program with jmpiexec");
    }

    private static void assertMessage(Map<String, String> variables, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> JobEnvironment.of(variables))
                        .getMessage());
    }
}
