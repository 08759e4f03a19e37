package io.jmpi.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpSettingsTest {

    @Test
    void shouldHaveDefaults() {
        assertEquals(new TcpSettings(0, 0, 20, false), TcpSettings.of(Map.of()));
    }

    @Test
    void shouldReadWhatIsChosen() {
        Map<String, String> env = Map.of("JMPI_PORT_RANGE", "50000-50100", "JMPI_PEER_TIMEOUT", "5", "JMPI_TLS", "1");
        assertEquals(new TcpSettings(50_000, 50_100, 5, true), TcpSettings.of(env));
        assertEquals(
                new TcpSettings(4000, 4000, 20, false),
                TcpSettings.of(Map.of("JMPI_PORT_RANGE", "4000", "JMPI_TLS", "0")));
    }

    @ParameterizedTest
    @CsvSource({
        "JMPI_PORT_RANGE, 5-4, 'a range of ports, as in 50000-50100'",
        "JMPI_PORT_RANGE, 0-10, 'a range of ports, as in 50000-50100'",
        "JMPI_PORT_RANGE, 60000-70000, 'a range of ports, as in 50000-50100'",
        "JMPI_PORT_RANGE, some, 'a range of ports, as in 50000-50100'",
        "JMPI_PEER_TIMEOUT, 1, 'a number of seconds in 2..86400'",
        "JMPI_PEER_TIMEOUT, soon, 'a number of seconds in 2..86400'",
        "JMPI_TLS, yes, '0 or 1'"
    })
    void shouldSayWhatMakesNoSense(String name, String value, String wanted) {
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> TcpSettings.of(Map.of(name, value)));
        assertEquals(name + "=" + value + " is not " + wanted, error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "5", "20", "600"})
    void shouldGiveUpWithinTheTimeGiven(int seconds) {
        int silence = KeepAlive.interval(seconds);
        int probes = KeepAlive.probes(seconds) * KeepAlive.interval(seconds);
        assertEquals(true, silence + probes <= seconds, silence + " + " + probes);
    }
}
