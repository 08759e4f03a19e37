package io.jmpi.samples.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.samples.UsageException;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTextTest {

    private static final Shape SHAPE = new Shape(1000, 1000, 1000);
    private static final Row NAIVE = Row.made(Way.NAIVE, "three loops", Times.of(0, 0, 0, 0, 4, 0), 0.1);
    private static final Row MPI = Row.made(Way.MPI, "2 ranks", Times.of(0.01, 0.02, 0.02, 0, 0.45, 0), 0.2);
    private static final Row MISSING = Row.missing(Way.BLAS, "there is none; remedy");

    @Test
    void shouldShowEachRowBesideTheTalk() {
        assertEquals("""
                                             time  GFLOP/s speed-up  moving   in the talk
                naive       three loops   4.000 s      0.5      1.0     0 %   20 s 1 CPU
                blas        not here: there is none; remedy
                mpi         2 ranks       0.500 s      4.0      8.0    10 %   2.07 s MPI on 4 CPUs; 8 s 4 local + 4 remote
                """, new TableText(SHAPE, List.of(NAIVE, MISSING, MPI)).lines());
    }

    @Test
    void shouldCompareToTheFirstThatWorks() {
        TableText text = new TableText(SHAPE, List.of(MISSING, MPI));
        assertTrue(text.lines().contains("0.500 s      4.0      1.0"), text.lines());
        assertTrue(text.footing(7).startsWith("speed-up: over mpi;"), text.footing(7));
        assertTrue(text.footing(7).contains("7 rounds; largest error 2.0e-01"), text.footing(7));
    }

    @Test
    void shouldSayThatAProductIsWrong() {
        Row wrong = Row.made(Way.MPI, "2 ranks", Times.of(0, 0, 0, 0, 1, 0), Double.POSITIVE_INFINITY);
        TableText text = new TableText(SHAPE, List.of(NAIVE, wrong));
        assertTrue(text.lines().contains("WRONG, by Infinity tolerances"), text.lines());
        assertTrue(!text.footing(7).contains("verified"), text.footing(7));
    }

    @Test
    void shouldDrawLongerBarsForLongerTimes() {
        BufferedImage image = new Plot("title", List.of(NAIVE, MISSING, MPI)).draw();
        int naive = longestRunOf(image, 0x1F6FEB);
        int talk = longestRunOf(image, 0xB8C4D0);
        assertTrue(naive > 300, "the bar of 4 s is " + naive);
        assertTrue(talk > naive, "the bar of 20 s is " + talk);
        assertNotEquals(0, longestRunOf(new Plot("nothing works", List.of(MISSING)).draw(), 0xB8C4D0));
    }

    @Test
    void shouldFindWaysByName() {
        for (Way way : Way.values()) {
            assertEquals(way, Way.named(way.toString()));
        }
        String message =
                assertThrows(UsageException.class, () -> Way.named("gpu")).getMessage();
        assertTrue(message.startsWith("no such way to multiply: gpu; there are: naive, blas, threads, mpi"), message);
    }

    private static int longestRunOf(BufferedImage image, int colour) {
        int longest = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            int run = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                run = (image.getRGB(x, y) & 0xFFFFFF) == colour ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        return longest;
    }
}
