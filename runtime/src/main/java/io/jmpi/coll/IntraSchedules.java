package io.jmpi.coll;

import io.jmpi.collectives.Collectives;
import io.jmpi.collectives.Nodes;
import io.jmpi.collectives.Schedule;

/** Within one group: made when first asked for, then taken from the cache, except those whose counts differ by rank. */
final class IntraSchedules extends Schedules {

    private static final int BARRIER = 1;
    private static final int BCAST = 2;
    private static final int REDUCE = 3;
    private static final int ALL_REDUCE = 4;
    private static final int GATHER = 5;
    private static final int SCATTER = 6;
    private static final int ALL_GATHER = 7;

    private static final int ALL_TO_ALL = 8;
    private static final int REDUCE_SCATTER = 9;
    private static final int SCAN = 10;
    private static final int EX_SCAN = 11;

    private static final int IN_PLACE = 1 << 30;
    private static final int COMMUTATIVE = 1 << 29;

    private final int rank;
    private final int size;
    private final Nodes nodes;
    private final ScheduleCache cache = new ScheduleCache();

    IntraSchedules(int rank, Nodes nodes) {
        this.rank = rank;
        this.size = nodes.size();
        this.nodes = nodes;
    }

    @Override
    public Schedule barrier() {
        Schedule found = cache.get(BARRIER, 0, 0, 0);
        return found != null ? found : cache.put(BARRIER, 0, 0, 0, Collectives.barrier(rank, nodes));
    }

    @Override
    public Schedule bcast(int root, long count, int elementBytes) {
        Schedule found = cache.get(BCAST, root, count, elementBytes);
        return found != null
                ? found
                : cache.put(
                        BCAST, root, count, elementBytes, Collectives.bcast(rank, nodes, root, count, elementBytes));
    }

    @Override
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

    @Override
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

    @Override
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

    @Override
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

    @Override
    public Schedule allGather(long sendCount, long count, int elementBytes, boolean inPlace) {
        int variant = variant(elementBytes, false, inPlace);
        Schedule found = cache.get(ALL_GATHER, 0, count, variant);
        return found != null
                ? found
                : cache.put(
                        ALL_GATHER, 0, count, variant, Collectives.allGather(rank, size, count, elementBytes, inPlace));
    }

    @Override
    public Schedule gatherv(int root, long count, int[] counts, int[] displs, boolean inPlace) {
        return Collectives.gatherv(rank, size, root, count, counts, displs, inPlace);
    }

    @Override
    public Schedule scatterv(int root, int[] counts, int[] displs, long count, boolean inPlace) {
        return Collectives.scatterv(rank, size, root, counts, displs, count, inPlace);
    }

    @Override
    public Schedule allGatherv(long count, int[] counts, int[] displs, int elementBytes, boolean inPlace) {
        return Collectives.allGatherv(rank, size, counts, displs, elementBytes, inPlace);
    }

    @Override
    public Schedule allToAll(long sendCount, long recvCount, int elementBytes, boolean inPlace) {
        int variant = variant(elementBytes, false, inPlace);
        Schedule found = cache.get(ALL_TO_ALL, 0, recvCount, variant);
        return found != null
                ? found
                : cache.put(
                        ALL_TO_ALL,
                        0,
                        recvCount,
                        variant,
                        Collectives.allToAll(rank, size, recvCount, elementBytes, inPlace));
    }

    @Override
    public Schedule allToAllv(int[] sendCounts, int[] sendDispls, int[] recvCounts, int[] recvDispls, boolean inPlace) {
        return Collectives.allToAllv(rank, size, sendCounts, sendDispls, recvCounts, recvDispls, inPlace);
    }

    @Override
    public Schedule reduceScatterBlock(long count, int elementBytes, boolean commutative, boolean inPlace) {
        int variant = variant(elementBytes, commutative, inPlace);
        Schedule found = cache.get(REDUCE_SCATTER, 0, count, variant);
        return found != null
                ? found
                : cache.put(
                        REDUCE_SCATTER,
                        0,
                        count,
                        variant,
                        Collectives.reduceScatterBlock(rank, size, count, elementBytes, commutative, inPlace));
    }

    @Override
    public Schedule reduceScatter(int[] counts, int elementBytes, boolean commutative, boolean inPlace) {
        return Collectives.reduceScatter(rank, size, counts, elementBytes, commutative, inPlace);
    }

    @Override
    public Schedule scan(long count, boolean inPlace) {
        int variant = variant(0, false, inPlace);
        Schedule found = cache.get(SCAN, 0, count, variant);
        return found != null ? found : cache.put(SCAN, 0, count, variant, Collectives.scan(rank, size, count, inPlace));
    }

    @Override
    public Schedule exScan(long count, boolean inPlace) {
        int variant = variant(0, false, inPlace);
        Schedule found = cache.get(EX_SCAN, 0, count, variant);
        return found != null
                ? found
                : cache.put(EX_SCAN, 0, count, variant, Collectives.exScan(rank, size, count, inPlace));
    }

    private static int variant(int elementBytes, boolean commutative, boolean inPlace) {
        return elementBytes | (commutative ? COMMUTATIVE : 0) | (inPlace ? IN_PLACE : 0);
    }
}
