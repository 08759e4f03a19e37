package mpi;

import io.jmpi.coll.Communicator;

/**
 * A communicator whose ranks form a graph, which all know (MPI 4.1, 8.5.3) or of which each knows its own neighbours
 * (8.5.4).
 */
public final class GraphComm extends Intracomm {

    /** One of the two is null. */
    private final Graph graph;

    private final DistGraphNeighbors neighbours;

    private GraphComm(Graph graph, DistGraphNeighbors neighbours) {
        super("");
        this.graph = graph;
        this.neighbours = neighbours;
    }

    GraphComm(Communicator communicator, Graph graph, DistGraphNeighbors neighbours) {
        this(graph, neighbours);
        bind(communicator);
    }

    /** None, for a rank that is not in the graph. */
    static GraphComm none() {
        return new GraphComm(null, null);
    }

    @Override
    Topology topology() {
        return graph != null ? graph : neighbours == null ? null : neighbours.topology();
    }

    private Graph graph() {
        communicator();
        if (graph == null) {
            throw new MPIException(MPI.ERR_TOPOLOGY, "this is a distributed graph; use getDistGraphNeighbors");
        }
        return graph;
    }

    /** Like {@link #dup}. */
    @Override
    public GraphComm clone() {
        return dup();
    }

    @Override
    public GraphComm dup() throws MPIException {
        return duplicate(new GraphComm(graph, neighbours));
    }

    @Override
    public GraphComm iDup() throws MPIException {
        return startDuplicate(new GraphComm(graph, neighbours));
    }

    @Override
    public GraphComm dupWithInfo(Info info) throws MPIException {
        GraphComm copy = dup();
        copy.setInfo(info);
        return copy;
    }

    /**
     * The graph's form.
     *
     * @return nodes and edges
     * @throws MPIException when it is a distributed graph
     */
    public GraphParms getDims() throws MPIException {
        return new GraphParms(graph().index().clone(), graph.edges().clone());
    }

    /**
     * The neighbours of a rank.
     *
     * @param rank 0 to size - 1
     * @return their ranks
     * @throws MPIException when the rank is out of range, or it is a distributed graph
     */
    public int[] getNeighbors(int rank) throws MPIException {
        if (rank < 0 || rank >= communicator().size()) {
            throw new MPIException(
                    MPI.ERR_RANK,
                    "rank out of range: rank=" + rank + ", allowed 0.."
                            + (communicator().size() - 1));
        }
        return graph().neighbours(rank);
    }

    /**
     * This rank's neighbours in a distributed graph.
     *
     * @return sources and destinations
     * @throws MPIException when it is no distributed graph
     */
    public DistGraphNeighbors getDistGraphNeighbors() throws MPIException {
        communicator();
        if (neighbours == null) {
            throw new MPIException(MPI.ERR_TOPOLOGY, "this is no distributed graph; use getNeighbors");
        }
        return neighbours;
    }

    /**
     * Which rank this one would get in another graph.
     *
     * @param index where the edges of each node end
     * @param edges where they go to
     * @return the rank, {@link MPI#UNDEFINED} if the graph is smaller than the communicator and this rank is not in it
     * @throws MPIException when the graph is larger than the communicator, or none
     */
    public int map(int[] index, int[] edges) throws MPIException {
        Topologies.checkGraph(communicator(), index, edges);
        int rank = communicator().rank();
        return rank < index.length ? rank : MPI.UNDEFINED;
    }
}
