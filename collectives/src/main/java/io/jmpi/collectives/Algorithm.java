package io.jmpi.collectives;

/** Names of the algorithms, as {@link Tuning} uses them. A name may stand for a class in several collectives. */
public enum Algorithm {
    BINOMIAL,
    LINEAR,
    SCATTER_DOUBLING,
    SCATTER_RING,
    CHAIN,
    DOUBLING,
    RABENSEIFNER,
    RING,
    REDUCE_THEN_BCAST,
    BRUCK,
    SPREAD,
    PAIRWISE,
    HALVING,
    DISSEMINATION,
    TWO_LEVEL
}
