package mpi;

/**
 * The form of a graph. Immutable.
 */
public final class GraphParms {

    private final int[] index;
    private final int[] edges;

    GraphParms(int[] index, int[] edges) {
        this.index = index;
        this.edges = edges;
    }

    /**
     * Number of nodes.
     *
     * @return 1 or more
     */
    public int getIndexCount() {
        return index.length;
    }

    /**
     * Where a node's edges end.
     *
     * @param i its number, from 0 on
     * @return number of edges of this node and those before
     */
    public int getIndex(int i) {
        return index[i];
    }

    /**
     * Number of edges.
     *
     * @return 0 or more
     */
    public int getEdgeCount() {
        return edges.length;
    }

    /**
     * Where an edge goes to.
     *
     * @param i its number, from 0 on
     * @return rank
     */
    public int getEdge(int i) {
        return edges[i];
    }
}
