package io.jmpi.samples.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void shouldAlign() {
        String heading = Table.heading("latency, one way, us", List.of(BufferKind.values()));
        assertEquals("""
                latency, one way, us
                     bytes    array best      median   direct best      median""", heading);
        assertEquals(
                "   4194304          0.12        12.3           123       12346",
                Table.line(1 << 22, new double[] {0.1234, 12.345, 123.45, 12345.6}));
    }
}
