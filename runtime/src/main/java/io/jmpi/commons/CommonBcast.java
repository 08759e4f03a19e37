package io.jmpi.commons;

import io.jmpi.data.Wire;
import io.jmpi.job.CommonsLayout;
import io.jmpi.os.Words;
import java.nio.ByteBuffer;

/**
 * The root fills a track, record after record, the others read along.
 * It may be up to two halves of the track ahead: before it begins with a half that was used before, all must have left that
 * one. Many small broadcasts go on without waiting in this way, whoever their roots are, and a long one in pieces. What
 * shares a processor with many others then does much in each of its turns.
 *
 * <p>A record ends where a half ends, so that every rank can tell from the lengths alone where each one is. It is a multiple of
 * a cache line; a short piece shares the line that tells the length:
 *
 * <pre>
 *     0        8           64
 *     +--------+-----------+
 *     | length | piece     |                      up to 56 bytes
 *     +--------+-----------+-----------------
 *     | length |           | piece                more
 *     +--------+-----------+-----------------
 * </pre>
 */
final class CommonBcast {

    private static final int HALF = CommonsLayout.HALF;
    private static final int LINE = CommonsLayout.HEADER;
    private static final int SHORT_HEADER = Long.BYTES;
    private static final int SHORT = LINE - SHORT_HEADER;

    /** Bytes of a piece, at most: short enough that the others begin soon. */
    private static final int PIECE = 8 << 10;

    private final NodeCommons commons;
    private final ByteBuffer memory;
    private final Wire wire;
    private final int self;
    private final Gate[] halves;
    private final Mark filled;

    /** Where on the track this rank is, as if it had no end. */
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
            if (next % HALF == 0) {
                commons.await(half().opened());
            }
            int record = record();
            int piece = piece(length - done);
            Words.putLongPlain(memory, record, length);
            if (piece != 0) {
                ends.inputMemory().pack(ends.input(), ends.inputOffset() + done, piece, wire, record + header(piece));
            }
            commons.tell(filled, next + size(piece));
            leave(piece);
            done += piece;
        } while (done < length);
    }

    private void take(Ends ends) {
        long length = ends.length();
        long given;
        long done = 0;
        do {
            commons.await(filled.from(next + 1));
            int record = record();
            given = Words.getLongPlain(memory, record);
            int piece = piece(given - done);
            if (piece != 0 && given == length) {
                ends.outputMemory()
                        .unpack(wire, record + header(piece), ends.output(), ends.outputOffset() + done, piece);
            }
            leave(piece);
            done += piece;
        } while (done < given);
        if (given != length) {
            throw MismatchException.of("the counts of this collective do not fit: rank " + ends.root() + " has sent "
                    + given + " bytes where rank " + self + " has asked for " + length);
        }
    }

    private void leave(int piece) {
        Gate half = half();
        next += size(piece);
        if (next % HALF == 0 && half.arrive()) {
            commons.open(half);
        }
    }

    private int record() {
        return CommonsLayout.TRACK + (int) (next % (2 * HALF));
    }

    private Gate half() {
        return halves[(int) (next / HALF & 1)];
    }

    /** How much of the rest is in the record that begins here. */
    private int piece(long rest) {
        int room = HALF - (int) (next % HALF);
        int most = room == LINE ? SHORT : Math.min(PIECE, room - LINE);
        return (int) Math.min(most, rest);
    }

    private static int header(int piece) {
        return piece <= SHORT ? SHORT_HEADER : LINE;
    }

    private static int size(int piece) {
        return header(piece) + piece + LINE - 1 & -LINE;
    }
}
