package io.jmpi.commons;

import io.jmpi.data.UserMemory;
import io.jmpi.data.Wire;
import io.jmpi.job.CommonsLayout;
import io.jmpi.os.Words;
import java.nio.ByteBuffer;

/**
 * Memory that belongs to one rank until all have arrived at a gate, and that others read afterwards.
 *
 * <p>There are two sets of cells and results; which one is used changes with each passing of the gate. Who fills a cell of one
 * has passed the gate since the others read what it held before: either they have read it before they arrived there, or it was
 * in the other set. The same holds for a result, which is written between two passings.
 *
 * <pre>
 *     0        8           64
 *     +--------+-----------+
 *     | length | data      |                      a cell, if a piece is up to 56 bytes
 *     +--------+-----------+-----------------
 *     | length |           | data                 else
 *     +--------+-----------+-----------------
 *     |                    | data of a piece      the result
 *     +--------------------+-----------------
 * </pre>
 *
 * The length is the whole of what a rank contributes, which has to be the same for all.
 */
final class Cells {

    /** What begins at such an address holds any element, and any unit of a reduction. */
    private static final int ALIGNMENT = 16;

    /**
     * Bytes of a piece, at most, where each rank has a processor: they stay in its cache. Where ranks share processors, each
     * piece takes a turn of each rank, and the longer it is, the better.
     */
    private static final int IN_CACHE = 64 << 10;

    /** Bytes that the line with the length has room for. */
    private static final int SHORT = CommonsLayout.HEADER - Long.BYTES;

    private final ByteBuffer memory;
    private final Wire wire;
    private final Gate gate;
    private final int self;
    private final int ranks;
    private final int capacity;

    /** Where in the cells the data of this piece is. */
    private int data;

    Cells(ByteBuffer memory, Wire wire, Gate gate, int self, int ranks, boolean crowded) {
        this.memory = memory;
        this.wire = wire;
        this.gate = gate;
        this.self = self;
        this.ranks = ranks;
        int cell = CommonsLayout.cell(ranks);
        this.capacity = crowded ? cell : Math.min(cell, IN_CACHE);
    }

    int self() {
        return self;
    }

    int ranks() {
        return ranks;
    }

    /** Bytes of a piece. */
    int capacity() {
        return capacity;
    }

    /** Bytes of a piece that there are for each rank; 0 with too many ranks. */
    int share() {
        return capacity / ranks & -ALIGNMENT;
    }

    /**
     * Begins a piece.
     *
     * @param length how much this rank contributes in all
     * @param bytes that each rank is going to put into its cell
     * @return the set of cells that the piece is in
     */
    int begin(long length, int bytes) {
        int odd = (int) (gate.arrivals() & 1);
        Words.putLongPlain(memory, CommonsLayout.cellOffset(ranks, odd, self), length);
        data = bytes <= SHORT ? Long.BYTES : CommonsLayout.HEADER;
        return odd;
    }

    /** Copies from the input into this rank's cell. */
    void put(Ends ends, long from, int odd, int within, int length) {
        int at = data(odd, self) + within;
        ends.inputMemory().pack(ends.input(), ends.inputOffset() + from, length, wire, at);
    }

    /** Copies from a rank's cell to the output. */
    void take(int odd, int rank, int within, Ends ends, long to, int length) {
        int at = data(odd, rank) + within;
        ends.outputMemory().unpack(wire, at, ends.output(), ends.outputOffset() + to, length);
    }

    /**
     * Combines what all ranks have at a place, in the order of the ranks. What this rank has is taken from its input, if that is
     * {@linkplain Ends#apart apart}; then it need not be in its cell.
     *
     * @param from where it is in the input
     */
    void combine(int odd, int within, Ends ends, long from, long to, int length) {
        boolean apart = ends.apart();
        if (apart && self == 0) {
            UserMemory.copyBetween(
                    ends.input(), ends.inputOffset() + from, ends.output(), ends.outputOffset() + to, length);
        } else {
            take(odd, 0, within, ends, to, length);
        }
        Object cells = ends.outputMemory().view(wire);
        for (int rank = 1; rank < ranks; rank++) {
            boolean own = apart && rank == self;
            Object other = own ? ends.input() : cells;
            long at = own ? ends.inputOffset() + from : data(odd, rank) + within;
            ends.reduction().reduce(other, at, ends.output(), ends.outputOffset() + to, length / ends.unit());
        }
    }

    /** Copies from the output into the result. */
    void putResult(Ends ends, long from, int odd, int within, int length) {
        ends.outputMemory().pack(ends.output(), ends.outputOffset() + from, length, wire, result(odd) + within);
    }

    /** Copies from the result to the output. */
    void takeResult(int odd, int within, Ends ends, long to, int length) {
        ends.outputMemory().unpack(wire, result(odd) + within, ends.output(), ends.outputOffset() + to, length);
    }

    /**
     * Waits until all cells are full.
     *
     * @throws MismatchException when not all ranks contribute the same
     */
    void pass(NodeCommons commons, int odd) {
        commons.pass(gate);
        requireOneLength(odd);
    }

    /** When all have arrived. */
    boolean haveOneLength(int odd) {
        return differing(odd) == 0;
    }

    /** @throws MismatchException when not all ranks contribute the same */
    void requireOneLength(int odd) {
        int other = differing(odd);
        if (other != 0) {
            throw MismatchException.of("the counts of this collective do not fit: rank " + other + " has given "
                    + length(odd, other) + " bytes where rank 0 has given " + length(odd, 0));
        }
    }

    /** The first rank whose length is another than that of rank 0, or 0. */
    private int differing(int odd) {
        long common = length(odd, 0);
        for (int rank = 1; rank < ranks; rank++) {
            if (length(odd, rank) != common) {
                return rank;
            }
        }
        return 0;
    }

    private long length(int odd, int rank) {
        return Words.getLongPlain(memory, CommonsLayout.cellOffset(ranks, odd, rank));
    }

    private int data(int odd, int rank) {
        return CommonsLayout.cellOffset(ranks, odd, rank) + data;
    }

    private int result(int odd) {
        return CommonsLayout.resultOffset(ranks, odd) + CommonsLayout.HEADER;
    }
}
