package io.jmpi.job;

/** How far a rank has come, by its own account. */
public enum RankState {
    /** Started, or not an MPI program at all. */
    STARTED,
    /** In between {@code Init} and {@code Finalize}. */
    INITIALIZED,
    /** Past {@code Finalize}; it may leave with any exit status. */
    FINALIZED,
    /** It called {@code abort}. */
    ABORTED;

    private static final RankState[] BY_ORDINAL = values();

    static RankState of(int ordinal) {
        return BY_ORDINAL[ordinal];
    }
}
