package io.jmpi.coll;

import io.jmpi.collectives.AllAcross;
import io.jmpi.collectives.RootAcross;
import io.jmpi.collectives.Schedule;

/** Between two groups: made anew for each call. Nothing is in place, and there are no scans. */
final class InterSchedules extends Schedules {

    private final int rank;
    private final int here;
    private final int there;

    private InterSchedules(int rank, int here, int there) {
        this.rank = rank;
        this.here = here;
        this.there = there;
    }

    /** Made here so that a communicator of one group does not load this class. */
    static Schedules of(int rank, int here, int there) {
        return new InterSchedules(rank, here, there);
    }

    @Override
    public Schedule barrier() {
        return AllAcross.barrier(rank, here, there);
    }

    @Override
    public Schedule bcast(int root, long count, int unitBytes) {
        return switch (root) {
            case Communicator.ROOT -> RootAcross.bcastFrom(rank, here, there, count);
            case Communicator.NOBODY -> RootAcross.nothing();
            default -> RootAcross.bcastTo(rank, here, there, root, count);
        };
    }

    @Override
    public Schedule reduce(int root, long count, int unitBytes, boolean commutative, boolean inPlace) {
        return switch (root) {
            case Communicator.ROOT -> RootAcross.reduceTo(rank, here, there, count);
            case Communicator.NOBODY -> RootAcross.nothing();
            default -> RootAcross.reduceFrom(rank, here, there, root, count, commutative);
        };
    }

    @Override
    public Schedule allReduce(long count, int unitBytes, boolean commutative, boolean inPlace) {
        return AllAcross.allReduce(rank, here, there, count, commutative);
    }

    @Override
    public Schedule gather(int root, long count, int unitBytes, boolean inPlace) {
        return switch (root) {
            case Communicator.ROOT -> RootAcross.gatherTo(rank, here, there, count);
            case Communicator.NOBODY -> RootAcross.nothing();
            default -> RootAcross.gatherFrom(rank, here, there, root, count);
        };
    }

    @Override
    public Schedule gatherv(int root, long count, int[] counts, int[] displs, boolean inPlace) {
        return switch (root) {
            case Communicator.ROOT -> RootAcross.gatherTo(rank, here, there, counts, displs);
            case Communicator.NOBODY -> RootAcross.nothing();
            default -> RootAcross.gatherFrom(rank, here, there, root, count);
        };
    }

    @Override
    public Schedule scatter(int root, long count, int unitBytes, boolean inPlace) {
        return switch (root) {
            case Communicator.ROOT -> RootAcross.scatterFrom(rank, here, there, count);
            case Communicator.NOBODY -> RootAcross.nothing();
            default -> RootAcross.scatterTo(rank, here, there, root, count);
        };
    }

    @Override
    public Schedule scatterv(int root, int[] counts, int[] displs, long count, boolean inPlace) {
        return switch (root) {
            case Communicator.ROOT -> RootAcross.scatterFrom(rank, here, there, counts, displs);
            case Communicator.NOBODY -> RootAcross.nothing();
            default -> RootAcross.scatterTo(rank, here, there, root, count);
        };
    }

    @Override
    public Schedule allGather(long sendCount, long recvCount, int unitBytes, boolean inPlace) {
        return AllAcross.allGather(rank, here, there, sendCount, recvCount);
    }

    @Override
    public Schedule allGatherv(long count, int[] counts, int[] displs, int unitBytes, boolean inPlace) {
        return AllAcross.allGather(rank, here, there, count, counts, displs);
    }

    @Override
    public Schedule allToAll(long sendCount, long recvCount, int unitBytes, boolean inPlace) {
        return AllAcross.allToAll(rank, here, there, sendCount, recvCount);
    }

    @Override
    public Schedule allToAllv(int[] sendCounts, int[] sendDispls, int[] recvCounts, int[] recvDispls, boolean inPlace) {
        return AllAcross.allToAll(rank, here, there, sendCounts, sendDispls, recvCounts, recvDispls);
    }

    @Override
    public Schedule reduceScatterBlock(long count, int unitBytes, boolean commutative, boolean inPlace) {
        return AllAcross.reduceScatter(rank, here, there, count, commutative);
    }

    @Override
    public Schedule reduceScatter(int[] counts, int unitBytes, boolean commutative, boolean inPlace) {
        return AllAcross.reduceScatter(rank, here, there, counts, commutative);
    }

    @Override
    public Schedule scan(long count, boolean inPlace) {
        throw new UnsupportedOperationException("a scan between two groups");
    }

    @Override
    public Schedule exScan(long count, boolean inPlace) {
        throw new UnsupportedOperationException("a scan between two groups");
    }
}
