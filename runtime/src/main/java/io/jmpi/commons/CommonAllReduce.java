package io.jmpi.commons;

/**
 * Each rank puts its data into its cell, piece by piece. Then each combines those of all for itself, if they are short; else
 * each combines a share of the piece, and takes those of the others from the result. Always in the order of the ranks.
 *
 * <pre>
 *   a piece, 3 ranks     cells           gate     result      gate     output
 *   rank 0               a0 a1 a2         |       s0           |       s0 s1 s2
 *   rank 1               b0 b1 b2         |          s1        |       s0 s1 s2
 *   rank 2               c0 c1 c2         |             s2     |       s0 s1 s2
 * </pre>
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
        long at = 0;
        do {
            int odd = cells.odd();
            int piece = (int) Math.min(cells.capacity(), ends.length() - at);
            cells.tellLength(odd, ends.length());
            cells.put(ends, at, odd, 0, piece);
            cells.pass(commons, odd);
            if (piece * cells.ranks() <= SHORT) {
                cells.combine(odd, 0, ends, at, piece);
            } else {
                share(ends, at, odd, piece);
            }
            at += piece;
        } while (at < ends.length());
    }

    /**
     * In one piece, of which rank 0 makes something else before they get it.
     *
     * @return true at rank 0, where what all have given is in the output, and {@link #hand} is to follow; at the others
     *     false, when they have got it
     */
    boolean gather(Ends ends) {
        int length = (int) ends.length();
        handed = cells.odd();
        cells.tellLength(handed, length);
        cells.put(ends, 0, handed, 0, length);
        if (!commons.gatherAt(gate)) {
            cells.requireOneLength(handed);
            cells.takeResult(handed, 0, ends, 0, length);
            return false;
        }
        if (!cells.judge(handed)) {
            commons.open(gate);
            cells.requireOneLength(handed);
        }
        cells.combine(handed, 0, ends, 0, length);
        return true;
    }

    /** Gives the others what is in the output now. */
    void hand(Ends ends) {
        cells.putResult(ends, 0, handed, 0, (int) ends.length());
        commons.open(gate);
    }

    private void share(Ends ends, long at, int odd, int piece) {
        int share = (piece / cells.ranks() + CACHE_LINE) & -CACHE_LINE;
        int from = Math.min(cells.self() * share, piece);
        int to = Math.min(from + share, piece);
        cells.combine(odd, from, ends, at + from, to - from);
        cells.putResult(ends, at + from, odd, from, to - from);
        commons.pass(gate);
        cells.takeResult(odd, 0, ends, at, from);
        cells.takeResult(odd, to, ends, at + to, piece - to);
    }
}
