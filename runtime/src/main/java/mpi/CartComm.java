package mpi;

import io.jmpi.coll.Communicator;

/**
 * A communicator whose ranks form a grid (MPI 4.1, 8.5.1).
 */
public final class CartComm extends Intracomm {

    private final Grid grid;

    private CartComm(Grid grid) {
        super("");
        this.grid = grid;
    }

    CartComm(Communicator communicator, Grid grid) {
        this(grid);
        bind(communicator);
    }

    /** None, for a rank that is not in the grid. */
    static CartComm none() {
        return new CartComm(null);
    }

    @Override
    Topology topology() {
        return grid;
    }

    private Grid grid() {
        communicator();
        return grid;
    }

    /** Like {@link #dup}. */
    @Override
    public CartComm clone() {
        return dup();
    }

    @Override
    public CartComm dup() throws MPIException {
        return duplicate(new CartComm(grid));
    }

    @Override
    public CartComm iDup() throws MPIException {
        return startDuplicate(new CartComm(grid));
    }

    @Override
    public CartComm dupWithInfo(Info info) throws MPIException {
        CartComm copy = dup();
        copy.setInfo(info);
        return copy;
    }

    /**
     * The grid's form and this rank's place.
     *
     * @return dimensions, periods and coordinates
     * @throws MPIException when the communicator is null
     */
    public CartParms getTopo() throws MPIException {
        return new CartParms(grid().dims().clone(), grid.periods().clone(), grid.coordinates(grid.rank()));
    }

    /**
     * The rank at coordinates.
     *
     * @param coords one for each dimension; in a periodic dimension any, taken round
     * @return the rank
     * @throws MPIException when a coordinate is out of range
     */
    public int getRank(int[] coords) throws MPIException {
        requireDims(coords == null ? 0 : coords.length, "coordinates");
        return grid.rankAt(coords);
    }

    /**
     * The coordinates of a rank.
     *
     * @param rank 0 to size - 1
     * @return one for each dimension
     * @throws MPIException when the rank is out of range
     */
    public int[] getCoords(int rank) throws MPIException {
        if (rank < 0 || rank >= communicator().size()) {
            throw new MPIException(
                    MPI.ERR_RANK,
                    "rank out of range: rank=" + rank + ", allowed 0.."
                            + (communicator().size() - 1));
        }
        return grid.coordinates(rank);
    }

    /**
     * Whom to receive from and whom to send to when all shift their data the same way.
     *
     * @param direction the dimension, from 0 on
     * @param disp how far; upwards if positive
     * @return the two ranks
     * @throws MPIException when there is no such dimension
     */
    public ShiftParms shift(int direction, int disp) throws MPIException {
        int dims = grid().dims().length;
        if (direction < 0 || direction >= dims) {
            throw new MPIException(
                    MPI.ERR_DIMS, "direction out of range: direction=" + direction + ", allowed 0.." + (dims - 1));
        }
        return new ShiftParms(grid.neighbour(direction, -disp), grid.neighbour(direction, disp));
    }

    /**
     * Cuts the grid into grids of fewer dimensions; a collective call.
     *
     * @param remainDims for each dimension whether it stays
     * @return the part that this rank is in
     * @throws MPIException when there are not as many as dimensions
     */
    public CartComm sub(boolean[] remainDims) throws MPIException {
        requireDims(remainDims == null ? 0 : remainDims.length, "flags");
        int[] coordinates = grid.coordinates(grid.rank());
        int left = 0;
        for (boolean remains : remainDims) {
            left += remains ? 1 : 0;
        }
        int[] dims = new int[left];
        boolean[] periods = new boolean[left];
        int colour = 0;
        int key = 0;
        int at = 0;
        for (int dim = 0; dim < remainDims.length; dim++) {
            int length = grid.dims()[dim];
            if (remainDims[dim]) {
                dims[at] = length;
                periods[at++] = grid.periods()[dim];
                key = key * length + coordinates[dim];
            } else {
                colour = colour * length + coordinates[dim];
            }
        }
        Intracomm part = split(colour, key);
        return new CartComm(part.communicator(), new Grid(dims, periods, part.getRank()));
    }

    /**
     * Which rank this one would get in another grid.
     *
     * @param dims places in each dimension
     * @param periods whether each is a circle
     * @return the rank, {@link MPI#UNDEFINED} if the grid is smaller than the communicator and this rank is not in it
     * @throws MPIException when the grid is larger than the communicator
     */
    public int map(int[] dims, boolean[] periods) throws MPIException {
        int rank = communicator().rank();
        int places = Topologies.places(communicator(), dims, periods);
        return rank < places ? rank : MPI.UNDEFINED;
    }

    /**
     * Divides nodes over dimensions as evenly as can be (MPI 4.1, 8.5.2).
     *
     * @param nnodes number of nodes
     * @param dims places in each dimension; those that are 0 are set
     * @throws MPIException when the others do not divide the number of nodes
     */
    public static void createDims(int nnodes, int[] dims) throws MPIException {
        Topologies.divide(nnodes, dims);
    }

    private void requireDims(int length, String what) {
        int dims = grid().dims().length;
        if (length != dims) {
            throw new MPIException(
                    MPI.ERR_ARG, "a grid of " + dims + " dimensions needs as many " + what + ", not " + length);
        }
    }
}
