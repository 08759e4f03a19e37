package io.jmpi.collectives;

/** The radix of the trees within a node and between nodes. */
final class TwoLevels {

    /** Ranks that share processors pay for levels, hardly for messages. */
    static final int WITHIN = 8;

    /** What crosses a network costs its sender. */
    static final int BETWEEN = 2;

    private TwoLevels() {}
}
