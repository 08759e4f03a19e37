package io.jmpi.samples.nbody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.samples.Partition;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BodiesTest {

    private static final int NUMBERS = 4;

    @Test
    void shouldStartAlikeForAnyNumberOfRanks() {
        Start alone = new Start(new Partition(10, 1), 0, 5);
        Start third = new Start(new Partition(10, 3), 2, 5);
        assertArrayEquals(alone.places(), third.places());
        assertArrayEquals(Arrays.copyOfRange(alone.speeds(), 21, 30), third.speeds());
        assertEquals(0, new Start(new Partition(2, 3), 2, 5).own());
    }

    @Test
    void shouldPullTwoBodiesTowardsEachOtherByNewton() {
        Start start = new Start(new Partition(2, 1), 0, 1);
        double[] places = start.places();
        double square = Bodies.SOFTENING * Bodies.SOFTENING;
        for (int i = 0; i < Bodies.DIMENSIONS; i++) {
            square += Math.pow(places[3 + i] - places[i], 2);
        }
        JavaBodies two = pulled(start);
        for (int i = 0; i < Bodies.DIMENSIONS; i++) {
            double expected = 0.5 * (places[3 + i] - places[i]) / Math.pow(square, 1.5);
            assertEquals(expected, two.pulls()[i], 1e-14);
            assertEquals(-expected, two.pulls()[NUMBERS + i], 1e-14);
        }
        assertEquals(-0.5 / Math.sqrt(square), two.pulls()[3], 1e-13);
        double kinetic = 0;
        for (double speed : start.speeds()) {
            kinetic += speed * speed / 4;
        }
        assertEquals(kinetic - 0.25 / Math.sqrt(square), two.energy(), 1e-13);
    }

    @Test
    void shouldPullTheWholeNowhere() {
        double[] pulls = pulled(new Start(new Partition(50, 1), 0, 1)).pulls();
        for (int i = 0; i < Bodies.DIMENSIONS; i++) {
            double sum = 0;
            for (int body = 0; body < 50; body++) {
                sum += pulls[NUMBERS * body + i];
            }
            assertEquals(0, sum, 1e-11);
        }
    }

    @Test
    void shouldPullAtARanksBodiesOnly() {
        double[] all = pulled(new Start(new Partition(10, 1), 0, 5)).pulls();
        double[] second = pulled(new Start(new Partition(10, 3), 1, 5)).pulls();
        assertArrayEquals(Arrays.copyOfRange(all, 16, 28), second);
    }

    @Test
    void shouldKeepTheEnergy() {
        JavaBodies bodies = pulled(new Start(new Partition(30, 1), 0, 2));
        double before = bodies.energy();
        for (int i = 0; i < 100; i++) {
            bodies.accelerate(0.005);
            bodies.move(0.01);
            bodies.pull();
            bodies.accelerate(0.005);
        }
        double drift = Math.abs(bodies.energy() / before - 1);
        assertTrue(drift < 1e-2 && drift > 0, "drift " + drift);
    }

    private static JavaBodies pulled(Start start) {
        JavaBodies bodies = new JavaBodies(start);
        bodies.pull();
        return bodies;
    }
}
