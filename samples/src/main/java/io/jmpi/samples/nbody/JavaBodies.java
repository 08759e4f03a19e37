package io.jmpi.samples.nbody;

import mpi.Intracomm;
import mpi.MPI;

/** Bodies in arrays of Java; each of a rank's meets all, in one thread. */
final class JavaBodies implements Bodies {

    /** Numbers of a pull: the acceleration, then the potential. */
    private static final int NUMBERS = DIMENSIONS + 1;

    private final int count;
    private final int first;
    private final int own;
    private final int[] counts;
    private final int[] displacements;
    private final double[] places;
    private final double[] speeds;
    private final double[] pulls;

    JavaBodies(Start start) {
        this.count = start.count();
        this.first = start.first();
        this.own = start.own();
        this.counts = start.partition().counts(DIMENSIONS);
        this.displacements = start.partition().displacements(DIMENSIONS);
        this.places = start.places();
        this.speeds = start.speeds();
        this.pulls = new double[NUMBERS * own];
    }

    @Override
    public void share(Intracomm world) {
        world.allGatherv(places, counts, displacements, MPI.DOUBLE);
    }

    @Override
    public void pull() {
        for (int body = 0; body < own; body++) {
            pull(body);
        }
    }

    /** A body does not pull at itself, its distance being 0 in all directions, but it would add to its potential. */
    private void pull(int body) {
        int at = DIMENSIONS * (first + body);
        double x = places[at];
        double y = places[at + 1];
        double z = places[at + 2];
        double ax = 0;
        double ay = 0;
        double az = 0;
        double potential = 1 / SOFTENING;
        for (int i = 0; i < places.length; i += DIMENSIONS) {
            double dx = places[i] - x;
            double dy = places[i + 1] - y;
            double dz = places[i + 2] - z;
            double inverse = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz + SOFTENING * SOFTENING);
            double strength = inverse * inverse * inverse;
            ax += dx * strength;
            ay += dy * strength;
            az += dz * strength;
            potential -= inverse;
        }
        pulls[NUMBERS * body] = ax / count;
        pulls[NUMBERS * body + 1] = ay / count;
        pulls[NUMBERS * body + 2] = az / count;
        pulls[NUMBERS * body + 3] = potential / count;
    }

    /** The pulls, for tests. */
    double[] pulls() {
        return pulls;
    }

    @Override
    public void accelerate(double seconds) {
        for (int i = 0; i < speeds.length; i++) {
            speeds[i] += pulls[i / DIMENSIONS * NUMBERS + i % DIMENSIONS] * seconds;
        }
    }

    @Override
    public void move(double seconds) {
        for (int i = 0; i < speeds.length; i++) {
            places[DIMENSIONS * first + i] += speeds[i] * seconds;
        }
    }

    @Override
    public double energy() {
        return Bodies.energy(speeds, pulls, count);
    }
}
