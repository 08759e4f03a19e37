package io.jmpi.coll;

import io.jmpi.collectives.Schedule;

/**
 * A communicator's schedules.
 *
 * <p>Counts are units, of {@code unitBytes}: basic elements where data moves, what the operation works on where it is
 * reduced. In place means that a rank's own data is already where the result goes (MPI 4.1, 6.2.1).
 *
 * <p>Roots are as in the API: between two groups a member says {@link Communicator#ROOT} or {@link Communicator#NOBODY} of
 * itself, and gives the root's rank if that is in the other group.
 */
public abstract class Schedules {

    Schedules() {}

    public abstract Schedule barrier();

    public abstract Schedule bcast(int root, long count, int unitBytes);

    public abstract Schedule reduce(int root, long count, int unitBytes, boolean commutative, boolean inPlace);

    public abstract Schedule allReduce(long count, int unitBytes, boolean commutative, boolean inPlace);

    /** @param count units of each rank */
    public abstract Schedule gather(int root, long count, int unitBytes, boolean inPlace);

    /** @param count units of this rank; counts and displacements matter at the root only */
    public abstract Schedule gatherv(int root, long count, int[] counts, int[] displs, boolean inPlace);

    /** @param count units of each rank */
    public abstract Schedule scatter(int root, long count, int unitBytes, boolean inPlace);

    /** @param count units of this rank; counts and displacements matter at the root only */
    public abstract Schedule scatterv(int root, int[] counts, int[] displs, long count, boolean inPlace);

    /**
     * @param sendCount units that this rank gives
     * @param recvCount units that it gets from each, the same within one group
     */
    public abstract Schedule allGather(long sendCount, long recvCount, int unitBytes, boolean inPlace);

    /** @param count units that this rank gives; counts say what it gets */
    public abstract Schedule allGatherv(long count, int[] counts, int[] displs, int unitBytes, boolean inPlace);

    /** Counts are those of one block; they are the same within one group. */
    public abstract Schedule allToAll(long sendCount, long recvCount, int unitBytes, boolean inPlace);

    public abstract Schedule allToAllv(
            int[] sendCounts, int[] sendDispls, int[] recvCounts, int[] recvDispls, boolean inPlace);

    /** @param count units of each rank's result */
    public abstract Schedule reduceScatterBlock(long count, int unitBytes, boolean commutative, boolean inPlace);

    public abstract Schedule reduceScatter(int[] counts, int unitBytes, boolean commutative, boolean inPlace);

    /** Within one group only. */
    public abstract Schedule scan(long count, boolean inPlace);

    /** Within one group only. */
    public abstract Schedule exScan(long count, boolean inPlace);
}
