package io.jmpi.launcher;

import java.util.BitSet;

/** Sets of ranks in words. */
final class Ranks {

    private Ranks() {}

    /** "rank 3", "ranks 0, 2-5". */
    static String inWords(int[] ranks) {
        BitSet set = new BitSet();
        for (int rank : ranks) {
            set.set(rank);
        }
        return inWords(set);
    }

    /** "rank 3", "ranks 0, 2-5". */
    static String inWords(BitSet ranks) {
        return (ranks.cardinality() == 1 ? "rank " : "ranks ") + text(ranks, ", ", 3);
    }

    /** "0,2-5". */
    static String inBrief(BitSet ranks) {
        return text(ranks, ",", 2);
    }

    private static String text(BitSet ranks, String comma, int shortestRange) {
        StringBuilder text = new StringBuilder();
        int end;
        for (int first = ranks.nextSetBit(0); first >= 0; first = ranks.nextSetBit(end)) {
            end = ranks.nextClearBit(first);
            if (end - first < shortestRange) {
                end = first + 1;
            }
            text.append(text.length() == 0 ? "" : comma).append(first);
            if (end > first + 1) {
                text.append('-').append(end - 1);
            }
        }
        return text.toString();
    }
}
