package io.jmpi.commons;

/** Each rank has a block for each: its cell is shared out to them. In place works too: what a piece overwrites has been put. */
abstract class CommonBlockExchange extends CommonExchange {

    CommonBlockExchange(NodeCommons commons, Cells cells) {
        super(commons, cells);
    }

    @Override
    final int most() {
        return cells.share();
    }

    @Override
    final void put(Ends ends, long at, int odd, int piece) {
        for (int rank = 0; rank < cells.ranks(); rank++) {
            cells.put(ends, rank * ends.length() + at, odd, rank * cells.share(), piece);
        }
    }

    /** Where the blocks for this rank are in the cells. */
    final int within() {
        return cells.self() * cells.share();
    }
}
