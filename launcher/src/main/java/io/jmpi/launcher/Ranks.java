package io.jmpi.launcher;

/** Sets of ranks in words. */
final class Ranks {

    private Ranks() {}

    /** "rank 3", "ranks 0, 2-5"; the ranks ascend. */
    static String inWords(int[] ranks) {
        StringBuilder text = new StringBuilder(ranks.length == 1 ? "rank " : "ranks ");
        int i = 0;
        while (i < ranks.length) {
            int last = i;
            while (last + 1 < ranks.length && ranks[last + 1] == ranks[last] + 1) {
                last++;
            }
            if (i > 0) {
                text.append(", ");
            }
            text.append(ranks[i]);
            if (last > i) {
                text.append(last == i + 1 ? ", " : "-").append(ranks[last]);
            }
            i = last + 1;
        }
        return text.toString();
    }
}
