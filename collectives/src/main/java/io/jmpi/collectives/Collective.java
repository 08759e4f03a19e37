package io.jmpi.collectives;

import java.util.List;

/** The collectives that {@link Tuning} chooses for, each with the algorithms it has, and the bytes that choice goes by. */
public enum Collective {
    /** There are no bytes. */
    BARRIER("barrier", Algorithm.DISSEMINATION, Algorithm.TWO_LEVEL),
    /** By the vector. */
    BCAST(
            "bcast",
            Algorithm.BINOMIAL,
            Algorithm.SCATTER_DOUBLING,
            Algorithm.SCATTER_RING,
            Algorithm.CHAIN,
            Algorithm.TWO_LEVEL),
    /** By the vector. */
    REDUCE("reduce", Algorithm.BINOMIAL, Algorithm.RABENSEIFNER, Algorithm.TWO_LEVEL),
    /** By the vector. */
    ALL_REDUCE(
            "allReduce",
            Algorithm.DOUBLING,
            Algorithm.RABENSEIFNER,
            Algorithm.RING,
            Algorithm.REDUCE_THEN_BCAST,
            Algorithm.TWO_LEVEL),
    /** By one block. */
    GATHER("gather", Algorithm.BINOMIAL, Algorithm.LINEAR),
    /** By one block. */
    SCATTER("scatter", Algorithm.BINOMIAL, Algorithm.LINEAR),
    /** By the whole result. */
    ALL_GATHER("allGather", Algorithm.DOUBLING, Algorithm.BRUCK, Algorithm.NEIGHBOR_EXCHANGE, Algorithm.RING),
    /** By the whole result. */
    ALL_GATHERV("allGatherv", Algorithm.BRUCK, Algorithm.RING),
    /** By one block. */
    ALL_TO_ALL("allToAll", Algorithm.BRUCK, Algorithm.SPREAD, Algorithm.PAIRWISE),
    /** By the whole vector. */
    REDUCE_SCATTER("reduceScatter", Algorithm.HALVING, Algorithm.PAIRWISE),
    /** By a rank's vector. */
    SCAN("scan", Algorithm.DOUBLING),
    /** By a rank's vector. */
    EX_SCAN("exScan", Algorithm.DOUBLING);

    private final String call;
    private final List<Algorithm> algorithms;

    Collective(String call, Algorithm... algorithms) {
        this.call = call;
        this.algorithms = List.of(algorithms);
    }

    /** Its name in the API. */
    @Override
    public String toString() {
        return call;
    }

    /** All that can do it, each under its own restrictions. */
    List<Algorithm> algorithms() {
        return algorithms;
    }

    /** The bytes to choose by: those of a rank's vector or block, or of all blocks together where that is what counts. */
    public long decisive(long bytes, int ranks) {
        return switch (this) {
            case ALL_GATHER, ALL_GATHERV, REDUCE_SCATTER -> bytes * ranks;
            default -> bytes;
        };
    }
}
