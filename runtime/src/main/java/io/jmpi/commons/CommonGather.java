package io.jmpi.commons;

/** Each puts its block, the root takes all. */
final class CommonGather extends CommonExchange {

    private int root;

    CommonGather(Commons commons, Cells cells) {
        super(commons, cells);
    }

    CommonGather to(int rank) {
        root = rank;
        return this;
    }

    @Override
    int most() {
        return cells.capacity();
    }

    @Override
    void put(Ends ends, long at, int odd, int piece) {
        if (!ends.inPlace() || cells.self() != root) {
            cells.put(ends, at, odd, 0, piece);
        }
    }

    @Override
    void take(Ends ends, long at, int odd, int piece) {
        if (cells.self() != root) {
            return;
        }
        for (int rank = 0; rank < cells.ranks(); rank++) {
            if (rank != root || !ends.inPlace()) {
                cells.take(odd, rank, 0, ends, rank * ends.length() + at, piece);
            }
        }
    }
}
