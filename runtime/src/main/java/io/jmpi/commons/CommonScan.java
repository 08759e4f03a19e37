package io.jmpi.commons;

import io.jmpi.data.UserMemory;
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

    private final int self;
    private final PipeExit before; // null at the first rank
    private final PipeEntry behind; // null at the last
    private final int most;

    CommonScan(NodeCommons commons, ByteBuffer memory, int self, int ranks) {
        this.self = self;
        PipeEntry entry = new PipeEntry(commons, CommonsLayout.pipe(memory, ranks, self));
        this.before = self == 0 ? null : new PipeExit(commons, CommonsLayout.pipe(memory, ranks, self - 1));
        this.behind = self == ranks - 1 ? null : entry;
        this.most = entry.piece();
    }

    void run(Ends ends, boolean exclusive) {
        long length = ends.length();
        long given = length;
        long at = 0;
        do {
            boolean handed = before != null && (at == 0 || at < given);
            int from = 0;
            if (handed) {
                from = before.await();
                given = before.length();
            }
            int piece = (int) Math.max(0, Math.min(most, length - at));
            boolean last = behind == null;
            int to = last ? 0 : behind.await(piece);
            if (piece > 0 && given == length) {
                if (exclusive) {
                    passExclusive(ends, at, piece, from, to);
                } else {
                    passInclusive(ends, at, piece, from, to);
                }
            }
            if (!last) {
                behind.fill(length, self + 1);
            }
            if (handed) {
                before.empty(self - 1);
            }
            at += most;
        } while (at < length);
        if (given != length) {
            refuse(at, given, length);
        }
    }

    /** The sum of those before and this one is in the output first, where it belongs anyhow. */
    private void passInclusive(Ends ends, long at, int piece, int from, int to) {
        long result = ends.outputOffset() + at;
        if (!ends.inPlace()) {
            UserMemory.copyBetween(ends.input(), ends.inputOffset() + at, ends.output(), result, piece);
        }
        if (before != null) {
            Object handed = ends.outputMemory().view(before.wire());
            ends.reduction().reduce(handed, from, ends.output(), result, piece / ends.unit());
        }
        if (behind != null) {
            ends.outputMemory().pack(ends.output(), result, piece, behind.wire(), to);
        }
    }

    private void passExclusive(Ends ends, long at, int piece, int from, int to) {
        if (behind != null) {
            combine(ends, at, piece, from, to);
        }
        if (before != null) {
            ends.outputMemory().unpack(before.wire(), from, ends.output(), ends.outputOffset() + at, piece);
        }
    }

    /** Puts into the next pipe what this rank was handed and its own. */
    private void combine(Ends ends, long at, int piece, int from, int to) {
        ends.inputMemory().pack(ends.input(), ends.inputOffset() + at, piece, behind.wire(), to);
        if (before != null) {
            Object handed = ends.inputMemory().view(before.wire());
            Object sum = ends.inputMemory().view(behind.wire());
            ends.reduction().reduce(handed, from, sum, to, piece / ends.unit());
        }
    }

    /** Once it has taken all that it is given. */
    private void refuse(long taken, long given, long length) {
        for (long at = taken; at < given; at += most) {
            before.await();
            before.empty(self - 1);
        }
        throw MismatchException.of("the counts of this collective do not fit: rank " + (self - 1) + " has given "
                + given + " bytes where rank " + self + " has given " + length);
    }
}
