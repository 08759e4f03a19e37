package io.jmpi.commons;

/** Each puts its block, everybody takes all. */
final class CommonAllGather extends CommonExchange {

    CommonAllGather(NodeCommons commons, Cells cells) {
        super(commons, cells);
    }

    @Override
    void put(Ends ends, long at, int odd, int piece) {
        super.put(ends, ends.inPlace() ? cells.self() * ends.length() + at : at, odd, piece);
    }

    @Override
    void take(Ends ends, long at, int odd, int piece) {
        for (int rank = 0; rank < cells.ranks(); rank++) {
            if (rank != cells.self() || !ends.inPlace()) {
                cells.take(odd, rank, 0, ends, rank * ends.length() + at, piece);
            }
        }
    }
}
