package io.jmpi.samples.nbody;

import io.jmpi.samples.Partition;
import java.util.SplittableRandom;

/**
 * Bodies of one mass each, 1 / N, where the constant of gravity is 1. Every rank knows where all of them are, and how fast
 * its own ones.
 *
 * <p>Attraction is softened: at a distance r it is that of sqrt(r^2 + softening^2), so that no two can fling each other
 * out of the reach of a step.
 */
final class Bodies {

    /** Coordinates of a place, one after the other in an array of places. */
    static final int DIMENSIONS = 3;

    static final double SOFTENING = 0.05;

    final int count;
    final int first;
    final int own;

    /** Of all bodies. */
    final double[] places;

    /** Of this rank's. */
    final double[] speeds;

    /** A rank's part. Equal seeds make equal bodies, whatever the number of ranks. */
    Bodies(Partition partition, int rank, long seed) {
        this.count = partition.things();
        this.first = partition.first(rank);
        this.own = partition.count(rank);
        this.places = new double[DIMENSIONS * count];
        this.speeds = new double[DIMENSIONS * own];
        SplittableRandom random = new SplittableRandom(seed);
        double[] place = new double[DIMENSIONS];
        for (int body = 0; body < count; body++) {
            pointInBall(random, place);
            System.arraycopy(place, 0, places, DIMENSIONS * body, DIMENSIONS);
            if (body >= first && body < first + own) {
                turn(place, DIMENSIONS * (body - first));
            }
        }
    }

    private static void pointInBall(SplittableRandom random, double[] place) {
        double square;
        do {
            square = 0;
            for (int i = 0; i < DIMENSIONS; i++) {
                place[i] = 2 * random.nextDouble() - 1;
                square += place[i] * place[i];
            }
        } while (square > 1);
    }

    /** Round the third axis, at half the speed that would keep the ball from falling together. */
    private void turn(double[] place, int at) {
        speeds[at] = -place[1] / 2;
        speeds[at + 1] = place[0] / 2;
    }

    /** Pulls at this rank's bodies for a while. */
    void accelerate(double[] pulls, double seconds) {
        for (int body = 0; body < own; body++) {
            for (int i = 0; i < DIMENSIONS; i++) {
                speeds[DIMENSIONS * body + i] += pulls[Attraction.NUMBERS * body + i] * seconds;
            }
        }
    }

    /** Moves this rank's bodies. */
    void move(double seconds) {
        for (int i = 0; i < speeds.length; i++) {
            places[DIMENSIONS * first + i] += speeds[i] * seconds;
        }
    }

    /**
     * What this rank's bodies contribute to the energy of all; the sum over ranks stays about what it is.
     *
     * @param pulls on this rank's bodies where they are
     */
    double energy(double[] pulls) {
        double kinetic = 0;
        double potential = 0;
        for (int body = 0; body < own; body++) {
            for (int i = 0; i < DIMENSIONS; i++) {
                double speed = speeds[DIMENSIONS * body + i];
                kinetic += speed * speed;
            }
            potential += pulls[Attraction.NUMBERS * body + DIMENSIONS];
        }
        // Each pair is met twice.
        return (kinetic + potential) / 2 / count;
    }
}
