package io.jmpi.coll;

import io.jmpi.collectives.Collectives;
import io.jmpi.collectives.Nodes;
import io.jmpi.collectives.Schedule;

/**
 * A communicator's schedules: made when first asked for, then taken from the cache, except those whose counts differ by
 * rank.
 *
 * <p>Counts are elements; {@code elementBytes} is an element's size. In place means that a rank's own data is already where
 * the result goes (MPI 4.1, 6.2.1).
 */
public final class Schedules {

    private static final int BARRIER = 1;
    private static final int BCAST = 2;
    private static final int REDUCE = 3;
    private static final int ALL_REDUCE = 4;
    private static final int GATHER = 5;
    private static final int SCATTER = 6;
    private static final int ALL_GATHER = 7;

    private static final int IN_PLACE = 1 << 8;
    private static final int COMMUTATIVE = 1 << 9;

    private final int rank;
    private final int size;
    private final Nodes nodes;
    private final ScheduleCache cache = new ScheduleCache();

    Schedules(int rank, Nodes nodes) {
        this.rank = rank;
        this.size = nodes.size();
        this.nodes = nodes;
    }

    public Schedule barrier() {
        Schedule found = cache.get(BARRIER, 0, 0, 0);
        return found != null ? found : cache.put(BARRIER, 0, 0, 0, Collectives.barrier(rank, nodes));
    }

    public Schedule bcast(int root, long count, int elementBytes) {
        Schedule found = cache.get(BCAST, root, count, elementBytes);
        return found != null
                ? found
                : cache.put(
                        BCAST, root, count, elementBytes, Collectives.bcast(rank, nodes, root, count, elementBytes));
    }

    public Schedule reduce(int root, long count, int elementBytes, boolean commutative, boolean inPlace) {
        int variant = variant(elementBytes, commutative, inPlace);
        Schedule found = cache.get(REDUCE, root, count, variant);
        return found != null
                ? found
                : cache.put(
                        REDUCE,
                        root,
                        count,
                        variant,
                        Collectives.reduce(rank, nodes, root, count, elementBytes, commutative, inPlace));
    }

    public Schedule allReduce(long count, int elementBytes, boolean commutative, boolean inPlace) {
        int variant = variant(elementBytes, commutative, inPlace);
        Schedule found = cache.get(ALL_REDUCE, 0, count, variant);
        return found != null
                ? found
                : cache.put(
                        ALL_REDUCE,
                        0,
                        count,
                        variant,
                        Collectives.allReduce(rank, nodes, count, elementBytes, commutative, inPlace));
    }

    /** @param count elements of each rank */
    public Schedule gather(int root, long count, int elementBytes, boolean inPlace) {
        int variant = variant(elementBytes, false, inPlace);
        Schedule found = cache.get(GATHER, root, count, variant);
        return found != null
                ? found
                : cache.put(
                        GATHER,
                        root,
                        count,
                        variant,
                        Collectives.gather(rank, size, root, count, elementBytes, inPlace));
    }

    /** @param count elements of each rank */
    public Schedule scatter(int root, long count, int elementBytes, boolean inPlace) {
        int variant = variant(elementBytes, false, inPlace);
        Schedule found = cache.get(SCATTER, root, count, variant);
        return found != null
                ? found
                : cache.put(
                        SCATTER,
                        root,
                        count,
                        variant,
                        Collectives.scatter(rank, size, root, count, elementBytes, inPlace));
    }

    /** @param count elements of each rank */
    public Schedule allGather(long count, int elementBytes, boolean inPlace) {
        int variant = variant(elementBytes, false, inPlace);
        Schedule found = cache.get(ALL_GATHER, 0, count, variant);
        return found != null
                ? found
                : cache.put(
                        ALL_GATHER, 0, count, variant, Collectives.allGather(rank, size, count, elementBytes, inPlace));
    }

    private static int variant(int elementBytes, boolean commutative, boolean inPlace) {
        return elementBytes | (commutative ? COMMUTATIVE : 0) | (inPlace ? IN_PLACE : 0);
    }
}
