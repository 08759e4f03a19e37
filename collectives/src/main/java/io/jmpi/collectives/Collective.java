package io.jmpi.collectives;

/** The collectives that have more than one algorithm, and the bytes that {@link Tuning} goes by. */
public enum Collective {
    /** There are none. */
    BARRIER,
    /** By the vector. */
    BCAST,
    /** By the vector. */
    REDUCE,
    /** By the vector. */
    ALL_REDUCE,
    /** By one block. */
    GATHER,
    /** By one block. */
    SCATTER,
    /** By the whole result. */
    ALL_GATHER,
    /** By the whole result. */
    ALL_GATHERV,
    /** By one block. */
    ALL_TO_ALL,
    /** By the whole vector. */
    REDUCE_SCATTER
}
