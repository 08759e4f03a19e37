package mpi;

/**
 * A Cartesian grid of processes, as one of them sees it; the last dimension runs fastest (MPI 4.1, 8.2). Immutable.
 *
 * <pre>
 *   dims 2, 3       0 1 2
 *                   3 4 5       rank 4 has coordinates 1, 1
 * </pre>
 */
record Grid(int[] dims, boolean[] periods, int rank) implements Topology {

    static Grid of(int[] dims, boolean[] periods, int rank) {
        return new Grid(dims.clone(), periods.clone(), rank);
    }

    /** Number of places in a grid. */
    static long places(int[] dims) {
        long places = 1;
        for (int length : dims) {
            if (length <= 0) {
                throw new MPIException(MPI.ERR_DIMS, "a dimension has at least one place: " + text(dims));
            }
            places *= length;
            if (places > Integer.MAX_VALUE) {
                throw new MPIException(MPI.ERR_DIMS, "the grid is too large: " + text(dims));
            }
        }
        return places;
    }

    static String text(int[] dims) {
        return "dims=" + java.util.Arrays.toString(dims);
    }

    int[] coordinates(int of) {
        int[] coordinates = new int[dims.length];
        int rest = of;
        for (int dim = dims.length - 1; dim >= 0; dim--) {
            coordinates[dim] = rest % dims[dim];
            rest /= dims[dim];
        }
        return coordinates;
    }

    /** The rank at coordinates, those outside of a periodic dimension being taken round. */
    int rankAt(int[] coordinates) {
        int at = 0;
        for (int dim = 0; dim < dims.length; dim++) {
            int coordinate = coordinates[dim];
            if (coordinate < 0 || coordinate >= dims[dim]) {
                if (!periods[dim]) {
                    throw new MPIException(
                            MPI.ERR_ARG,
                            "coordinate out of range: coords[" + dim + "]=" + coordinate + ", allowed 0.."
                                    + (dims[dim] - 1) + " in a dimension that is not periodic");
                }
                coordinate = Math.floorMod(coordinate, dims[dim]);
            }
            at = at * dims[dim] + coordinate;
        }
        return at;
    }

    /** The rank at a distance in a dimension, or nobody. */
    int neighbour(int dim, int distance) {
        int[] coordinates = coordinates(rank);
        long moved = (long) coordinates[dim] + distance;
        if (!periods[dim] && (moved < 0 || moved >= dims[dim])) {
            return MPI.PROC_NULL;
        }
        coordinates[dim] = (int) Math.floorMod(moved, (long) dims[dim]);
        return rankAt(coordinates);
    }

    @Override
    public int kind() {
        return MPI.CART;
    }

    /** In each dimension the lower neighbour, then the upper. */
    @Override
    public int[] sources() {
        int[] neighbours = new int[2 * dims.length];
        for (int dim = 0; dim < dims.length; dim++) {
            neighbours[2 * dim] = neighbour(dim, -1);
            neighbours[2 * dim + 1] = neighbour(dim, 1);
        }
        return neighbours;
    }

    @Override
    public int[] destinations() {
        return sources();
    }

    /** What the upper neighbour gives first, to its lower one, comes first. */
    @Override
    public int[] receiveOrder() {
        int[] order = new int[2 * dims.length];
        for (int dim = 0; dim < dims.length; dim++) {
            order[2 * dim] = 2 * dim + 1;
            order[2 * dim + 1] = 2 * dim;
        }
        return order;
    }
}
