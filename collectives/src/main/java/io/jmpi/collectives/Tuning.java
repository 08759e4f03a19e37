package io.jmpi.collectives;

import static io.jmpi.collectives.Algorithm.BINOMIAL;
import static io.jmpi.collectives.Algorithm.BRUCK;
import static io.jmpi.collectives.Algorithm.CHAIN;
import static io.jmpi.collectives.Algorithm.COMMON_LEVELS;
import static io.jmpi.collectives.Algorithm.DISSEMINATION;
import static io.jmpi.collectives.Algorithm.DOUBLING;
import static io.jmpi.collectives.Algorithm.HALVING;
import static io.jmpi.collectives.Algorithm.IN_COMMON;
import static io.jmpi.collectives.Algorithm.LINEAR;
import static io.jmpi.collectives.Algorithm.NEIGHBOR_EXCHANGE;
import static io.jmpi.collectives.Algorithm.PAIRWISE;
import static io.jmpi.collectives.Algorithm.RABENSEIFNER;
import static io.jmpi.collectives.Algorithm.RING;
import static io.jmpi.collectives.Algorithm.SCATTER_DOUBLING;
import static io.jmpi.collectives.Algorithm.SCATTER_RING;
import static io.jmpi.collectives.Algorithm.SPREAD;
import static io.jmpi.collectives.Algorithm.TWO_LEVEL;
import static io.jmpi.collectives.Collective.ALL_GATHER;
import static io.jmpi.collectives.Collective.ALL_GATHERV;
import static io.jmpi.collectives.Collective.ALL_REDUCE;
import static io.jmpi.collectives.Collective.ALL_TO_ALL;
import static io.jmpi.collectives.Collective.BARRIER;
import static io.jmpi.collectives.Collective.BCAST;
import static io.jmpi.collectives.Collective.EX_SCAN;
import static io.jmpi.collectives.Collective.GATHER;
import static io.jmpi.collectives.Collective.REDUCE;
import static io.jmpi.collectives.Collective.REDUCE_SCATTER;
import static io.jmpi.collectives.Collective.SCAN;
import static io.jmpi.collectives.Collective.SCATTER;
import static io.jmpi.collectives.Tuning.Needs.COMMONS;
import static io.jmpi.collectives.Tuning.Needs.COMMUTATIVE;
import static io.jmpi.collectives.Tuning.Needs.EVEN;
import static io.jmpi.collectives.Tuning.Needs.FLAT;
import static io.jmpi.collectives.Tuning.Needs.LEVELS;
import static io.jmpi.collectives.Tuning.Needs.NODE_COMMONS;
import static io.jmpi.collectives.Tuning.Needs.NOTHING;
import static io.jmpi.collectives.Tuning.Needs.POWER_OF_TWO;
import static io.jmpi.collectives.Tuning.Needs.RAGGED;

import java.util.List;
import java.util.Locale;

/**
 * Which algorithm when: one table, read from the top, where the first row that applies is taken. All of the choice is
 * here; {@link #toString()} prints it. Every rank must come to the same row, so a row goes by nothing that ranks may
 * see differently.
 */
public final class Tuning {

    /** What a row asks for besides its bounds. */
    enum Needs {
        NOTHING,
        COMMUTATIVE,
        POWER_OF_TWO,
        /** An even number of ranks. */
        EVEN,
        /** {@link #FLAT}, a number of ranks that is no power of two, and an operation that commutes. */
        RAGGED,
        /** {@link Nodes#haveLevels()}, and an operation that commutes. */
        LEVELS,
        /** Not {@link Nodes#haveLevels()}: one rank on each node, or one node with a processor for each rank. */
        FLAT,
        /**
         * Memory in which all ranks can carry out a collective together; a blocking call; if it reduces, a predefined
         * operation.
         */
        COMMONS,
        /** The same for the ranks of a node, of which there are several. */
        NODE_COMMONS
    }

    /** What memory ranks have for collectives in common, in a call that can use it. */
    public enum Memory {
        NONE,
        /** Those of one node, of several. */
        OF_NODES,
        OF_ALL
    }

    /** A row: for so many ranks and up to so many bytes, take this algorithm; why is a measurement where there is one. */
    record Row(Collective collective, int maxRanks, long maxBytes, Needs needs, Algorithm algorithm, String why) {

        boolean applies(Collective wanted, int ranks, long bytes, boolean commutative, boolean levels, Memory memory) {
            return collective == wanted
                    && ranks <= maxRanks
                    && bytes <= maxBytes
                    && (needs != COMMUTATIVE || commutative)
                    && (needs != LEVELS || levels && commutative)
                    && (needs != FLAT || !levels)
                    && (needs != COMMONS || memory == Memory.OF_ALL)
                    && (needs != NODE_COMMONS || memory == Memory.OF_NODES)
                    && (needs != POWER_OF_TWO || Integer.bitCount(ranks) == 1)
                    && (needs != EVEN || ranks % 2 == 0)
                    && (needs != RAGGED || !levels && commutative && Integer.bitCount(ranks) != 1);
        }
    }

    private static final int ANY = Integer.MAX_VALUE;
    private static final long ALL = Long.MAX_VALUE;
    private static final long KIB = 1024;

    static final Tuning TABLE = new Tuning(List.of(
            row(BARRIER, ANY, ALL, COMMONS, IN_COMMON, "one word counts all who have come"),
            row(BARRIER, ANY, ALL, NODE_COMMONS, COMMON_LEVELS, "the same on each node, and lg N messages for each"),
            row(BARRIER, ANY, ALL, LEVELS, TWO_LEVEL, "the network is crossed lg N times by one rank a node"),
            row(BARRIER, ANY, ALL, NOTHING, DISSEMINATION, "the fewest rounds"),
            row(BCAST, ANY, ALL, COMMONS, IN_COMMON, "written once, whoever reads it"),
            row(
                    BCAST,
                    ANY,
                    ALL,
                    NODE_COMMONS,
                    COMMON_LEVELS,
                    "the data enters each node once, and is written there once"),
            row(BCAST, 2, ALL, NOTHING, BINOMIAL, "one message is the fewest"),
            row(BCAST, ANY, 512 * KIB, LEVELS, TWO_LEVEL, "the data enters each node once"),
            row(BCAST, ANY, 8 * KIB, NOTHING, BINOMIAL, "latency counts (MPICH: 12 KiB)"),
            row(BCAST, ANY, 512 * KIB, NOTHING, SCATTER_DOUBLING, "less latency than the ring (MPICH: 512 KiB)"),
            row(BCAST, 8, ALL, FLAT, CHAIN, "passes each rank once: 0.7 of a ring's time by TCP"),
            row(BCAST, 64, 4 * 1024 * KIB, NOTHING, SCATTER_RING, "neighbours only (MPICH)"),
            row(BCAST, 32, ALL, FLAT, CHAIN, "once the data is long beside the chain (Simulate)"),
            row(BCAST, ANY, 4 * 1024 * KIB, NOTHING, SCATTER_DOUBLING, "a ring is n messages long (Simulate)"),
            row(BCAST, 256, 32 * 1024 * KIB, NOTHING, SCATTER_RING, "neighbours only (MPICH)"),
            row(BCAST, 256, ALL, FLAT, CHAIN, "once the data is long beside the chain (Simulate)"),
            row(BCAST, 256, ALL, NOTHING, SCATTER_RING, "ranks of a chain that share a processor wait for each other"),
            row(BCAST, ANY, ALL, NOTHING, SCATTER_DOUBLING, "a ring is n messages long (Simulate)"),
            row(REDUCE, ANY, ALL, COMMONS, IN_COMMON, "nobody waits but the root"),
            row(REDUCE, 2, ALL, NOTHING, BINOMIAL, "one message is the fewest"),
            row(REDUCE, ANY, 64 * KIB, LEVELS, TWO_LEVEL, "one value leaves each node"),
            row(REDUCE, ANY, 8 * KIB, NOTHING, BINOMIAL, "latency counts (MPICH: 2 KiB)"),
            row(REDUCE, 3, ALL, NOTHING, BINOMIAL, "a message from each is the fewest"),
            row(REDUCE, ANY, ALL, COMMUTATIVE, RABENSEIFNER, "shares the reducing (MPICH)"),
            row(REDUCE, ANY, ALL, NOTHING, BINOMIAL, "keeps rank order"),
            row(ALL_REDUCE, ANY, ALL, COMMONS, IN_COMMON, "written once, each reduces a share"),
            row(
                    ALL_REDUCE,
                    ANY,
                    ALL,
                    NODE_COMMONS,
                    COMMON_LEVELS,
                    "one vector leaves each node; half the time up to 256 KiB"),
            row(ALL_REDUCE, 2, 32 * KIB, NOTHING, DOUBLING, "one swap is the fewest messages"),
            row(ALL_REDUCE, ANY, 64 * KIB, LEVELS, TWO_LEVEL, "one value leaves each node a round"),
            row(ALL_REDUCE, ANY, 8 * KIB, NOTHING, DOUBLING, "latency counts (MPICH: 2 KiB)"),
            row(ALL_REDUCE, 3, ALL, RAGGED, RING, "no folding to a power of two: 0.5 to 0.8 of the time (Simulate)"),
            row(ALL_REDUCE, ANY, 64 * KIB, RAGGED, RABENSEIFNER, "until a longer ring is for little data (Simulate)"),
            row(ALL_REDUCE, 7, ALL, RAGGED, RING, "no folding to a power of two: 0.5 to 0.8 of the time (Simulate)"),
            row(ALL_REDUCE, ANY, 256 * KIB, RAGGED, RABENSEIFNER, "until a longer ring is for little data (Simulate)"),
            row(ALL_REDUCE, 31, ALL, RAGGED, RING, "no folding to a power of two: 0.5 to 0.8 of the time (Simulate)"),
            row(ALL_REDUCE, ANY, 1024 * KIB, RAGGED, RABENSEIFNER, "until a longer ring is for little data (Simulate)"),
            row(ALL_REDUCE, 100, ALL, RAGGED, RING, "no folding to a power of two: 0.5 to 0.8 of the time (Simulate)"),
            row(ALL_REDUCE, ANY, ALL, NOTHING, RABENSEIFNER, "shares the reducing: 2 ranks 0.8 of a swap (MPICH)"),
            row(GATHER, ANY, ALL, COMMONS, IN_COMMON, "nobody waits but the root: 8 ranks, 8 B, 0.2 of a gate"),
            row(GATHER, 9, ALL, NOTHING, LINEAR, "few messages anyhow (Simulate)"),
            row(GATHER, ANY, 8 * KIB, NOTHING, BINOMIAL, "latency counts"),
            row(GATHER, ANY, ALL, NOTHING, LINEAR, "a tree would copy each block lg n times"),
            row(SCATTER, ANY, ALL, COMMONS, IN_COMMON, "the root waits for nobody"),
            row(SCATTER, 9, ALL, NOTHING, LINEAR, "few messages anyhow (Simulate)"),
            row(SCATTER, ANY, 8 * KIB, NOTHING, BINOMIAL, "latency counts"),
            row(SCATTER, ANY, ALL, NOTHING, LINEAR, "a tree would copy each block lg n times"),
            row(ALL_GATHER, ANY, ALL, COMMONS, IN_COMMON, "each block is written once, whoever reads it"),
            row(ALL_GATHER, ANY, 512 * KIB, POWER_OF_TWO, DOUBLING, "no copies (MPICH: 512 KiB)"),
            row(ALL_GATHER, 2, ALL, NOTHING, DOUBLING, "one swap is the fewest messages"),
            row(ALL_GATHER, ANY, 80 * KIB, NOTHING, BRUCK, "latency counts (MPICH: 80 KiB)"),
            row(ALL_GATHER, 16, ALL, EVEN, NEIGHBOR_EXCHANGE, "half the rounds of a ring (Open MPI)"),
            row(ALL_GATHER, 16, ALL, NOTHING, RING, "neighbours only, no copies (MPICH)"),
            row(ALL_GATHER, ANY, 256 * KIB, NOTHING, BRUCK, "until more rounds are for little data (Simulate)"),
            row(ALL_GATHER, 64, ALL, EVEN, NEIGHBOR_EXCHANGE, "half the rounds of a ring (Open MPI)"),
            row(ALL_GATHER, 64, ALL, NOTHING, RING, "neighbours only, no copies (MPICH)"),
            row(ALL_GATHER, ANY, 1024 * KIB, NOTHING, BRUCK, "until more rounds are for little data (Simulate)"),
            row(ALL_GATHER, 256, ALL, EVEN, NEIGHBOR_EXCHANGE, "half the rounds of a ring (Open MPI)"),
            row(ALL_GATHER, 256, ALL, NOTHING, RING, "neighbours only, no copies (MPICH)"),
            row(ALL_GATHER, ANY, 16 * 1024 * KIB, NOTHING, BRUCK, "a ring is n messages long (Simulate)"),
            row(ALL_GATHER, ANY, ALL, NOTHING, RING, "a copy of all takes longer (Simulate)"),
            row(ALL_GATHERV, 2, ALL, NOTHING, RING, "one swap is the fewest messages"),
            row(ALL_GATHERV, ANY, 80 * KIB, NOTHING, BRUCK, "latency counts (MPICH: 80 KiB)"),
            row(ALL_GATHERV, 9, ALL, NOTHING, RING, "neighbours only, no copies (MPICH)"),
            row(ALL_GATHERV, ANY, 1024 * KIB, NOTHING, BRUCK, "until more rounds are for little data (Simulate)"),
            row(ALL_GATHERV, 256, ALL, NOTHING, RING, "neighbours only, no copies (MPICH)"),
            row(ALL_GATHERV, ANY, 16 * 1024 * KIB, NOTHING, BRUCK, "a ring is n messages long (Simulate)"),
            row(ALL_GATHERV, ANY, ALL, NOTHING, RING, "a copy of all takes longer (Simulate)"),
            row(ALL_TO_ALL, 16, ALL, COMMONS, IN_COMMON, "one gate for all pairs of ranks"),
            row(ALL_TO_ALL, ANY, 256, COMMONS, IN_COMMON, "until a gate is for little data"),
            row(ALL_TO_ALL, 9, 32 * KIB, NOTHING, SPREAD, "few messages anyhow (Simulate)"),
            row(ALL_TO_ALL, ANY, 256, NOTHING, BRUCK, "lg n messages, each block lg n / 2 times (MPICH)"),
            row(ALL_TO_ALL, 24, 32 * KIB, NOTHING, SPREAD, "hides latency (MPICH)"),
            row(ALL_TO_ALL, ANY, KIB, NOTHING, BRUCK, "until more messages are for little data (Simulate)"),
            row(ALL_TO_ALL, ANY, 32 * KIB, NOTHING, SPREAD, "hides latency (MPICH)"),
            row(ALL_TO_ALL, ANY, ALL, NOTHING, PAIRWISE, "one block in flight at a time (MPICH)"),
            row(REDUCE_SCATTER, 16, ALL, COMMONS, IN_COMMON, "written once, each combines its own"),
            row(REDUCE_SCATTER, ANY, 16 * KIB, COMMONS, IN_COMMON, "until a gate is for little data"),
            row(REDUCE_SCATTER, 3, ALL, RAGGED, PAIRWISE, "no folding to a power of two (Simulate)"),
            row(REDUCE_SCATTER, ANY, 32 * KIB, RAGGED, HALVING, "until pairs are for little data (Simulate)"),
            row(REDUCE_SCATTER, 7, ALL, RAGGED, PAIRWISE, "no folding to a power of two (Simulate)"),
            row(REDUCE_SCATTER, ANY, 128 * KIB, RAGGED, HALVING, "until pairs are for little data (Simulate)"),
            row(REDUCE_SCATTER, 15, ALL, RAGGED, PAIRWISE, "no folding to a power of two (Simulate)"),
            row(REDUCE_SCATTER, ANY, 512 * KIB, NOTHING, HALVING, "latency counts (MPICH: 512 KiB)"),
            row(REDUCE_SCATTER, 256, ALL, NOTHING, PAIRWISE, "no block is passed on (MPICH)"),
            row(REDUCE_SCATTER, ANY, 4 * 1024 * KIB, NOTHING, HALVING, "pairs are n messages (Simulate)"),
            row(REDUCE_SCATTER, ANY, ALL, NOTHING, PAIRWISE, "no block is passed on (MPICH)"),
            row(SCAN, ANY, ALL, COMMONS, IN_COMMON, "nobody waits for the ranks behind"),
            row(SCAN, ANY, ALL, NOTHING, DOUBLING, "the fewest rounds"),
            row(EX_SCAN, ANY, ALL, COMMONS, IN_COMMON, "nobody waits for the ranks behind"),
            row(EX_SCAN, ANY, ALL, NOTHING, DOUBLING, "the fewest rounds")));

    private final List<Row> rows;

    private Tuning(List<Row> rows) {
        this.rows = rows;
    }

    /** The table that {@link Collectives} goes by. */
    public static Tuning table() {
        return TABLE;
    }

    List<Row> rows() {
        return rows;
    }

    /** The algorithm for so many ranks and bytes on one node, or with each rank on one of its own, by messages. */
    public Algorithm choose(Collective collective, int ranks, long bytes, boolean commutative) {
        return choose(collective, ranks, bytes, commutative, false);
    }

    /**
     * The algorithm for so many ranks and bytes, by messages; which bytes, says {@link Collective}.
     *
     * @param levels {@link Nodes#haveLevels()}
     */
    public Algorithm choose(Collective collective, int ranks, long bytes, boolean commutative, boolean levels) {
        return row(collective, ranks, bytes, commutative, levels, Memory.NONE).algorithm();
    }

    /** The most bytes for which so many ranks use the memory that they have; -1 if they never do. */
    public long mostInCommon(Collective collective, int ranks, Memory memory) {
        long most = -1;
        for (Row row : rows) {
            boolean taken = (row.needs == COMMONS || row.needs == NODE_COMMONS)
                    && row.collective == collective
                    && row(collective, ranks, row.maxBytes, false, false, memory) == row;
            most = taken ? Math.max(most, row.maxBytes) : most;
        }
        return most;
    }

    private Row row(Collective collective, int ranks, long bytes, boolean commutative, boolean levels, Memory memory) {
        for (Row row : rows) {
            if (row.applies(collective, ranks, bytes, commutative, levels, memory)) {
                return row;
            }
        }
        throw new IllegalStateException("no row for " + collective + " ranks=" + ranks + " bytes=" + bytes);
    }

    /**
     * The row that is taken, as {@link #toString()} has it, without an end of line.
     *
     * @param memory if there is none, it is what {@link #choose} takes
     */
    public String taken(
            Collective collective, int ranks, long bytes, boolean commutative, boolean levels, Memory memory) {
        return line(row(collective, ranks, bytes, commutative, levels, memory));
    }

    /** What the columns of the table are, without an end of line. */
    public static String heading() {
        return line("collective", "ranks", "bytes", "needs", "algorithm", "why");
    }

    /** The table, a row a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(heading()).append('\n');
        for (Row row : rows) {
            text.append(line(row)).append('\n');
        }
        return text.toString();
    }

    private static Row row(
            Collective collective, int maxRanks, long maxBytes, Needs needs, Algorithm algorithm, String why) {
        return new Row(collective, maxRanks, maxBytes, needs, algorithm, why);
    }

    private static String line(Row row) {
        String ranks = row.maxRanks == ANY ? "any" : "<= " + row.maxRanks;
        String bytes = row.maxBytes == ALL ? "any" : "<= " + row.maxBytes;
        String needs = row.needs == NOTHING
                ? "-"
                : row.needs.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return line(row.collective.toString(), ranks, bytes, needs, row.algorithm.toString(), row.why);
    }

    private static String line(
            String collective, String ranks, String bytes, String needs, String algorithm, String why) {
        return String.format("%-13s  %-6s %-11s %-12s  %-16s  %s", collective, ranks, bytes, needs, algorithm, why);
    }
}
