package io.jmpi.commons;

import io.jmpi.data.Reduction;
import io.jmpi.data.UserMemory;
import io.jmpi.data.Wire;
import io.jmpi.job.CommonsLayout;
import io.jmpi.os.Words;
import java.nio.ByteBuffer;

/**
 * Each rank puts its data into its cell, piece by piece. Then each combines those of all for itself, if they are short; else
 * the last one to come does, and the others take the result. Always in the order of the ranks.
 *
 * <p>There are two sets of cells and results: a rank puts its next piece into one while the last to come still works on the
 * other, and takes a result before it arrives at the gate of the next piece.
 *
 * <pre>
 *     0         8                                      64
 *     +---------+--------------------------------------+------
 *     | length  |                                      | data of a piece       a cell
 *     +---------+--------------------------------------+------
 *     | verdict |                                      | data of a piece       the result
 *     +---------+--------------------------------------+------
 * </pre>
 *
 * The verdict is 0 if all whole lengths are the same, else 1 + a rank whose length is another than that of rank 0.
 */
final class CommonAllReduce {

    /** Bytes in all cells together that each rank reads. */
    private static final int SHORT = 8 << 10;

    private final Commons commons;
    private final Gate gate;
    private final ByteBuffer memory;
    private final Wire wire;
    private final int self;
    private final int ranks;
    private final int cell;

    private Object input;
    private UserMemory inputMemory;
    private long inputOffset;
    private Object output;
    private UserMemory outputMemory;
    private Object cells; // all of the memory, as what the output holds
    private long outputOffset;
    private long length;
    private int unit;
    private Reduction reduction;

    /** The latest arrival after which all read the cells of all, until they have arrived once more. */
    private long lastShort;

    CommonAllReduce(Commons commons, Gate gate, ByteBuffer memory, Wire wire, int self, int ranks) {
        this.commons = commons;
        this.gate = gate;
        this.memory = memory;
        this.wire = wire;
        this.self = self;
        this.ranks = ranks;
        this.cell = CommonsLayout.cell(ranks);
    }

    /** From where; when it is where the result goes, data is read before it is overwritten. */
    void input(Object buffer, long offset) {
        input = buffer;
        inputMemory = UserMemory.of(buffer);
        inputOffset = offset;
    }

    void output(Object buffer, long offset) {
        output = buffer;
        outputMemory = UserMemory.of(buffer);
        cells = outputMemory.view(wire);
        outputOffset = offset;
    }

    void run(long bytes, int unitBytes, Reduction operation) {
        length = bytes;
        unit = unitBytes;
        reduction = operation;
        try {
            put(0);
            long at = 0;
            do {
                int odd = odd();
                boolean last = gate.arrive();
                int piece = piece(at);
                if (last) {
                    finish(odd, at, piece);
                    commons.open(gate);
                }
                boolean more = at + piece < length;
                boolean early = lastShort != gate.arrivals() - 1;
                if (more && early) {
                    put(at + piece);
                }
                if (!last) {
                    commons.await(gate.opened());
                }
                if (more && !early) {
                    put(at + piece);
                }
                take(odd, at, piece, last);
                at += piece;
            } while (at < length);
        } finally {
            input = null;
            output = null;
            cells = null;
            reduction = null;
        }
    }

    /** Which of the two sets the next to arrive uses. */
    private int odd() {
        return (int) (gate.arrivals() & 1);
    }

    private int piece(long at) {
        return (int) Math.min(cell, length - at);
    }

    private boolean isShort(int piece) {
        return piece * ranks <= SHORT;
    }

    private void put(long at) {
        int mine = CommonsLayout.cellOffset(ranks, odd(), self);
        int piece = piece(at);
        Words.putLongPlain(memory, mine, length);
        if (piece != 0) {
            inputMemory.pack(input, inputOffset + at, piece, wire, mine + CommonsLayout.HEADER);
        }
    }

    /** By the last one, whose own output is as good a place as any to combine the pieces in. */
    private void finish(int odd, long at, int piece) {
        int result = CommonsLayout.resultOffset(ranks, odd);
        long verdict = at == 0 ? verdict(odd) : 0;
        Words.putLongPlain(memory, result, verdict);
        if (verdict == 0 && !isShort(piece)) {
            combine(odd, at, piece);
            outputMemory.pack(output, outputOffset + at, piece, wire, result + CommonsLayout.HEADER);
        }
    }

    private void take(int odd, long at, int piece, boolean combined) {
        int result = CommonsLayout.resultOffset(ranks, odd);
        long verdict = Words.getLongPlain(memory, result);
        if (verdict != 0) {
            lastShort = gate.arrivals();
            throw mismatch(odd, (int) verdict - 1);
        }
        if (piece == 0) {
            return;
        }
        if (isShort(piece)) {
            lastShort = gate.arrivals();
            combine(odd, at, piece);
        } else if (!combined) {
            outputMemory.unpack(wire, result + CommonsLayout.HEADER, output, outputOffset + at, piece);
        }
    }

    private void combine(int odd, long at, int piece) {
        int first = CommonsLayout.cellOffset(ranks, odd, 0) + CommonsLayout.HEADER;
        outputMemory.unpack(wire, first, output, outputOffset + at, piece);
        for (int rank = 1; rank < ranks; rank++) {
            int from = CommonsLayout.cellOffset(ranks, odd, rank) + CommonsLayout.HEADER;
            reduction.reduce(cells, from, output, outputOffset + at, piece / unit);
        }
    }

    private long verdict(int odd) {
        for (int rank = 1; rank < ranks; rank++) {
            if (lengthOf(odd, rank) != lengthOf(odd, 0)) {
                return 1 + rank;
            }
        }
        return 0;
    }

    private long lengthOf(int odd, int rank) {
        return Words.getLongPlain(memory, CommonsLayout.cellOffset(ranks, odd, rank));
    }

    private RuntimeException mismatch(int odd, int other) {
        return MismatchException.of("the counts of this collective do not fit: rank " + other + " has given "
                + lengthOf(odd, other) + " bytes where rank 0 has given " + lengthOf(odd, 0));
    }
}
