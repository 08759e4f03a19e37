package io.jmpi.collectives;

import java.util.ArrayDeque;
import java.util.function.IntFunction;

/**
 * Runs schedules against the clock of {@link LogGP}, every message of every rank. One use, one thread.
 *
 * <p>All ranks start at once, have a processor each and nothing else to do. Messages of a pair of ranks arrive in order,
 * and nothing waits for a receiver: large messages are taken to be expected, and ranks of a node not to share a wire. As
 * each rank waits for one message at a time, whoever is run first makes no difference to any clock.
 */
final class Prediction {

    private final Machine machine;
    private final Nodes nodes;
    private final int elementBytes;
    private final int only; // the rank that stands for all, or NONE
    private final PredictedRank[] ranks;
    private final ArrayDeque<PredictedRank> ready = new ArrayDeque<>();

    private static final int NONE = -1;

    private Prediction(Machine machine, Nodes nodes, int elementBytes, int only) {
        this.machine = machine;
        this.nodes = nodes;
        this.elementBytes = elementBytes;
        this.only = only;
        this.ranks = new PredictedRank[only == NONE ? nodes.size() : 1];
    }

    /** Microseconds until the last rank is done. */
    static double everyRank(Machine machine, Nodes nodes, int elementBytes, IntFunction<Schedule> schedules) {
        Prediction all = new Prediction(machine, nodes, elementBytes, NONE);
        for (int rank = 0; rank < all.ranks.length; rank++) {
            all.ranks[rank] = new PredictedRank(all, rank, schedules.apply(rank));
        }
        return all.run();
    }

    /**
     * The same where all ranks do the same, each turned by its rank, so that one can stand for all: what it sends to the
     * rank at a distance, it gets from the one at that distance before it. All messages then cost the same, which is what
     * they cost between nodes if there are several.
     */
    static double oneForAll(Machine machine, Nodes nodes, int elementBytes, int rank, Schedule schedule) {
        Prediction all = new Prediction(machine.uniform(nodes.count() == 1), nodes, elementBytes, rank);
        all.ranks[0] = new PredictedRank(all, rank, schedule);
        return all.run();
    }

    private double run() {
        for (PredictedRank rank : ranks) {
            rank.advance();
        }
        while (!ready.isEmpty()) {
            ready.remove().advance();
        }
        double end = 0;
        for (PredictedRank rank : ranks) {
            end = Math.max(end, rank.end());
        }
        return end;
    }

    void deliver(int from, int to, double time) {
        PredictedRank target = ranks[only == NONE ? to : 0];
        int source = only == NONE ? from : Math.floorMod(2 * from - to, nodes.size());
        if (target.deliver(source, time)) {
            ready.add(target);
        }
    }

    /** Whether a message stays within a node. */
    boolean isNear(int from, int to) {
        return only == NONE && nodes.node(from) == nodes.node(to);
    }

    LogGP costs(int from, int to) {
        return isNear(from, to) ? machine.node() : machine.network();
    }

    double bytes(long count) {
        return (double) count * elementBytes;
    }

    /** Microseconds of a step, if it is a local one. */
    double work(int kind, long count) {
        return switch (kind) {
            case Schedule.REDUCE -> bytes(count) * machine.perByteReduced();
            case Schedule.COPY -> bytes(count) * machine.perByteCopied();
            default -> 0;
        };
    }
}
