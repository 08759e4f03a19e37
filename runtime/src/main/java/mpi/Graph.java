package mpi;

/** A graph of which every process knows all: the neighbours of rank i end at {@code index[i]} (MPI 4.1, 8.5.3). Immutable. */
record Graph(int[] index, int[] edges, int rank) implements Topology {

    int[] neighbours(int of) {
        return java.util.Arrays.copyOfRange(edges, of == 0 ? 0 : index[of - 1], index[of]);
    }

    @Override
    public int kind() {
        return MPI.GRAPH;
    }

    @Override
    public int[] sources() {
        return neighbours(rank);
    }

    @Override
    public int[] destinations() {
        return neighbours(rank);
    }
}
