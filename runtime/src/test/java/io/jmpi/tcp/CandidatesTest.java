package io.jmpi.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidatesTest {

    private final List<String> unknown = new ArrayList<>();

    private List<String> of(boolean here, String... addresses) {
        List<String> found = new ArrayList<>();
        for (InetSocketAddress candidate : Candidates.of(List.of(addresses), here, 4711, unknown)) {
            assertEquals(4711, candidate.getPort());
            found.add(candidate.getAddress().getHostAddress());
        }
        return found;
    }

    @Test
    void shouldKeepTheOrderAndDropRepetitions() {
        assertEquals(
                List.of("10.0.0.2", "fd00:0:0:0:0:0:0:2", "172.17.0.1"),
                of(false, "10.0.0.2", "fd00::2", "172.17.0.1", "10.0.0.2"));
        assertEquals(List.of(), unknown);
    }

    @Test
    void shouldTryTheLoopbackFirstOnThisHost() {
        List<String> found = of(true, "10.0.0.2");
        assertEquals(List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "10.0.0.2"), found);
    }

    @Test
    void shouldNotCallItselfInsteadOfAnotherHost() {
        assertEquals(List.of("10.0.0.2"), of(false, "10.0.0.2", "127.0.0.1", "::1"));
        assertEquals(List.of("127.0.0.1"), of(false, "127.0.0.1"));
    }

    @Test
    void shouldKeepNamesThatLeadNowhereForTheReport() {
        assertEquals(List.of("127.0.0.1"), of(false, "no-such-host.invalid", "127.0.0.1"));
        assertEquals(List.of("no-such-host.invalid"), unknown);
    }

    @Test
    void shouldLeaveOutWhatIsNoAddressOfAHost() {
        assertFalse(of(false, "0.0.0.0", "::", "10.0.0.3").contains("0.0.0.0"));
        assertEquals(List.of("10.0.0.3"), of(false, "0.0.0.0", "::", "10.0.0.3"));
    }
}
