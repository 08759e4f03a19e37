package io.jmpi.samples.nbody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.samples.Partition;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BodiesTest {

    private final JavaAttraction attraction = new JavaAttraction();

    @Test
    void shouldMakeTheSameBodiesForAnyNumberOfRanks() {
        Bodies alone = new Bodies(new Partition(10, 1), 0, 5);
        Bodies third = new Bodies(new Partition(10, 3), 2, 5);
        assertArrayEquals(alone.places, third.places);
        assertArrayEquals(Arrays.copyOfRange(alone.speeds, 21, 30), third.speeds);
    }

    @Test
    void shouldPullTwoBodiesTowardsEachOtherByNewton() {
        Bodies two = twoBodies();
        double[] pulls = pulls(two);
        double distance = Math.sqrt(4 + Bodies.SOFTENING * Bodies.SOFTENING);
        assertEquals(0.5 * 2 / Math.pow(distance, 3), pulls[0], 1e-15);
        assertEquals(-pulls[0], pulls[4], 1e-15);
        assertEquals(0, pulls[1]);
        assertEquals(-0.5 / distance, pulls[3], 1e-13);
        // All of it is potential: - m * m / distance.
        assertEquals(-0.25 / distance, two.energy(pulls), 1e-13);
    }

    @Test
    void shouldPullTheWholeNowhere() {
        Bodies bodies = new Bodies(new Partition(50, 1), 0, 1);
        double[] pulls = pulls(bodies);
        for (int i = 0; i < Bodies.DIMENSIONS; i++) {
            double sum = 0;
            for (int body = 0; body < bodies.own; body++) {
                sum += pulls[Attraction.NUMBERS * body + i];
            }
            assertEquals(0, sum, 1e-11);
        }
    }

    @Test
    void shouldComputeThePullsOfARanksBodiesOnly() {
        double[] all = pulls(new Bodies(new Partition(10, 1), 0, 5));
        double[] second = pulls(new Bodies(new Partition(10, 3), 1, 5));
        assertArrayEquals(Arrays.copyOfRange(all, 16, 28), second);
    }

    @Test
    void shouldKeepTheEnergy() {
        Bodies bodies = new Bodies(new Partition(30, 1), 0, 2);
        double[] pulls = pulls(bodies);
        double before = bodies.energy(pulls);
        for (int i = 0; i < 100; i++) {
            bodies.accelerate(pulls, 0.005);
            bodies.move(0.01);
            attraction.compute(bodies, pulls);
            bodies.accelerate(pulls, 0.005);
        }
        double drift = Math.abs(bodies.energy(pulls) / before - 1);
        assertTrue(drift < 1e-2 && drift > 0, "drift " + drift);
    }

    private double[] pulls(Bodies bodies) {
        double[] pulls = new double[Attraction.NUMBERS * bodies.own];
        attraction.compute(bodies, pulls);
        return pulls;
    }

    private static Bodies twoBodies() {
        Bodies two = new Bodies(new Partition(2, 1), 0, 1);
        Arrays.fill(two.places, 0);
        Arrays.fill(two.speeds, 0);
        two.places[0] = -1;
        two.places[3] = 1;
        return two;
    }
}
