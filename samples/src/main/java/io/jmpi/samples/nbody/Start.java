package io.jmpi.samples.nbody;

import io.jmpi.samples.Partition;
import java.util.SplittableRandom;

/**
 * Where bodies are at first: in a ball of radius 1 that turns, half as fast as would keep it from falling together. Equal
 * seeds make equal bodies, whatever the number of ranks.
 */
final class Start {

    private final Partition partition;
    private final int rank;
    private final double[] places;
    private final double[] speeds;

    /** As a rank sees it. */
    Start(Partition partition, int rank, long seed) {
        this.partition = partition;
        this.rank = rank;
        this.places = new double[Bodies.DIMENSIONS * partition.things()];
        this.speeds = new double[Bodies.DIMENSIONS * own()];
        SplittableRandom random = new SplittableRandom(seed);
        double[] place = new double[Bodies.DIMENSIONS];
        for (int body = 0; body < partition.things(); body++) {
            pointInBall(random, place);
            System.arraycopy(place, 0, places, Bodies.DIMENSIONS * body, Bodies.DIMENSIONS);
        }
        for (int i = 0; i < speeds.length; i += Bodies.DIMENSIONS) {
            int at = Bodies.DIMENSIONS * first() + i;
            speeds[i] = -places[at + 1] / 2;
            speeds[i + 1] = places[at] / 2;
        }
    }

    private static void pointInBall(SplittableRandom random, double[] place) {
        double square;
        do {
            square = 0;
            for (int i = 0; i < place.length; i++) {
                place[i] = 2 * random.nextDouble() - 1;
                square += place[i] * place[i];
            }
        } while (square > 1);
    }

    Partition partition() {
        return partition;
    }

    /** How many bodies there are. */
    int count() {
        return partition.things();
    }

    /** The first of this rank's. */
    int first() {
        return partition.first(rank);
    }

    /** How many are this rank's. */
    int own() {
        return partition.count(rank);
    }

    /** Of all bodies; the caller's to change. */
    double[] places() {
        return places.clone();
    }

    /** Of this rank's bodies; the caller's to change. */
    double[] speeds() {
        return speeds.clone();
    }
}
