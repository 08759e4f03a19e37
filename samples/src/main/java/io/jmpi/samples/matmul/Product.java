package io.jmpi.samples.matmul;

import io.jmpi.samples.Progress;

/** The product of {@link Matrices} in one way, as often as one likes. Every rank that takes part has one. */
interface Product extends AutoCloseable {

    /**
     * Makes C at rank 0 of the A and B there. Every rank that takes part calls it; it may exchange messages.
     *
     * @return at rank 0 where the time has gone, for each entry the longest of all ranks
     */
    Times multiply(Progress progress);

    /**
     * Makes a small product a few times, so that code is compiled and libraries are awake when one is timed. Every rank
     * that takes part calls it.
     */
    void rehearse();

    /** Gives back what it holds. */
    @Override
    void close();
}
