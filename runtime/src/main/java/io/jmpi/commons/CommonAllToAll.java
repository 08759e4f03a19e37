package io.jmpi.commons;

/** Each takes the blocks that are its own. */
final class CommonAllToAll extends CommonBlockExchange {

    CommonAllToAll(NodeCommons commons, Cells cells) {
        super(commons, cells);
    }

    @Override
    void take(Ends ends, long at, int odd, int piece) {
        for (int rank = 0; rank < cells.ranks(); rank++) {
            cells.take(odd, rank, within(), ends, rank * ends.length() + at, piece);
        }
    }
}
