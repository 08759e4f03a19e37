package io.jmpi.commons;

/** Each puts its data, the root combines them. */
final class CommonReduce extends CommonExchange {

    private int root;

    CommonReduce(Commons commons, Cells cells) {
        super(commons, cells);
    }

    CommonReduce to(int rank) {
        root = rank;
        return this;
    }

    @Override
    int most() {
        return cells.capacity();
    }

    @Override
    void put(Ends ends, long at, int odd, int piece) {
        cells.put(ends, at, odd, 0, piece);
    }

    @Override
    void take(Ends ends, long at, int odd, int piece) {
        if (cells.self() == root) {
            cells.combine(odd, 0, ends, at, piece);
        }
    }
}
