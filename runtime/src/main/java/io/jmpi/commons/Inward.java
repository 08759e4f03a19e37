package io.jmpi.commons;

import io.jmpi.data.Wire;
import io.jmpi.job.CommonsLayout;
import java.nio.ByteBuffer;

/**
 * A pipe from each rank to the root, whoever that is. Nobody but the root waits for anybody, so that many calls are under way
 * at once, and a long one in pieces. There is always one piece, which tells the length.
 */
final class Inward {

    private final int self;
    private final Turns turns;
    private final PipeEntry own;
    private final PipeExit[] all;

    /** What each rank has said of its length, in the call in which this rank is the root. */
    private final long[] given;

    private int differing;

    Inward(NodeCommons commons, ByteBuffer memory, int self, int ranks) {
        this.self = self;
        this.turns = new Turns(commons, self, new Mark(memory, CommonsLayout.GATHERED));
        this.own = new PipeEntry(commons, CommonsLayout.inward(memory, ranks, self));
        this.all = new PipeExit[ranks];
        for (int rank = 0; rank < ranks; rank++) {
            all[rank] = new PipeExit(commons, CommonsLayout.inward(memory, ranks, rank));
        }
        this.given = new long[ranks];
    }

    int self() {
        return self;
    }

    int ranks() {
        return all.length;
    }

    /** The most bytes of a piece. */
    int piece() {
        return own.piece();
    }

    /** Bytes that fill half of a pipe. */
    long half() {
        return own.half();
    }

    /** By a rank that is not the root: gives all that it has, and is done. */
    void give(Ends ends) {
        if (turns.ends(ends.root())) {
            leave(ends.root());
        }
        turns.begin(ends.root());
        long at = 0;
        do {
            givePiece(ends, at);
            at += piece();
        } while (at < ends.length());
    }

    private void leave(int root) {
        for (PipeExit pipe : all) {
            pipe.leave();
        }
        turns.hand(root);
    }

    /** Gives a piece; the root may do that too, and await it from itself. */
    void givePiece(Ends ends, long at) {
        int bytes = bytes(ends, at);
        int to = own.await(bytes);
        if (bytes > 0) {
            ends.inputMemory().pack(ends.input(), ends.inputOffset() + at, bytes, own.wire(), to);
        }
        own.fill(ends.length(), ends.root());
    }

    /** By the root, before all else. */
    void begin(Ends ends) {
        if (turns.begin(ends.root())) {
            for (PipeExit pipe : all) {
                pipe.takeOver();
            }
        }
        differing = -1;
    }

    /**
     * By the root: waits for the next piece of a rank, which it gives back with {@link #taken}.
     *
     * @return where in {@link #wire} it is; -1 if the rank's length is another than the root's: all it gives is thrown away
     */
    int await(int rank, Ends ends, long at) {
        if (at != 0 && given[rank] != ends.length()) {
            return -1;
        }
        int from = all[rank].await();
        if (at == 0) {
            given[rank] = all[rank].length();
            if (given[rank] != ends.length()) {
                differing = rank;
                throwAway(rank);
                return -1;
            }
        }
        return from;
    }

    private void throwAway(int rank) {
        long at = 0;
        do {
            all[rank].await();
            all[rank].empty(rank);
            at += piece();
        } while (at < given[rank]);
    }

    Wire wire(int rank) {
        return all[rank].wire();
    }

    void taken(int rank) {
        all[rank].empty(rank);
    }

    /**
     * By the root, when it has all.
     *
     * @throws MismatchException when another rank's length is another one
     */
    void end(Ends ends) {
        if (differing >= 0) {
            throw MismatchException.of("the counts of this collective do not fit: rank " + differing + " has given "
                    + given[differing] + " bytes where rank " + ends.root() + " has asked for " + ends.length());
        }
    }

    /** Bytes of the piece at a place. */
    int bytes(Ends ends, long at) {
        return (int) Math.min(piece(), ends.length() - at);
    }
}
