package io.jmpi.commons;

/** Each puts a block for each, each combines those that are its own. In place, the result goes over the first block. */
final class CommonReduceScatter extends CommonExchange {

    CommonReduceScatter(Commons commons, Cells cells) {
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
        cells.combine(odd, cells.self() * cells.share(), ends, at, piece);
    }
}
