package mpi;

/**
 * The form of a grid and this rank's place in it. Immutable.
 */
public final class CartParms {

    private final int[] dims;
    private final boolean[] periods;
    private final int[] coords;

    CartParms(int[] dims, boolean[] periods, int[] coords) {
        this.dims = dims;
        this.periods = periods;
        this.coords = coords;
    }

    /**
     * Number of dimensions.
     *
     * @return 0 or more
     */
    public int getDimCount() {
        return dims.length;
    }

    /**
     * Number of places in a dimension.
     *
     * @param i its number, from 0 on
     * @return 1 or more
     */
    public int getDim(int i) {
        return dims[i];
    }

    /**
     * Whether a dimension is a circle.
     *
     * @param i its number, from 0 on
     * @return true if so
     */
    public boolean getPeriod(int i) {
        return periods[i];
    }

    /**
     * This rank's coordinate in a dimension.
     *
     * @param i its number, from 0 on
     * @return 0 to places - 1
     */
    public int getCoord(int i) {
        return coords[i];
    }
}
