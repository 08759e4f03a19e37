package io.jmpi.commons;

import io.jmpi.data.UserMemory;
import io.jmpi.data.Wire;
import io.jmpi.job.CommonsLayout;
import java.nio.ByteBuffer;

/**
 * Each rank combines what the one before hands it with its own, and hands that on, through a pipe between the two. Nobody
 * waits for a rank behind it, so that many scans are under way at once, and a long one in pieces.
 *
 * <pre>
 *   rank      0           1            2             3
 *   own       a           b            c             d
 *   hands on  a  -pipe->  ab  -pipe->  abc  -pipe->
 *   result    a           ab           abc           abcd      of an exclusive scan: what it was handed
 * </pre>
 */
final class CommonScan {

    private static final int PIECE = CommonsLayout.PIPE_PIECE;

    private final Wire wire;
    private final int self;
    private final Pipe before; // null at the first rank
    private final Pipe behind; // null at the last

    CommonScan(NodeCommons commons, ByteBuffer memory, Wire wire, int self, int ranks) {
        this.wire = wire;
        this.self = self;
        this.before = self == 0 ? null : new Pipe(commons, memory, ranks, self - 1, self - 1);
        this.behind = self == ranks - 1 ? null : new Pipe(commons, memory, ranks, self, self + 1);
    }

    void run(Ends ends, boolean exclusive) {
        long length = ends.length();
        long given = length;
        long at = 0;
        do {
            boolean handed = before != null && (at == 0 || at < given);
            int from = 0;
            if (handed) {
                from = before.awaitFull();
                given = before.length();
            }
            int piece = (int) Math.min(PIECE, length - at);
            boolean last = behind == null;
            int to = last ? 0 : behind.awaitEmpty();
            if (piece > 0 && given == length) {
                if (exclusive) {
                    passExclusive(ends, at, piece, from, to);
                } else {
                    passInclusive(ends, at, piece, from, to);
                }
            }
            if (!last) {
                behind.fill(length);
            }
            if (handed) {
                before.empty();
            }
            at += PIECE;
        } while (at < length);
        if (given != length) {
            refuse(at, given, length);
        }
    }

    private void passInclusive(Ends ends, long at, int piece, int from, int to) {
        long result = ends.outputOffset() + at;
        if (behind != null) {
            combine(ends, at, piece, from, to);
            ends.outputMemory().unpack(wire, to, ends.output(), result, piece);
            return;
        }
        if (!ends.inPlace()) {
            UserMemory.copyBetween(ends.input(), ends.inputOffset() + at, ends.output(), result, piece);
        }
        ends.reduction().reduce(ends.outputMemory().view(wire), from, ends.output(), result, piece / ends.unit());
    }

    private void passExclusive(Ends ends, long at, int piece, int from, int to) {
        if (behind != null) {
            combine(ends, at, piece, from, to);
        }
        if (before != null) {
            ends.outputMemory().unpack(wire, from, ends.output(), ends.outputOffset() + at, piece);
        }
    }

    /** Puts into a slot what this rank was handed and its own. */
    private void combine(Ends ends, long at, int piece, int from, int to) {
        ends.inputMemory().pack(ends.input(), ends.inputOffset() + at, piece, wire, to);
        if (before != null) {
            Object slots = ends.inputMemory().view(wire);
            ends.reduction().reduce(slots, from, slots, to, piece / ends.unit());
        }
    }

    /** Once it has taken all that it is given. */
    private void refuse(long taken, long given, long length) {
        for (long at = taken; at < given; at += PIECE) {
            before.awaitFull();
            before.empty();
        }
        throw MismatchException.of("the counts of this collective do not fit: rank " + (self - 1) + " has given "
                + given + " bytes where rank " + self + " has given " + length);
    }
}
