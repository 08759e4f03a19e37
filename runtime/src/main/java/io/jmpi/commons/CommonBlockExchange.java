package io.jmpi.commons;

/**
 * Each rank has a block for each: its cell is shared out to them, piece behind piece. In place works too: what a piece
 * overwrites has been put.
 */
abstract class CommonBlockExchange extends CommonExchange {

    CommonBlockExchange(NodeCommons commons, Cells cells) {
        super(commons, cells);
    }

    @Override
    final int most() {
        return cells.share();
    }

    @Override
    final int blocks() {
        return cells.ranks();
    }

    /** Its own block it takes from its input, if that is {@linkplain Ends#apart apart}. */
    @Override
    final void put(Ends ends, long at, int odd, int piece) {
        for (int rank = 0; rank < cells.ranks(); rank++) {
            if (rank != cells.self() || !ends.apart()) {
                cells.put(ends, rank * ends.length() + at, odd, rank * piece, piece);
            }
        }
    }
}
