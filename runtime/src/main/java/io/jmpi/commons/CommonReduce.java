package io.jmpi.commons;

/** Each puts its data, the root combines them. */
final class CommonReduce extends CommonExchange {

    CommonReduce(NodeCommons commons, Cells cells) {
        super(commons, cells);
    }

    @Override
    void take(Ends ends, long at, int odd, int piece) {
        if (cells.self() == ends.root()) {
            cells.combine(odd, 0, ends, at, piece);
        }
    }
}
