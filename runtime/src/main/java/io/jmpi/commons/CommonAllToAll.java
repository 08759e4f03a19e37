package io.jmpi.commons;

/** Each puts a block for each, each takes those that are its own. In place works too: what a piece overwrites has been put. */
final class CommonAllToAll extends CommonExchange {

    CommonAllToAll(Commons commons, Cells cells) {
        super(commons, cells);
    }

    @Override
    int most() {
        return cells.share();
    }

    @Override
    void put(Ends ends, long at, int odd, int piece) {
        for (int rank = 0; rank < cells.ranks(); rank++) {
            cells.put(ends, rank * ends.length() + at, odd, rank * cells.share(), piece);
        }
    }

    @Override
    void take(Ends ends, long at, int odd, int piece) {
        int within = cells.self() * cells.share();
        for (int rank = 0; rank < cells.ranks(); rank++) {
            cells.take(odd, rank, within, ends, rank * ends.length() + at, piece);
        }
    }
}
