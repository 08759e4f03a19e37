package io.jmpi.commons;

import io.jmpi.data.UserMemory;

/** Each takes the blocks that are its own. */
final class CommonAllToAll extends CommonBlockExchange {

    CommonAllToAll(NodeCommons commons, Cells cells) {
        super(commons, cells);
    }

    @Override
    void take(Ends ends, long at, int odd, int piece) {
        for (int rank = 0; rank < cells.ranks(); rank++) {
            long to = rank * ends.length() + at;
            if (rank != cells.self() || !ends.apart()) {
                cells.take(odd, rank, cells.self() * piece, ends, to, piece);
            } else {
                UserMemory.copyBetween(
                        ends.input(), ends.inputOffset() + to, ends.output(), ends.outputOffset() + to, piece);
            }
        }
    }
}
