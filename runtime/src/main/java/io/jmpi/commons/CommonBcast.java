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

    /** A method for each part, so that a rank that becomes root for once does not undo what is compiled of the other. */
    void run(Ends ends) {
        if (self == ends.root()) {
            give(ends);
        } else {
            take(ends);
        }
    }

    private void give(Ends ends) {
        long length = ends.length();
        long done = 0;
        do {
            if (next % CommonsLayout.HALF == 0) {
                commons.await(half().opened());
            }
            int slot = slot();
            int piece = piece(length - done);
            Words.putLongPlain(memory, slot, length);
            if (piece != 0) {
                ends.inputMemory()
                        .pack(ends.input(), ends.inputOffset() + done, piece, wire, slot + CommonsLayout.HEADER);
            }
            commons.tell(filled, next + 1);
            leaveSlot();
            done += piece;
        } while (done < length);
    }

    private void take(Ends ends) {
        long length = ends.length();
        long given;
        long done = 0;
        do {
            commons.await(filled.from(next + 1));
            int slot = slot();
            given = Words.getLongPlain(memory, slot);
            int piece = piece(given - done);
            if (piece != 0 && given == length) {
                ends.outputMemory()
                        .unpack(wire, slot + CommonsLayout.HEADER, ends.output(), ends.outputOffset() + done, piece);
            }
            leaveSlot();
            done += piece;
        } while (done < given);
        if (given != length) {
            throw MismatchException.of("the counts of this collective do not fit: rank " + ends.root() + " has sent "
                    + given + " bytes where rank " + self + " has asked for " + length);
        }
    }

    private void leaveSlot() {
        Gate half = half();
        next++;
        if (next % CommonsLayout.HALF == 0 && half.arrive()) {
            commons.open(half);
        }
    }

    private int slot() {
        return CommonsLayout.SLOTS + (int) (next % SLOTS) * CommonsLayout.SLOT;
    }

    private Gate half() {
        return halves[(int) (next / CommonsLayout.HALF & 1)];
    }

    private static int piece(long rest) {
        return (int) Math.min(CommonsLayout.PIECE, rest);
    }
}
