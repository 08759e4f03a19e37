package io.jmpi.commons;

/** Each puts its block; the root takes all, or everybody does. */
final class CommonGather extends CommonExchange {

    private final boolean everywhere;

    CommonGather(NodeCommons commons, Cells cells, boolean everywhere) {
        super(commons, cells);
        this.everywhere = everywhere;
    }

    @Override
    void put(Ends ends, long at, int odd, int piece) {
        super.put(ends, ends.inPlace() ? cells.self() * ends.length() + at : at, odd, piece);
    }

    @Override
    void take(Ends ends, long at, int odd, int piece) {
        if (!everywhere && cells.self() != ends.root()) {
            return;
        }
        for (int rank = 0; rank < cells.ranks(); rank++) {
            if (rank != cells.self() || !ends.inPlace()) {
                cells.take(odd, rank, 0, ends, rank * ends.length() + at, piece);
            }
        }
    }
}
