package io.jmpi.commons;

/** Each gives its data to the root, the root too; it combines them piece by piece, in the order of the ranks. */
final class CommonReduce {

    private final Inward inward;

    CommonReduce(Inward inward) {
        this.inward = inward;
    }

    void run(Ends ends) {
        if (inward.self() != ends.root()) {
            inward.give(ends);
            return;
        }
        inward.begin(ends);
        long at = 0;
        do {
            inward.givePiece(ends, at);
            for (int rank = 0; rank < inward.ranks(); rank++) {
                int from = inward.await(rank, ends, at);
                if (from >= 0) {
                    combine(ends, rank, at, from);
                    inward.taken(rank);
                }
            }
            at += inward.piece();
        } while (at < ends.length());
        inward.end(ends);
    }

    private void combine(Ends ends, int rank, long at, int from) {
        int bytes = inward.bytes(ends, at);
        long place = ends.outputOffset() + at;
        if (bytes > 0 && rank == 0) {
            ends.outputMemory().unpack(inward.wire(rank), from, ends.output(), place, bytes);
        } else if (bytes > 0) {
            Object pieces = ends.outputMemory().view(inward.wire(rank));
            ends.reduction().reduce(pieces, from, ends.output(), place, bytes / ends.unit());
        }
    }
}
