package io.jmpi.commons;

import io.jmpi.data.Wire;
import io.jmpi.job.CommonsLayout;
import io.jmpi.os.Words;
import java.nio.ByteBuffer;

/**
 * The root fills slots, one after the other, the others empty them.
 * It may be up to two halves of the slots ahead: before it begins with a half that was used before, all must have left that
 * one. Several small broadcasts go on without waiting in this way, whoever their roots are, and a long one in pieces.
 */
final class CommonBcast {

    private static final int SLOTS = 2 * CommonsLayout.HALF;

    private final NodeCommons commons;
    private final ByteBuffer memory;
    private final Wire wire;
    private final int self;
    private final Gate[] halves;
    private final Mark filled;
    private long next;

    CommonBcast(NodeCommons commons, ByteBuffer memory, Wire wire, int self, int ranks) {
        this.commons = commons;
        this.memory = memory;
        this.wire = wire;
        this.self = self;
        this.halves = new Gate[] {
            new Gate(memory, CommonsLayout.EVEN_HALVES, ranks), new Gate(memory, CommonsLayout.ODD_HALVES, ranks)
        };
        this.filled = new Mark(memory, CommonsLayout.FILLED);
    }

    void bcast(Ends ends) {
        int root = ends.root();
        long length = ends.length();
        long total = length;
        long done = 0;
        do {
            int slot = CommonsLayout.SLOTS + (int) (next % SLOTS) * CommonsLayout.SLOT;
            Gate half = halves[(int) (next / CommonsLayout.HALF & 1)];
            int piece;
            if (self == root) {
                if (next % CommonsLayout.HALF == 0) {
                    commons.await(half.opened());
                }
                piece = piece(total - done);
                Words.putLongPlain(memory, slot, total);
                if (piece != 0) {
                    ends.inputMemory()
                            .pack(ends.input(), ends.inputOffset() + done, piece, wire, slot + CommonsLayout.HEADER);
                }
                commons.tell(filled, next + 1);
            } else {
                commons.await(filled.from(next + 1));
                total = Words.getLongPlain(memory, slot);
                piece = piece(total - done);
            }
            if (self != root && piece != 0 && total == length) {
                ends.outputMemory()
                        .unpack(wire, slot + CommonsLayout.HEADER, ends.output(), ends.outputOffset() + done, piece);
            }
            done += piece;
            next++;
            if (next % CommonsLayout.HALF == 0 && half.arrive()) {
                commons.open(half);
            }
        } while (done < total);
        if (total != length) {
            throw MismatchException.of("the counts of this collective do not fit: rank " + root + " has sent " + total
                    + " bytes where rank " + self + " has asked for " + length);
        }
    }

    private static int piece(long rest) {
        return (int) Math.min(CommonsLayout.PIECE, rest);
    }
}
