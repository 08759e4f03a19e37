package mpi;

/**
 * Two ranks at a distance in a grid: whom to receive from and whom to send to. Immutable.
 */
public final class ShiftParms {

    private final int rankSource;
    private final int rankDest;

    ShiftParms(int rankSource, int rankDest) {
        this.rankSource = rankSource;
        this.rankDest = rankDest;
    }

    /**
     * Whom to receive from.
     *
     * @return rank, or {@link MPI#PROC_NULL}
     */
    public int getRankSource() {
        return rankSource;
    }

    /**
     * Whom to send to.
     *
     * @return rank, or {@link MPI#PROC_NULL}
     */
    public int getRankDest() {
        return rankDest;
    }
}
