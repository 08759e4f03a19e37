package io.jmpi.collectives;

import static io.jmpi.collectives.Collective.ALL_GATHER;
import static io.jmpi.collectives.Collective.ALL_GATHERV;
import static io.jmpi.collectives.Collective.ALL_REDUCE;
import static io.jmpi.collectives.Collective.ALL_TO_ALL;
import static io.jmpi.collectives.Collective.BARRIER;
import static io.jmpi.collectives.Collective.BCAST;
import static io.jmpi.collectives.Collective.GATHER;
import static io.jmpi.collectives.Collective.REDUCE;
import static io.jmpi.collectives.Collective.REDUCE_SCATTER;
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

    /** Of a chain: large beside the cost of a message, small beside a cache. */
    private static final int SEGMENT_BYTES = 64 * 1024;

    /** How many blocks of an all-to-all a rank has in flight each way (MPICH: 32). */
    private static final int WINDOW = 32;

    private Collectives() {}

    public static Schedule barrier(int rank, Nodes nodes) {
        Algorithm algorithm = Tuning.TABLE.choose(BARRIER, nodes.size(), 0, true, nodes.haveLevels());
        return switch (algorithm) {
            case DISSEMINATION -> DisseminationBarrier.schedule(rank, nodes.size());
            case TWO_LEVEL -> TwoLevelBarrier.schedule(rank, nodes);
            default -> throw unknown(algorithm, BARRIER);
        };
    }

    /** The data is in OUTPUT, at the root as elsewhere. */
    public static Schedule bcast(int rank, Nodes nodes, int root, long count, int elementBytes) {
        int size = nodes.size();
        Algorithm algorithm = Tuning.TABLE.choose(BCAST, size, count * elementBytes, true, nodes.haveLevels());
        return switch (algorithm) {
            case TWO_LEVEL -> TwoLevelBcast.schedule(rank, nodes, root, count);
            case BINOMIAL -> BinomialBcast.schedule(rank, size, root, count);
            case SCATTER_DOUBLING -> ScatterDoublingBcast.schedule(rank, size, root, count);
            case SCATTER_RING -> ScatterRingBcast.schedule(rank, size, root, count);
            case CHAIN -> ChainBcast.schedule(rank, size, root, count, Math.max(1, SEGMENT_BYTES / elementBytes));
            default -> throw unknown(algorithm, BCAST);
        };
    }

    public static Schedule reduce(
            int rank, Nodes nodes, int root, long count, int elementBytes, boolean commutative, boolean inPlace) {
        int size = nodes.size();
        Algorithm algorithm = Tuning.TABLE.choose(REDUCE, size, count * elementBytes, commutative, nodes.haveLevels());
        return switch (algorithm) {
            case TWO_LEVEL -> TwoLevelReduce.schedule(rank, nodes, root, count, inPlace);
            case BINOMIAL -> BinomialReduce.schedule(rank, size, root, count, commutative, inPlace);
            case RABENSEIFNER -> RabenseifnerReduce.schedule(rank, size, root, count, inPlace);
            default -> throw unknown(algorithm, REDUCE);
        };
    }

    public static Schedule allReduce(
            int rank, Nodes nodes, long count, int elementBytes, boolean commutative, boolean inPlace) {
        int size = nodes.size();
        Algorithm algorithm =
                Tuning.TABLE.choose(ALL_REDUCE, size, count * elementBytes, commutative, nodes.haveLevels());
        return switch (algorithm) {
            case TWO_LEVEL -> TwoLevelAllReduce.schedule(rank, nodes, count, inPlace);
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
        Algorithm algorithm = Tuning.TABLE.choose(ALL_GATHERV, size, sum(counts) * elementBytes, true);
        return switch (algorithm) {
            case BRUCK -> BruckAllGather.schedule(rank, size, counts, displs, inPlace);
            case RING -> RingAllGather.schedule(rank, size, counts, displs, inPlace);
            default -> throw unknown(algorithm, ALL_GATHERV);
        };
    }

    /** A count is that of one block. All ranks must agree on in place. */
    public static Schedule allToAll(int rank, int size, long count, int elementBytes, boolean inPlace) {
        Algorithm algorithm = Tuning.TABLE.choose(ALL_TO_ALL, size, count * elementBytes, true);
        if (algorithm != Algorithm.BRUCK && inPlace) {
            return SwappingAllToAll.schedule(rank, size, count);
        }
        return switch (algorithm) {
            case BRUCK -> BruckAllToAll.schedule(rank, size, count, inPlace);
            case SPREAD -> SpreadAllToAll.schedule(rank, size, count, WINDOW);
            case PAIRWISE -> SpreadAllToAll.schedule(rank, size, count, 1);
            default -> throw unknown(algorithm, ALL_TO_ALL);
        };
    }

    /** All ranks must agree on in place; then the counts and displacements are those of receiving. */
    public static Schedule allToAllv(
            int rank,
            int size,
            int[] sendCounts,
            int[] sendDispls,
            int[] recvCounts,
            int[] recvDispls,
            boolean inPlace) {
        return inPlace
                ? SwappingAllToAll.schedule(rank, size, recvCounts, recvDispls)
                : SpreadAllToAll.schedule(rank, size, sendCounts, sendDispls, recvCounts, recvDispls, WINDOW);
    }

    /** A count is that of one block. In place, the vector is in OUTPUT and the result goes to its beginning. */
    public static Schedule reduceScatterBlock(
            int rank, int size, long count, int elementBytes, boolean commutative, boolean inPlace) {
        Algorithm algorithm = Tuning.TABLE.choose(REDUCE_SCATTER, size, count * size * elementBytes, commutative);
        return switch (algorithm) {
            case HALVING -> HalvingReduceScatter.schedule(rank, size, count, commutative, inPlace);
            case PAIRWISE -> PairwiseReduceScatter.schedule(rank, size, count, inPlace);
            default -> throw unknown(algorithm, REDUCE_SCATTER);
        };
    }

    /** In place, the vector is in OUTPUT and the result goes to its beginning. */
    public static Schedule reduceScatter(
            int rank, int size, int[] counts, int elementBytes, boolean commutative, boolean inPlace) {
        Algorithm algorithm = Tuning.TABLE.choose(REDUCE_SCATTER, size, sum(counts) * elementBytes, commutative);
        return switch (algorithm) {
            case HALVING -> HalvingReduceScatter.schedule(rank, size, counts, commutative, inPlace);
            case PAIRWISE -> PairwiseReduceScatter.schedule(rank, size, counts, inPlace);
            default -> throw unknown(algorithm, REDUCE_SCATTER);
        };
    }

    public static Schedule scan(int rank, int size, long count, boolean inPlace) {
        return DoublingScan.schedule(rank, size, count, inPlace);
    }

    /** OUTPUT is not written at rank 0. */
    public static Schedule exScan(int rank, int size, long count, boolean inPlace) {
        return DoublingExScan.schedule(rank, size, count, inPlace);
    }

    private static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private static IllegalStateException unknown(Algorithm algorithm, Collective collective) {
        return new IllegalStateException("the tuning table names " + algorithm + ", which " + collective + " has not");
    }
}
