package io.jmpi.commons;

/** Each puts its block, each takes all. */
final class CommonAllGather extends CommonExchange {

    CommonAllGather(Commons commons, Cells cells) {
        super(commons, cells);
    }

    @Override
    int most() {
        return cells.capacity();
    }

    @Override
    void put(Ends ends, long at, int odd, int piece) {
        cells.put(ends, ends.inPlace() ? cells.self() * ends.length() + at : at, odd, 0, piece);
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
