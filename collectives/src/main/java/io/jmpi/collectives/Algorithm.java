package io.jmpi.collectives;

import java.util.Locale;

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
    NEIGHBOR_EXCHANGE,
    SPREAD,
    PAIRWISE,
    HALVING,
    DISSEMINATION,
    TWO_LEVEL,
    /** In memory that all ranks share, without messages: not a schedule. */
    IN_COMMON,
    /** {@link #IN_COMMON} on each node, of which one rank exchanges messages with those of other nodes: not a schedule. */
    COMMON_LEVELS;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
