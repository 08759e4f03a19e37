package io.jmpi.collectives;

/**
 * A collective to be looked at: on so many ranks and nodes, with so many elements of the vector or of one block, whichever
 * {@link Collectives} counts. The root is 0, the operation commutes, nothing is in place, all blocks have one count.
 */
record Case(Collective collective, Nodes nodes, long count, int elementBytes) {

    int size() {
        return nodes.size();
    }

    /** What the table takes. */
    Algorithm taken() {
        long bytes = collective.decisive(count * elementBytes, size());
        return Tuning.TABLE.choose(collective, size(), bytes, true, nodes.haveLevels());
    }

    /** Whether an algorithm that the collective has can do this case. */
    boolean allows(Algorithm algorithm) {
        return switch (algorithm) {
            case TWO_LEVEL -> nodes.haveLevels();
            case DOUBLING -> collective != Collective.ALL_GATHER || Integer.bitCount(size()) == 1;
            case NEIGHBOR_EXCHANGE -> size() % 2 == 0;
            default -> true;
        };
    }

    Schedule schedule(Algorithm algorithm, int rank) {
        int size = size();
        return switch (collective) {
            case BARRIER -> Catalogue.barrier(algorithm, rank, nodes);
            case BCAST -> Catalogue.bcast(algorithm, rank, nodes, 0, count, elementBytes);
            case REDUCE -> Catalogue.reduce(algorithm, rank, nodes, 0, count, true, false);
            case ALL_REDUCE -> Catalogue.allReduce(algorithm, rank, nodes, count, true, false);
            case GATHER -> Catalogue.gather(algorithm, rank, size, 0, count, false);
            case SCATTER -> Catalogue.scatter(algorithm, rank, size, 0, count, false);
            case ALL_GATHER, ALL_GATHERV -> Catalogue.allGather(algorithm, rank, size, count, false);
            case ALL_TO_ALL -> Catalogue.allToAll(algorithm, rank, size, count, false);
            case REDUCE_SCATTER -> Catalogue.reduceScatterBlock(algorithm, rank, size, count, true, false);
            case SCAN -> DoublingScan.schedule(rank, size, count, false);
            case EX_SCAN -> DoublingExScan.schedule(rank, size, count, false);
        };
    }
}
