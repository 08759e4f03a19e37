package io.jmpi.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PiTest {

    @Test
    void shouldBeTheSumOfItsParts() {
        double sum = 0;
        for (int rank = 0; rank < 3; rank++) {
            sum += Pi.integrate(rank, 3, 10_000);
        }
        assertEquals(Math.PI, sum, 1e-9);
        assertEquals(Math.PI, Pi.integrate(0, 1, 10_000), 1e-9);
    }
}
