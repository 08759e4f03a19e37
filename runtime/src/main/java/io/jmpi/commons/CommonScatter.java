package io.jmpi.commons;

import io.jmpi.data.UserMemory;
import io.jmpi.job.CommonsLayout;
import java.nio.ByteBuffer;

/**
 * A pipe to each rank from the root, whoever that is. The root is as far ahead of each as its pipe is long; of long blocks it
 * puts half of that into each in turn.
 */
final class CommonScatter {

    private final int self;
    private final Turns turns;
    private final PipeExit own;
    private final PipeEntry[] all;

    CommonScatter(NodeCommons commons, ByteBuffer memory, int self, int ranks) {
        this.self = self;
        this.turns = new Turns(commons, self, new Mark(memory, CommonsLayout.SCATTERED));
        this.own = new PipeExit(commons, CommonsLayout.outward(memory, ranks, self));
        this.all = new PipeEntry[ranks];
        for (int rank = 0; rank < ranks; rank++) {
            all[rank] = new PipeEntry(commons, CommonsLayout.outward(memory, ranks, rank));
        }
    }

    /** To each rank its own block, as long as this rank's; the root keeps its own in its input if it is in place. */
    void run(Ends ends) {
        boolean takesOver = turns.begin(ends.root());
        if (self != ends.root()) {
            take(ends);
            return;
        }
        if (takesOver) {
            for (PipeEntry pipe : all) {
                pipe.takeOver();
            }
        }
        giveAll(ends);
        for (PipeEntry pipe : all) {
            pipe.leave();
        }
        turns.end();
        if (ends.output() != null && ends.length() > 0) {
            long block = ends.inputOffset() + self * ends.length();
            UserMemory.copyBetween(ends.input(), block, ends.output(), ends.outputOffset(), ends.length());
        }
    }

    private void giveAll(Ends ends) {
        long atOnce = all[self].half();
        long at = 0;
        do {
            for (int rank = 0; rank < all.length; rank++) {
                if (rank != self) {
                    give(ends, rank, at, Math.min(ends.length(), at + atOnce));
                }
            }
            at += atOnce;
        } while (at < ends.length());
    }

    private void give(Ends ends, int rank, long first, long end) {
        PipeEntry pipe = all[rank];
        long at = first;
        do {
            int bytes = (int) Math.min(pipe.piece(), end - at);
            int to = pipe.await(bytes);
            if (bytes > 0) {
                long place = ends.inputOffset() + rank * ends.length() + at;
                ends.inputMemory().pack(ends.input(), place, bytes, pipe.wire(), to);
            }
            pipe.fill(ends.length(), rank);
            at += bytes;
        } while (at < end);
    }

    private void take(Ends ends) {
        int piece = all[self].piece();
        long given;
        long at = 0;
        do {
            int from = own.await();
            given = own.length();
            int bytes = (int) Math.min(piece, given - at);
            if (bytes > 0 && given == ends.length()) {
                ends.outputMemory().unpack(own.wire(), from, ends.output(), ends.outputOffset() + at, bytes);
            }
            own.empty();
            at += piece;
        } while (at < given);
        if (given != ends.length()) {
            throw MismatchException.of("the counts of this collective do not fit: rank " + ends.root() + " has sent "
                    + given + " bytes where rank " + self + " has asked for " + ends.length());
        }
    }
}
