package io.jmpi.commons;

import io.jmpi.data.UserMemory;

/** Each gives its block to the root, which takes of one at a time what fills half of the pipe. */
final class CommonGather {

    private final Inward inward;

    CommonGather(Inward inward) {
        this.inward = inward;
    }

    void run(Ends ends) {
        int self = inward.self();
        if (self != ends.root()) {
            inward.give(ends);
            return;
        }
        inward.begin(ends);
        if (!ends.inPlace() && ends.length() > 0) {
            long place = ends.outputOffset() + self * ends.length();
            UserMemory.copyBetween(ends.input(), ends.inputOffset(), ends.output(), place, ends.length());
        }
        long atOnce = inward.half();
        long at = 0;
        do {
            for (int rank = 0; rank < inward.ranks(); rank++) {
                if (rank != self) {
                    take(ends, rank, at, Math.min(ends.length(), at + atOnce));
                }
            }
            at += atOnce;
        } while (at < ends.length());
        inward.end(ends);
    }

    private void take(Ends ends, int rank, long first, long end) {
        long at = first;
        do {
            int from = inward.await(rank, ends, at);
            if (from < 0) {
                return;
            }
            int bytes = inward.bytes(ends, at);
            if (bytes > 0) {
                long place = ends.outputOffset() + rank * ends.length() + at;
                ends.outputMemory().unpack(inward.wire(rank), from, ends.output(), place, bytes);
            }
            inward.taken(rank);
            at += bytes;
        } while (at < end);
    }
}
