package io.jmpi.launcher;

import java.util.BitSet;

/** Ranks as users name them: {@code all}, {@code none}, {@code 0-3,5}. */
final class RankSet {

    private static final int MOST = 1 << 20;

    private final String text;
    /** Null for all. */
    private final BitSet ranks;

    private RankSet(String text, BitSet ranks) {
        this.text = text;
        this.ranks = ranks;
    }

    static RankSet of(int rank) {
        BitSet ranks = new BitSet();
        ranks.set(rank);
        return new RankSet(Integer.toString(rank), ranks);
    }

    static RankSet parse(OptionValue value) {
        if (value.text().equals("all")) {
            return new RankSet(value.text(), null);
        }
        BitSet ranks = new BitSet();
        if (!value.text().equals("none")) {
            for (String range : value.list()) {
                int dash = range.indexOf('-');
                int first = rank(value, dash < 0 ? range : range.substring(0, dash));
                int last = rank(value, range.substring(dash + 1));
                if (first > last) {
                    throw new UsageException(
                            value.option() + " " + value.text() + ": the range " + range + " is empty");
                }
                ranks.set(first, last + 1);
            }
        }
        return new RankSet(value.text(), ranks);
    }

    private static int rank(OptionValue value, String text) {
        try {
            int rank = Integer.parseInt(text);
            if (rank >= 0 && rank < MOST) {
                return rank;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        throw new UsageException(value.option() + " " + value.text() + ": give ranks as in 0-3,5, or all or none");
    }

    boolean contains(int rank) {
        return ranks == null || ranks.get(rank);
    }

    /** How many of the ranks of a job are in it. */
    int count(int size) {
        return ranks == null ? size : ranks.get(0, size).cardinality();
    }

    /** Checks that a job of this size has all of them. */
    void check(String option, int size) {
        if (ranks != null && ranks.length() > size) {
            throw new UsageException(
                    option + " " + text + ": there is no rank " + (ranks.length() - 1) + " in a job of " + size);
        }
    }
}
