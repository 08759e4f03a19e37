package mpi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every signature of the original's API is here, but for windows, files and dynamic processes. What is missing or differs all
 * the same is listed in files of their own, and nothing else may: whoever adds something strikes it off.
 */
class ApiCoverageTest {

    @Test
    void shouldMissNothingButWhatIsListed() throws IOException {
        assertSignatures("api-missing.txt", ApiSignature.Presence.MISSING);
    }

    /** Source of the original compiles against these; its class files do not link to them. */
    @Test
    void shouldTakeMoreThanTheOriginalOnlyWhereItIsListed() throws IOException {
        assertSignatures("api-wider.txt", ApiSignature.Presence.WIDER);
    }

    private static void assertSignatures(String list, ApiSignature.Presence presence) throws IOException {
        List<String> listed = lines(list);
        List<String> found = lines("api-signatures.txt").stream()
                .filter(line -> ApiSignature.parse(line).presence() == presence)
                .filter(line -> !listed.contains(line))
                .toList();
        assertEquals(List.of(), found, presence + ", but not in " + list);
    }

    private static List<String> lines(String resource) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(ApiCoverageTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
