package io.jmpi.collectives;

/**
 * The schedule of each collective by an algorithm of a given name, as {@link Collectives} has them by the one that
 * {@link Tuning} names. What fails on an algorithm that a collective has not is a mistake of ours.
 */
final class Catalogue {

    /** Of a chain: large beside the cost of a message, small beside a cache. */
    private static final int SEGMENT_BYTES = 64 * 1024;

    /** How many blocks of an all-to-all a rank has in flight each way (MPICH: 32). */
    static final int WINDOW = 32;

    private Catalogue() {}

    /** Elements of a chain's segment. */
    static long segment(int elementBytes) {
        return Math.max(1, SEGMENT_BYTES / elementBytes);
    }

    static Schedule barrier(Algorithm algorithm, int rank, Nodes nodes) {
        return switch (algorithm) {
            case DISSEMINATION -> DisseminationBarrier.schedule(rank, nodes.size());
            case TWO_LEVEL -> TwoLevelBarrier.schedule(rank, nodes);
            default -> throw unknown(algorithm, Collective.BARRIER);
        };
    }

    static Schedule bcast(Algorithm algorithm, int rank, Nodes nodes, int root, long count, int elementBytes) {
        int size = nodes.size();
        return switch (algorithm) {
            case TWO_LEVEL -> TwoLevelBcast.schedule(rank, nodes, root, count);
            case BINOMIAL -> BinomialBcast.schedule(rank, size, root, count);
            case SCATTER_DOUBLING -> ScatterDoublingBcast.schedule(rank, size, root, count);
            case SCATTER_RING -> ScatterRingBcast.schedule(rank, size, root, count);
            case CHAIN -> ChainBcast.schedule(rank, size, root, count, segment(elementBytes));
            default -> throw unknown(algorithm, Collective.BCAST);
        };
    }

    static Schedule reduce(
            Algorithm algorithm, int rank, Nodes nodes, int root, long count, boolean commutative, boolean inPlace) {
        int size = nodes.size();
        return switch (algorithm) {
            case TWO_LEVEL -> TwoLevelReduce.schedule(rank, nodes, root, count, inPlace);
            case BINOMIAL -> BinomialReduce.schedule(rank, size, root, count, commutative, inPlace);
            case RABENSEIFNER -> RabenseifnerReduce.schedule(rank, size, root, count, inPlace);
            default -> throw unknown(algorithm, Collective.REDUCE);
        };
    }

    static Schedule allReduce(
            Algorithm algorithm, int rank, Nodes nodes, long count, boolean commutative, boolean inPlace) {
        int size = nodes.size();
        return switch (algorithm) {
            case TWO_LEVEL -> TwoLevelAllReduce.schedule(rank, nodes, count, inPlace);
            case DOUBLING -> DoublingAllReduce.schedule(rank, size, count, commutative, inPlace);
            case RABENSEIFNER -> RabenseifnerAllReduce.schedule(rank, size, count, commutative, inPlace);
            case RING -> RingAllReduce.schedule(rank, size, count, inPlace);
            case REDUCE_THEN_BCAST -> ReduceThenBcast.schedule(rank, size, count, commutative, inPlace);
            default -> throw unknown(algorithm, Collective.ALL_REDUCE);
        };
    }

    static Schedule gather(Algorithm algorithm, int rank, int size, int root, long count, boolean inPlace) {
        return switch (algorithm) {
            case BINOMIAL -> BinomialGather.schedule(rank, size, root, count, inPlace);
            case LINEAR -> LinearGather.schedule(rank, size, root, count, inPlace);
            default -> throw unknown(algorithm, Collective.GATHER);
        };
    }

    static Schedule scatter(Algorithm algorithm, int rank, int size, int root, long count, boolean inPlace) {
        return switch (algorithm) {
            case BINOMIAL -> BinomialScatter.schedule(rank, size, root, count, inPlace);
            case LINEAR -> LinearScatter.schedule(rank, size, root, count, inPlace);
            default -> throw unknown(algorithm, Collective.SCATTER);
        };
    }

    static Schedule allGather(Algorithm algorithm, int rank, int size, long count, boolean inPlace) {
        return switch (algorithm) {
            case DOUBLING -> DoublingAllGather.schedule(rank, size, count, inPlace);
            case BRUCK -> BruckAllGather.schedule(rank, size, count, inPlace);
            case NEIGHBOR_EXCHANGE -> NeighborAllGather.schedule(rank, size, count, inPlace);
            case RING -> RingAllGather.schedule(rank, size, count, inPlace);
            default -> throw unknown(algorithm, Collective.ALL_GATHER);
        };
    }

    static Schedule allGatherv(Algorithm algorithm, int rank, int size, int[] counts, int[] displs, boolean inPlace) {
        return switch (algorithm) {
            case BRUCK -> BruckAllGather.schedule(rank, size, counts, displs, inPlace);
            case RING -> RingAllGather.schedule(rank, size, counts, displs, inPlace);
            default -> throw unknown(algorithm, Collective.ALL_GATHERV);
        };
    }

    static Schedule allToAll(Algorithm algorithm, int rank, int size, long count, boolean inPlace) {
        if (algorithm != Algorithm.BRUCK && inPlace) {
            return SwappingAllToAll.schedule(rank, size, count);
        }
        return switch (algorithm) {
            case BRUCK -> BruckAllToAll.schedule(rank, size, count, inPlace);
            case SPREAD -> SpreadAllToAll.schedule(rank, size, count, WINDOW);
            case PAIRWISE -> SpreadAllToAll.schedule(rank, size, count, 1);
            default -> throw unknown(algorithm, Collective.ALL_TO_ALL);
        };
    }

    static Schedule reduceScatterBlock(
            Algorithm algorithm, int rank, int size, long count, boolean commutative, boolean inPlace) {
        return switch (algorithm) {
            case HALVING -> HalvingReduceScatter.schedule(rank, size, count, commutative, inPlace);
            case PAIRWISE -> PairwiseReduceScatter.schedule(rank, size, count, inPlace);
            default -> throw unknown(algorithm, Collective.REDUCE_SCATTER);
        };
    }

    static Schedule reduceScatter(
            Algorithm algorithm, int rank, int size, int[] counts, boolean commutative, boolean inPlace) {
        return switch (algorithm) {
            case HALVING -> HalvingReduceScatter.schedule(rank, size, counts, commutative, inPlace);
            case PAIRWISE -> PairwiseReduceScatter.schedule(rank, size, counts, inPlace);
            default -> throw unknown(algorithm, Collective.REDUCE_SCATTER);
        };
    }

    private static IllegalStateException unknown(Algorithm algorithm, Collective collective) {
        return new IllegalStateException("no algorithm of " + collective + ": " + algorithm);
    }
}
