package io.jmpi.samples.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jmpi.samples.UsageException;
import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void shouldCountOperations() {
        assertEquals(6.4e10, new Shape(4000, 2000, 4000).validated().operations());
    }

    @Test
    void shouldRefuseWhatDoesNotFitIntoABuffer() {
        assertMessage(
                "B (65536x4096) has 268435456 elements; a direct buffer holds at most 268435455 doubles",
                new Shape(1, 65536, 4096));
        assertMessage(
                "A (2147483647x1) has 2147483647 elements; a direct buffer holds at most 268435455 doubles",
                new Shape(1, 1, Integer.MAX_VALUE).withRows(Integer.MAX_VALUE));
    }

    @Test
    void shouldRefuseEmptyMatrices() {
        assertMessage("sizes must be at least 1: --rows=0 --inner=2 --columns=3", new Shape(0, 2, 3));
    }

    private static void assertMessage(String expected, Shape shape) {
        assertEquals(
                expected, assertThrows(UsageException.class, shape::validated).getMessage());
    }
}
