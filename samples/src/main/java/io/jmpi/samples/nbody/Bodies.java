package io.jmpi.samples.nbody;

import mpi.Intracomm;

/**
 * Bodies of one mass each, 1 / N, where the constant of gravity is 1. A rank has all places, and the speeds of its own
 * bodies: those it moves.
 *
 * <p>Attraction is softened: at a distance r it is that of sqrt(r^2 + softening^2), so that no two can fling each other
 * out of the reach of a step.
 */
interface Bodies extends AutoCloseable {

    /** Coordinates of a place. */
    int DIMENSIONS = 3;

    double SOFTENING = 0.05;

    /** Tells every rank where this rank's bodies are. Every rank calls it. */
    void share(Intracomm world);

    /** Computes how all bodies pull at each of this rank's, where they are now. */
    void pull();

    /** Lets this rank's bodies give in to the pull for a while. */
    void accelerate(double seconds);

    /** Moves this rank's bodies. */
    void move(double seconds);

    /**
     * What this rank's bodies contribute to the energy of all, by the last pull; the sum over ranks stays about what it
     * is.
     */
    double energy();

    /** Gives back what it holds. */
    @Override
    default void close() {}

    /**
     * The energy of bodies.
     *
     * @param speeds of these bodies, three numbers each
     * @param pulls on them, four numbers each: acceleration and potential
     * @param count of all bodies
     */
    static double energy(double[] speeds, double[] pulls, int count) {
        double sum = 0;
        for (double speed : speeds) {
            sum += speed * speed;
        }
        for (int i = DIMENSIONS; i < pulls.length; i += DIMENSIONS + 1) {
            sum += pulls[i]; // each pair is met twice, so a half of it is right
        }
        return sum / 2 / count;
    }
}
