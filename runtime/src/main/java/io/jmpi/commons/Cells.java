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
final class Cells {

    /** What begins at such an address holds any element, and any unit of a reduction. */
    private static final int ALIGNMENT = 16;

    /**
     * Bytes of a piece, at most, where each rank has a processor: they stay in its cache. Where ranks share processors, each
     * piece takes a turn of each rank, and the longer it is, the better.
     */
    private static final int IN_CACHE = 64 << 10;

    private final ByteBuffer memory;
    private final Wire wire;
    private final Gate gate;
    private final int self;
    private final int ranks;
    private final int capacity;

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

    /** Which of the two sets the next to arrive uses. */
    int odd() {
        return (int) (gate.arrivals() & 1);
    }

    /** Says how much this rank contributes in all. */
    void tellLength(int odd, long length) {
        Words.putLongPlain(memory, CommonsLayout.cellOffset(ranks, odd, self), length);
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

    /** Combines what all cells have at a place, in the order of the ranks. */
    void combine(int odd, int within, Ends ends, long to, int length) {
        take(odd, 0, within, ends, to, length);
        UserMemory user = ends.outputMemory();
        Object cells = user.view(wire);
        for (int rank = 1; rank < ranks; rank++) {
            int from = data(odd, rank) + within;
            ends.reduction().reduce(cells, from, ends.output(), ends.outputOffset() + to, length / ends.unit());
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
        if (gate.arrive()) {
            judge(odd);
            commons.open(gate);
        } else {
            commons.await(gate.opened());
        }
        requireOneLength(odd);
    }

    /** By one, when all have arrived; returns whether all contribute the same. */
    boolean judge(int odd) {
        long verdict = 0;
        for (int rank = 1; rank < ranks && verdict == 0; rank++) {
            verdict = length(odd, rank) == length(odd, 0) ? 0 : 1 + rank;
        }
        Words.putLongPlain(memory, CommonsLayout.resultOffset(ranks, odd), verdict);
        return verdict == 0;
    }

    /** @throws MismatchException when the verdict is that not all contribute the same */
    void requireOneLength(int odd) {
        long verdict = Words.getLongPlain(memory, CommonsLayout.resultOffset(ranks, odd));
        if (verdict != 0) {
            int other = (int) verdict - 1;
            throw MismatchException.of("the counts of this collective do not fit: rank " + other + " has given "
                    + length(odd, other) + " bytes where rank 0 has given " + length(odd, 0));
        }
    }

    private long length(int odd, int rank) {
        return Words.getLongPlain(memory, CommonsLayout.cellOffset(ranks, odd, rank));
    }

    private int data(int odd, int rank) {
        return CommonsLayout.cellOffset(ranks, odd, rank) + CommonsLayout.HEADER;
    }

    private int result(int odd) {
        return CommonsLayout.resultOffset(ranks, odd) + CommonsLayout.HEADER;
    }
}
