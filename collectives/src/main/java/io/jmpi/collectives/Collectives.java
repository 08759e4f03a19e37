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

    private Collectives() {}

    public static Schedule barrier(int rank, Nodes nodes) {
        Algorithm algorithm = Tuning.TABLE.choose(BARRIER, nodes.size(), 0, true, nodes.haveLevels());
        return Catalogue.barrier(algorithm, rank, nodes);
    }

    /** The data is in OUTPUT, at the root as elsewhere. */
    public static Schedule bcast(int rank, Nodes nodes, int root, long count, int elementBytes) {
        Algorithm algorithm = Tuning.TABLE.choose(BCAST, nodes.size(), count * elementBytes, true, nodes.haveLevels());
        return Catalogue.bcast(algorithm, rank, nodes, root, count, elementBytes);
    }

    public static Schedule reduce(
            int rank, Nodes nodes, int root, long count, int elementBytes, boolean commutative, boolean inPlace) {
        Algorithm algorithm =
                Tuning.TABLE.choose(REDUCE, nodes.size(), count * elementBytes, commutative, nodes.haveLevels());
        return Catalogue.reduce(algorithm, rank, nodes, root, count, commutative, inPlace);
    }

    public static Schedule allReduce(
            int rank, Nodes nodes, long count, int elementBytes, boolean commutative, boolean inPlace) {
        Algorithm algorithm =
                Tuning.TABLE.choose(ALL_REDUCE, nodes.size(), count * elementBytes, commutative, nodes.haveLevels());
        return Catalogue.allReduce(algorithm, rank, nodes, count, commutative, inPlace);
    }

    /** A count is that of one block. */
    public static Schedule gather(int rank, int size, int root, long count, int elementBytes, boolean inPlace) {
        Algorithm algorithm = Tuning.TABLE.choose(GATHER, size, count * elementBytes, true);
        return Catalogue.gather(algorithm, rank, size, root, count, inPlace);
    }

    /** Counts and displacements are read at the root, the count of the rank's own block elsewhere. */
    public static Schedule gatherv(
            int rank, int size, int root, long count, int[] counts, int[] displs, boolean inPlace) {
        return LinearGather.schedule(rank, size, root, count, counts, displs, inPlace);
    }

    /** A count is that of one block. */
    public static Schedule scatter(int rank, int size, int root, long count, int elementBytes, boolean inPlace) {
        Algorithm algorithm = Tuning.TABLE.choose(SCATTER, size, count * elementBytes, true);
        return Catalogue.scatter(algorithm, rank, size, root, count, inPlace);
    }

    /** Counts and displacements are read at the root, the count of the rank's own block elsewhere. */
    public static Schedule scatterv(
            int rank, int size, int root, int[] counts, int[] displs, long count, boolean inPlace) {
        return LinearScatter.schedule(rank, size, root, counts, displs, count, inPlace);
    }

    /** A count is that of one block. */
    public static Schedule allGather(int rank, int size, long count, int elementBytes, boolean inPlace) {
        Algorithm algorithm = Tuning.TABLE.choose(ALL_GATHER, size, count * size * elementBytes, true);
        return Catalogue.allGather(algorithm, rank, size, count, inPlace);
    }

    /** All ranks must pass the same counts; displacements are each rank's own affair. */
    public static Schedule allGatherv(
            int rank, int size, int[] counts, int[] displs, int elementBytes, boolean inPlace) {
        Algorithm algorithm = Tuning.TABLE.choose(ALL_GATHERV, size, sum(counts) * elementBytes, true);
        return Catalogue.allGatherv(algorithm, rank, size, counts, displs, inPlace);
    }

    /** A count is that of one block. All ranks must agree on in place. */
    public static Schedule allToAll(int rank, int size, long count, int elementBytes, boolean inPlace) {
        Algorithm algorithm = Tuning.TABLE.choose(ALL_TO_ALL, size, count * elementBytes, true);
        return Catalogue.allToAll(algorithm, rank, size, count, inPlace);
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
                : SpreadAllToAll.schedule(rank, size, sendCounts, sendDispls, recvCounts, recvDispls, Catalogue.WINDOW);
    }

    /** A count is that of one block. In place, the vector is in OUTPUT and the result goes to its beginning. */
    public static Schedule reduceScatterBlock(
            int rank, int size, long count, int elementBytes, boolean commutative, boolean inPlace) {
        Algorithm algorithm = Tuning.TABLE.choose(REDUCE_SCATTER, size, count * size * elementBytes, commutative);
        return Catalogue.reduceScatterBlock(algorithm, rank, size, count, commutative, inPlace);
    }

    /** In place, the vector is in OUTPUT and the result goes to its beginning. */
    public static Schedule reduceScatter(
            int rank, int size, int[] counts, int elementBytes, boolean commutative, boolean inPlace) {
        Algorithm algorithm = Tuning.TABLE.choose(REDUCE_SCATTER, size, sum(counts) * elementBytes, commutative);
        return Catalogue.reduceScatter(algorithm, rank, size, counts, commutative, inPlace);
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
}
