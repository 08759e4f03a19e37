package io.jmpi.collectives;

import static io.jmpi.collectives.Collective.ALL_GATHER;
import static io.jmpi.collectives.Collective.ALL_GATHERV;
import static io.jmpi.collectives.Collective.ALL_REDUCE;
import static io.jmpi.collectives.Collective.BCAST;
import static io.jmpi.collectives.Collective.GATHER;
import static io.jmpi.collectives.Collective.REDUCE;
import static io.jmpi.collectives.Collective.SCATTER;

/**
 * The schedule of each collective, by the algorithm that {@link Tuning} names. Pure functions, for any thread.
 *
 * <p>All ranks must pass the same size, root, count, element size and commutativity: counts are of a datatype they
 * share, so a caller whose ranks may describe the same data by different datatypes counts in their basic elements.
 *
 * <p>In place means that the rank's own data is in OUTPUT already, where the collective would put it, and that INPUT is
 * not used; at the root of a scatter, that its block stays in INPUT and OUTPUT is not used. Where only the root has a
 * say about it (reduce, gather, scatter), it is ignored elsewhere. Buffers that MPI calls not significant at a rank are
 * not touched there.
 */
public final class Collectives {

    private static final int SEGMENT_BYTES = 64 * 1024;

    private Collectives() {}

    public static Schedule barrier(int rank, int size) {
        return DisseminationBarrier.schedule(rank, size);
    }

    /** The data is in OUTPUT, at the root as elsewhere. */
    public static Schedule bcast(int rank, int size, int root, long count, int elementBytes) {
        Algorithm algorithm = Tuning.TABLE.choose(BCAST, size, count * elementBytes, true);
        return switch (algorithm) {
            case BINOMIAL -> BinomialBcast.schedule(rank, size, root, count);
            case SCATTER_DOUBLING -> ScatterDoublingBcast.schedule(rank, size, root, count);
            case SCATTER_RING -> ScatterRingBcast.schedule(rank, size, root, count);
            case CHAIN -> ChainBcast.schedule(rank, size, root, count, Math.max(1, SEGMENT_BYTES / elementBytes));
            default -> throw unknown(algorithm, BCAST);
        };
    }

    public static Schedule reduce(
            int rank, int size, int root, long count, int elementBytes, boolean commutative, boolean inPlace) {
        Algorithm algorithm = Tuning.TABLE.choose(REDUCE, size, count * elementBytes, commutative);
        return switch (algorithm) {
            case BINOMIAL -> BinomialReduce.schedule(rank, size, root, count, commutative, inPlace);
            case RABENSEIFNER -> RabenseifnerReduce.schedule(rank, size, root, count, inPlace);
            default -> throw unknown(algorithm, REDUCE);
        };
    }

    public static Schedule allReduce(
            int rank, int size, long count, int elementBytes, boolean commutative, boolean inPlace) {
        Algorithm algorithm = Tuning.TABLE.choose(ALL_REDUCE, size, count * elementBytes, commutative);
        return switch (algorithm) {
            case DOUBLING -> DoublingAllReduce.schedule(rank, size, count, commutative, inPlace);
            case RABENSEIFNER -> RabenseifnerAllReduce.schedule(rank, size, count, commutative, inPlace);
            case RING -> RingAllReduce.schedule(rank, size, count, inPlace);
            case REDUCE_THEN_BCAST -> ReduceThenBcast.schedule(rank, size, count, commutative, inPlace);
            default -> throw unknown(algorithm, ALL_REDUCE);
        };
    }

    /** A count is that of one block. */
    public static Schedule gather(int rank, int size, int root, long count, int elementBytes, boolean inPlace) {
        Algorithm algorithm = Tuning.TABLE.choose(GATHER, size, count * elementBytes, true);
        return switch (algorithm) {
            case BINOMIAL -> BinomialGather.schedule(rank, size, root, count, inPlace);
            case LINEAR -> LinearGather.schedule(rank, size, root, count, inPlace);
            default -> throw unknown(algorithm, GATHER);
        };
    }

    /** Counts and displacements are read at the root, the count of the rank's own block elsewhere. */
    public static Schedule gatherv(
            int rank, int size, int root, long count, int[] counts, int[] displs, boolean inPlace) {
        return LinearGather.schedule(rank, size, root, count, counts, displs, inPlace);
    }

    /** A count is that of one block. */
    public static Schedule scatter(int rank, int size, int root, long count, int elementBytes, boolean inPlace) {
        Algorithm algorithm = Tuning.TABLE.choose(SCATTER, size, count * elementBytes, true);
        return switch (algorithm) {
            case BINOMIAL -> BinomialScatter.schedule(rank, size, root, count, inPlace);
            case LINEAR -> LinearScatter.schedule(rank, size, root, count, inPlace);
            default -> throw unknown(algorithm, SCATTER);
        };
    }

    /** Counts and displacements are read at the root, the count of the rank's own block elsewhere. */
    public static Schedule scatterv(
            int rank, int size, int root, int[] counts, int[] displs, long count, boolean inPlace) {
        return LinearScatter.schedule(rank, size, root, counts, displs, count, inPlace);
    }

    /** A count is that of one block. */
    public static Schedule allGather(int rank, int size, long count, int elementBytes, boolean inPlace) {
        Algorithm algorithm = Tuning.TABLE.choose(ALL_GATHER, size, count * size * elementBytes, true);
        return switch (algorithm) {
            case DOUBLING -> DoublingAllGather.schedule(rank, size, count, inPlace);
            case BRUCK -> BruckAllGather.schedule(rank, size, count, inPlace);
            case RING -> RingAllGather.schedule(rank, size, count, inPlace);
            default -> throw unknown(algorithm, ALL_GATHER);
        };
    }

    /** All ranks must pass the same counts; displacements are each rank's own affair. */
    public static Schedule allGatherv(
            int rank, int size, int[] counts, int[] displs, int elementBytes, boolean inPlace) {
        long total = 0;
        for (int count : counts) {
            total += count;
        }
        Algorithm algorithm = Tuning.TABLE.choose(ALL_GATHERV, size, total * elementBytes, true);
        return switch (algorithm) {
            case BRUCK -> BruckAllGather.schedule(rank, size, counts, displs, inPlace);
            case RING -> RingAllGather.schedule(rank, size, counts, displs, inPlace);
            default -> throw unknown(algorithm, ALL_GATHERV);
        };
    }

    private static IllegalStateException unknown(Algorithm algorithm, Collective collective) {
        return new IllegalStateException("the tuning table names " + algorithm + ", which " + collective + " has not");
    }
}
