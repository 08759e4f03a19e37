package io.jmpi.commons;

/**
 * Each rank puts its data into its cell, piece by piece. Then each combines those of all for itself, if they are short; else
 * each combines a share of the piece, and takes those of the others from the result. Always in the order of the ranks.
 *
 * <pre>
 *   two pieces, 3 ranks  cells           gate   result, cells          gate   output, result         gate   output
 *   rank 0               a0 a1 a2         |     s0        A0 A1 A2      |     s0 s1 s2  S0            |     S0 S1 S2
 *   rank 1               b0 b1 b2         |        s1     B0 B1 B2      |     s0 s1 s2     S1         |     S0 S1 S2
 *   rank 2               c0 c1 c2         |           s2  C0 C1 C2      |     s0 s1 s2        S2      |     S0 S1 S2
 * </pre>
 *
 * So between two gates a rank takes one piece, combines its share of the next one and puts the one after that; there are two
 * sets of cells and results, used in turn.
 */
final class CommonAllReduce {

    /** Bytes in all cells together that each rank reads. */
    private static final int SHORT = 8 << 10;

    private static final int CACHE_LINE = 64;

    private final NodeCommons commons;
    private final Gate gate;
    private final Cells cells;
    private int handed;

    CommonAllReduce(NodeCommons commons, Gate gate, Cells cells) {
        this.commons = commons;
        this.gate = gate;
        this.cells = cells;
    }

    void run(Ends ends) {
        if (ends.length() * cells.ranks() <= SHORT) {
            whole(ends, (int) ends.length());
        } else {
            share(ends);
        }
    }

    private void whole(Ends ends, int length) {
        int odd = cells.begin(ends.length(), length);
        cells.put(ends, 0, odd, 0, length);
        cells.pass(commons, odd);
        cells.combine(odd, 0, ends, 0, 0, length);
    }

    /** All but the share that this rank takes from its input; returns the set of cells that it is in. */
    private int put(Ends ends, long at) {
        int piece = piece(ends, at);
        int odd = cells.begin(ends.length(), piece);
        if (ends.apart()) {
            int own = share(piece, cells.self());
            int rest = share(piece, cells.self() + 1);
            cells.put(ends, at, odd, 0, own);
            cells.put(ends, at + rest, odd, rest, piece - rest);
        } else {
            cells.put(ends, at, odd, 0, piece);
        }
        return odd;
    }

    private int piece(Ends ends, long at) {
        return (int) Math.min(cells.capacity(), ends.length() - at);
    }

    private void share(Ends ends) {
        int odd = put(ends, 0);
        long at = 0;
        cells.pass(commons, odd);
        combineShare(ends, at, odd);
        for (long next = cells.capacity(); next < ends.length(); next += cells.capacity()) {
            int nextOdd = put(ends, next);
            cells.pass(commons, nextOdd);
            takeShares(ends, at, odd);
            combineShare(ends, next, nextOdd);
            odd = nextOdd;
            at = next;
        }
        commons.pass(gate);
        takeShares(ends, at, odd);
    }

    /**
     * In one piece, of which rank 0 makes something else before they get it.
     *
     * @return true at rank 0, where what all have given is in the output, and {@link #hand} is to follow; at the others
     *     false, when they have got it
     */
    boolean gather(Ends ends) {
        int length = (int) ends.length();
        handed = cells.begin(length, length);
        cells.put(ends, 0, handed, 0, length);
        if (!commons.gatherAt(gate)) {
            cells.requireOneLength(handed);
            cells.takeResult(handed, 0, ends, 0, length);
            return false;
        }
        if (!cells.haveOneLength(handed)) {
            commons.open(gate);
            cells.requireOneLength(handed);
        }
        cells.combine(handed, 0, ends, 0, 0, length);
        return true;
    }

    /** Gives the others what is in the output now. */
    void hand(Ends ends) {
        cells.putResult(ends, 0, handed, 0, (int) ends.length());
        commons.open(gate);
    }

    /** Where a rank's share of a piece begins. */
    private int share(int piece, int rank) {
        int share = (piece / cells.ranks() + CACHE_LINE) & -CACHE_LINE;
        return Math.min(rank * share, piece);
    }

    private void combineShare(Ends ends, long at, int odd) {
        int piece = piece(ends, at);
        int from = share(piece, cells.self());
        int length = share(piece, cells.self() + 1) - from;
        cells.combine(odd, from, ends, at + from, at + from, length);
        cells.putResult(ends, at + from, odd, from, length);
    }

    private void takeShares(Ends ends, long at, int odd) {
        int piece = piece(ends, at);
        int own = share(piece, cells.self());
        int rest = share(piece, cells.self() + 1);
        cells.takeResult(odd, 0, ends, at, own);
        cells.takeResult(odd, rest, ends, at + rest, piece - rest);
    }
}
