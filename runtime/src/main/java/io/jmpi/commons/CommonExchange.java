package io.jmpi.commons;

/**
 * Each rank puts data into its cell, piece by piece; when all have, each takes what it wants from the cells of all. What
 * that is, makes the collective.
 */
abstract class CommonExchange {

    final Cells cells;
    private final NodeCommons commons;

    CommonExchange(NodeCommons commons, Cells cells) {
        this.commons = commons;
        this.cells = cells;
    }

    final void run(Ends ends) {
        int most = most();
        long at = 0;
        do {
            int piece = (int) Math.min(most, ends.length() - at);
            int odd = cells.begin(ends.length(), piece * blocks());
            if (piece != 0) {
                put(ends, at, odd, piece);
            }
            cells.pass(commons, odd);
            if (piece != 0) {
                take(ends, at, odd, piece);
            }
            at += piece;
        } while (at < ends.length());
    }

    /** Bytes of a piece. */
    int most() {
        return cells.capacity();
    }

    /** Pieces that each rank puts into its cell: of one block, unless said otherwise. */
    int blocks() {
        return 1;
    }

    /** Puts them. */
    void put(Ends ends, long at, int odd, int piece) {
        cells.put(ends, at, odd, 0, piece);
    }

    /** Takes pieces from cells. */
    abstract void take(Ends ends, long at, int odd, int piece);
}
