package mpi;

/**
 * Who is whose neighbour in a communicator, as neighbourhood collectives need it (MPI 4.1, 8.6). Immutable.
 *
 * <p>Between two ranks that are neighbours several times the k-th message sent goes to the k-th receive. A grid of two in a
 * circle so needs receives in another order than the buffer's: what goes out at the upper side comes in at the lower.
 */
interface Topology {

    /** {@link MPI#CART}, {@link MPI#GRAPH} or {@link MPI#DIST_GRAPH}. */
    int kind();

    /** Ranks that this one gives to, in the order of its send buffer; {@link MPI#PROC_NULL} for nobody. */
    int[] destinations();

    /** Ranks that this one gets from, in the order of its receive buffer. */
    int[] sources();

    /** The places in {@link #sources} in the order in which to receive. */
    default int[] receiveOrder() {
        int[] order = new int[sources().length];
        for (int place = 0; place < order.length; place++) {
            order[place] = place;
        }
        return order;
    }
}
