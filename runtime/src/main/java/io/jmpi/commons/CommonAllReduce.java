package io.jmpi.commons;

/**
 * Each rank puts its data into its cell, piece by piece. Then each combines those of all for itself, if they are short; else
 * the last one to come does, and the others take the result. Always in the order of the ranks.
 *
 * <p>A rank puts its next piece into one set of cells while the last to come still works on the other, and takes a result
 * before it arrives at the gate of the next piece.
 */
final class CommonAllReduce {

    /** Bytes in all cells together that each rank reads. */
    private static final int SHORT = 8 << 10;

    private final Commons commons;
    private final Gate gate;
    private final Cells cells;

    CommonAllReduce(Commons commons, Gate gate, Cells cells) {
        this.commons = commons;
        this.gate = gate;
        this.cells = cells;
    }

    void run(Ends ends) {
        long length = ends.length();
        put(ends, 0);
        long at = 0;
        do {
            int odd = cells.odd();
            boolean last = gate.arrive();
            int piece = piece(ends, at);
            if (last) {
                finish(ends, odd, at, piece);
                commons.open(gate);
            }
            boolean more = at + piece < length;
            boolean early = cells.mayFillEarly();
            if (more && early) {
                put(ends, at + piece);
            }
            if (!last) {
                commons.await(gate.opened());
            }
            if (more && !early) {
                put(ends, at + piece);
            }
            take(ends, odd, at, piece, last);
            at += piece;
        } while (at < length);
    }

    private int piece(Ends ends, long at) {
        return (int) Math.min(cells.capacity(), ends.length() - at);
    }

    private boolean isShort(int piece) {
        return piece * cells.ranks() <= SHORT;
    }

    private void put(Ends ends, long at) {
        int odd = cells.odd();
        int piece = piece(ends, at);
        cells.tellLength(odd, ends.length());
        if (piece != 0) {
            cells.put(ends, at, odd, 0, piece);
        }
    }

    /** By the last one, whose own output is as good a place as any to combine the pieces in. */
    private void finish(Ends ends, int odd, long at, int piece) {
        if (cells.judge(odd) && !isShort(piece)) {
            cells.combine(odd, 0, ends, at, piece);
            cells.putResult(ends, at, odd, piece);
        }
    }

    private void take(Ends ends, int odd, long at, int piece, boolean combined) {
        cells.requireOneLength(odd);
        if (piece == 0) {
            return;
        }
        if (isShort(piece)) {
            cells.areRead();
            cells.combine(odd, 0, ends, at, piece);
        } else if (!combined) {
            cells.takeResult(odd, ends, at, piece);
        }
    }
}
