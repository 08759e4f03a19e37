package mpi;

/**
 * Whom a rank of a distributed graph gets from, and whom it gives to (MPI 4.1, 8.5.4). Immutable.
 */
public final class DistGraphNeighbors {

    private final int[] sources;
    private final int[] sourceWeights;
    private final int[] destinations;
    private final int[] destinationWeights;

    /** Weights are null where there are none. */
    DistGraphNeighbors(int[] sources, int[] sourceWeights, int[] destinations, int[] destinationWeights) {
        this.sources = sources;
        this.sourceWeights = sourceWeights;
        this.destinations = destinations;
        this.destinationWeights = destinationWeights;
    }

    /** As what neighbourhood collectives need. */
    Topology topology() {
        return new Edges(this);
    }

    private record Edges(DistGraphNeighbors neighbours) implements Topology {

        @Override
        public int kind() {
            return MPI.DIST_GRAPH;
        }

        @Override
        public int[] sources() {
            return neighbours.sources;
        }

        @Override
        public int[] destinations() {
            return neighbours.destinations;
        }
    }

    /**
     * Number of edges that come in.
     *
     * @return 0 or more
     */
    public int getInDegree() {
        return sources.length;
    }

    /**
     * Number of edges that go out.
     *
     * @return 0 or more
     */
    public int getOutDegree() {
        return destinations.length;
    }

    /**
     * Whether edges have weights.
     *
     * @return true if the graph was made with weights
     */
    public boolean isWeighted() {
        return sourceWeights != null;
    }

    /**
     * Where an edge comes from.
     *
     * @param i 0 to in-degree - 1
     * @return rank
     */
    public int getSource(int i) {
        return sources[i];
    }

    /**
     * The weight of an edge that comes in.
     *
     * @param i 0 to in-degree - 1
     * @return its weight, 1 in a graph without weights
     */
    public int getSourceWeight(int i) {
        return sourceWeights == null ? 1 : sourceWeights[i];
    }

    /**
     * Where an edge goes to.
     *
     * @param i 0 to out-degree - 1
     * @return rank
     */
    public int getDestination(int i) {
        return destinations[i];
    }

    /**
     * The weight of an edge that goes out.
     *
     * @param i 0 to out-degree - 1
     * @return its weight, 1 in a graph without weights
     */
    public int getDestinationWeight(int i) {
        return destinationWeights == null ? 1 : destinationWeights[i];
    }
}
