package io.jmpi.commons;

/** Each combines the blocks that are its own; in place, over the first block. */
final class CommonReduceScatter extends CommonBlockExchange {

    CommonReduceScatter(NodeCommons commons, Cells cells) {
        super(commons, cells);
    }

    @Override
    void take(Ends ends, long at, int odd, int piece) {
        long own = cells.self() * ends.length() + at;
        cells.combine(odd, cells.self() * piece, ends, own, at, piece);
    }
}
