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
            int odd = cells.odd();
            int piece = (int) Math.min(most, ends.length() - at);
            cells.tellLength(odd, ends.length());
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

    /** Puts a piece into this rank's cell: of the one block that it has, unless said otherwise. */
    void put(Ends ends, long at, int odd, int piece) {
        cells.put(ends, at, odd, 0, piece);
    }

    /** Takes pieces from cells. */
    abstract void take(Ends ends, long at, int odd, int piece);
}
