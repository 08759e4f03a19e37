package io.jmpi.samples.nbody;

/** Computes how a rank's bodies are pulled by all bodies. */
interface Attraction extends AutoCloseable {

    /** Numbers of a pull: the acceleration in three directions, then the potential. */
    int NUMBERS = 4;

    /**
     * Computes it.
     *
     * @param pulls on this rank's bodies
     */
    void compute(Bodies bodies, double[] pulls);

    /** Gives back what it holds. */
    @Override
    default void close() {}
}
