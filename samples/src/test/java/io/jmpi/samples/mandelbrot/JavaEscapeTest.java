package io.jmpi.samples.mandelbrot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jmpi.samples.UsageException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaEscapeTest {

    private static final View VIEW = new View(31, 23, -0.75, 0.1, 3, 200);

    @ParameterizedTest
    @CsvSource({"0, 0, 100", "-1, 0, 100", "-2, 0, 100", "0.26, 0, 30", "1, 0, 3", "2, 0, 2", "3, 3, 1"})
    void shouldCountUntilAPointHasEscaped(double x, double y, int expected) {
        assertEquals(expected, JavaEscape.count(x, y, 100));
    }

    @Test
    void shouldCountTheSameRowsHoweverManyRanksShareThem() {
        int[] all = new int[VIEW.width() * VIEW.height()];
        new JavaEscape().count(VIEW, 0, 1, all);
        for (int first = 0; first < 3; first++) {
            int[] some = new int[all.length];
            new JavaEscape().count(VIEW, first, 3, some);
            for (int row = first, next = 0; row < VIEW.height(); row += 3, next++) {
                assertArrayEquals(
                        Arrays.copyOfRange(all, row * VIEW.width(), (row + 1) * VIEW.width()),
                        Arrays.copyOfRange(some, next * VIEW.width(), (next + 1) * VIEW.width()));
            }
        }
    }

    @Test
    void shouldSeeTheSetFromBothSidesAlike() {
        View even = new View(20, 20, -0.75, 0, 3, 100);
        int[] all = new int[400];
        new JavaEscape().count(even, 0, 1, all);
        for (int row = 0; row < 10; row++) {
            assertArrayEquals(
                    Arrays.copyOfRange(all, row * 20, row * 20 + 20),
                    Arrays.copyOfRange(all, (19 - row) * 20, (19 - row) * 20 + 20));
        }
    }

    @Test
    void shouldColourTheSetBlackAndAllElseNot() {
        assertEquals(0, Palette.colour(100, 100));
        for (int count = 1; count < 1000; count++) {
            int colour = Palette.colour(count, 1000);
            assertEquals(colour & 0xFFFFFF, colour);
            assertEquals(true, colour != 0, "count " + count);
        }
    }

    @Test
    void shouldRefuseWhatIsNoPicture() {
        assertThrows(UsageException.class, () -> new View(0, 1, 0, 0, 1, 1).validated());
        assertThrows(UsageException.class, () -> new View(40000, 40000, 0, 0, 1, 1).validated());
        assertThrows(UsageException.class, () -> new View(4, 4, 0, 0, Double.NaN, 1).validated());
        assertThrows(UsageException.class, () -> new View(4, 4, 0, 0, 1, 0).validated());
    }
}
