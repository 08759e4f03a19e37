package mpi;

import io.jmpi.coll.Communicator;
import java.util.Arrays;

/** How topologies are made: arguments checked, dimensions found, edges told to those they end at. */
final class Topologies {

    private Topologies() {}

    /** Places of a grid that must fit into a communicator. */
    static int places(Communicator comm, int[] dims, boolean[] periods) {
        if (dims == null || periods == null || periods.length < dims.length) {
            throw new MPIException(
                    MPI.ERR_DIMS, "each dimension needs its number of places and whether it is periodic");
        }
        long places = Grid.places(dims);
        if (places > comm.size()) {
            throw new MPIException(
                    MPI.ERR_DIMS,
                    Grid.text(dims) + " has " + places + " places, the communicator " + comm.size() + " ranks");
        }
        return (int) places;
    }

    static void checkGraph(Communicator comm, int[] index, int[] edges) {
        if (index == null || edges == null || index.length > comm.size()) {
            throw new MPIException(
                    MPI.ERR_TOPOLOGY,
                    "a graph needs index and edges, and at most as many nodes as there are ranks, " + comm.size());
        }
        int end = 0;
        for (int node = 0; node < index.length; node++) {
            if (index[node] < end || index[node] > edges.length) {
                throw new MPIException(
                        MPI.ERR_TOPOLOGY,
                        "index must not decrease, nor pass the " + edges.length + " edges: index[" + node + "]="
                                + index[node]);
            }
            end = index[node];
        }
        for (int edge = 0; edge < end; edge++) {
            if (edges[edge] < 0 || edges[edge] >= index.length) {
                throw new MPIException(
                        MPI.ERR_TOPOLOGY,
                        "edge out of range: edges[" + edge + "]=" + edges[edge] + ", allowed 0.." + (index.length - 1));
            }
        }
    }

    /** Sets the dimensions that are 0, in falling order, as near to each other as can be. */
    static void divide(int nodes, int[] dims) {
        int free = 0;
        int rest = nodes;
        for (int length : dims) {
            if (length < 0 || length > 0 && rest % length != 0) {
                throw new MPIException(MPI.ERR_DIMS, nodes + " nodes cannot be divided over " + Grid.text(dims));
            }
            free += length == 0 ? 1 : 0;
            rest = length == 0 ? rest : rest / length;
        }
        if (nodes <= 0 || free == 0 && rest != 1) {
            throw new MPIException(MPI.ERR_DIMS, nodes + " nodes cannot be divided over " + Grid.text(dims));
        }
        if (free == 0) {
            return;
        }
        int[] found = new int[free];
        int[] best = new int[free];
        best(rest, 0, rest, found, best);
        int at = 0;
        for (int dim = 0; dim < dims.length; dim++) {
            if (dims[dim] == 0) {
                dims[dim] = best[at++];
            }
        }
    }

    /** Tries all falling sequences of divisors; keeps that with the smallest first, then second, and so on. */
    private static void best(int rest, int place, int most, int[] found, int[] best) {
        if (place == found.length) {
            if (rest == 1 && (best[0] == 0 || Arrays.compare(found, best) < 0)) {
                System.arraycopy(found, 0, best, 0, best.length);
            }
            return;
        }
        for (int divisor = 1; divisor <= most && divisor <= rest; divisor++) {
            if (rest % divisor == 0) {
                found[place] = divisor;
                best(rest / divisor, place + 1, divisor, found, best);
            }
        }
    }

    /**
     * Tells all ranks the edges that end at them, in the order of those who have given them.
     *
     * @param sources where edges come from
     * @param degrees how many from each
     * @param destinations where they go to
     * @param weights null where there are none
     */
    static DistGraphNeighbors collect(Intracomm comm, int[] sources, int[] degrees, int[] destinations, int[] weights) {
        int mine = check(comm, sources, degrees, destinations, weights);
        int[] edges = new int[3 * mine];
        int at = 0;
        for (int i = 0; i < sources.length; i++) {
            for (int k = 0; k < degrees[i]; k++, at++) {
                edges[3 * at] = sources[i];
                edges[3 * at + 1] = destinations[at];
                edges[3 * at + 2] = weights == null ? 1 : weights[at];
            }
        }
        int size = comm.getSize();
        int[] counts = new int[size];
        comm.allGather(new int[] {edges.length}, 1, MPI.INT, counts, 1, MPI.INT);
        int[] places = new int[size];
        for (int rank = 1; rank < size; rank++) {
            places[rank] = places[rank - 1] + counts[rank - 1];
        }
        int[] all = new int[places[size - 1] + counts[size - 1]];
        comm.allGatherv(edges, edges.length, MPI.INT, all, counts, places, MPI.INT);
        int rank = comm.getRank();
        boolean weighted = weights != null;
        return new DistGraphNeighbors(
                select(all, 1, rank, 0),
                weighted ? select(all, 1, rank, 2) : null,
                select(all, 0, rank, 1),
                weighted ? select(all, 0, rank, 2) : null);
    }

    private static int check(Intracomm comm, int[] sources, int[] degrees, int[] destinations, int[] weights) {
        int edges = 0;
        for (int i = 0; i < sources.length; i++) {
            checkRanks(comm, new int[] {sources[i]}, "source");
            edges += degrees[i];
        }
        if (destinations.length < edges || weights != null && weights.length < edges) {
            throw new MPIException(
                    MPI.ERR_ARG, "each of " + edges + " edges needs a destination, and a weight if any has one");
        }
        checkRanks(comm, destinations, "destination");
        return edges;
    }

    static void checkRanks(Intracomm comm, int[] ranks, String what) {
        for (int rank : ranks) {
            if (rank < 0 || rank >= comm.getSize()) {
                throw new MPIException(
                        MPI.ERR_RANK, what + " out of range: rank=" + rank + ", allowed 0.." + (comm.getSize() - 1));
            }
        }
    }

    /** One field of all edges that have a value in another field. */
    private static int[] select(int[] edges, int field, int value, int wanted) {
        int[] found = new int[edges.length / 3];
        int count = 0;
        for (int edge = 0; edge < edges.length; edge += 3) {
            if (edges[edge + field] == value) {
                found[count++] = edges[edge + wanted];
            }
        }
        return Arrays.copyOf(found, count);
    }
}
