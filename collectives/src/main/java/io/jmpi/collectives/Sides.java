package io.jmpi.collectives;

/**
 * Two groups, as a rank of one of them sees them: its own ranks are 0, 1, ..., those of the other group follow.
 *
 * <pre>
 *   3 ranks here, 2 there
 *   here   0  1  2
 *   there  3  4           rank 0 there is 3 here
 * </pre>
 */
record Sides(int rank, int here, int there) {

    /** The wider a tree, the fewer levels. */
    static final int RADIX = 2;

    /** What a rank of the other group is called here. */
    int across(int rank) {
        return here + rank;
    }

    /** This group's ranks, the first of which speaks with the first of the other group. */
    Crew crew() {
        int[] ranks = new int[here];
        for (int place = 0; place < here; place++) {
            ranks[place] = place;
        }
        return new Crew(ranks, rank);
    }
}
