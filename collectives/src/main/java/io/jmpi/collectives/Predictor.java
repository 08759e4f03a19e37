package io.jmpi.collectives;

/**
 * Predicts how long a case takes by an algorithm. Up to {@value #EVERY_RANK} ranks all messages are followed. Beyond, so
 * are those of algorithms with few messages a rank; where a rank has as many messages as there are ranks, what all ranks do
 * alike is followed for one of them:
 *
 * <pre>
 *   dissemination, Bruck, spread, pairwise, ring of an all-gather    exact
 *   neighbour exchange                   as if all swapped to the same side: exact
 *   ring of an all-reduce                parts of one size, that of the longest: exact unless g exceeds L + 2o
 *   pairwise of a reduce-scatter         that of the last rank: exact but for a block's reduction and copy
 *   scatter, then ring                   as if the ring began when all is scattered: at most lg n messages too much,
 *                                        if there are parts for all
 *   chain                                the way of the first segment, then the others at the pace of the slowest link
 * </pre>
 *
 * Several nodes then count as if all of these messages went between nodes, except in a chain.
 */
final class Predictor {

    /** Enough to see every kind of rank; beyond, n squared messages would take long. */
    static final int EVERY_RANK = 512;

    private static final long MANY_SEGMENTS = 1 << 20;

    private final Machine machine;

    Predictor(Machine machine) {
        this.machine = machine;
    }

    /** Microseconds. */
    double predict(Case one, Algorithm algorithm) {
        boolean few = one.size() <= EVERY_RANK
                && (algorithm != Algorithm.CHAIN || segments(one) <= MANY_SEGMENTS / one.size());
        return few ? everyRank(one, algorithm) : alike(one, algorithm);
    }

    /** Message by message. */
    double everyRank(Case one, Algorithm algorithm) {
        return Prediction.everyRank(machine, one.nodes(), one.elementBytes(), rank -> one.schedule(algorithm, rank));
    }

    /** By what ranks do alike; message by message where they do not. */
    double alike(Case one, Algorithm algorithm) {
        return switch (algorithm) {
            case DISSEMINATION, BRUCK, SPREAD, PAIRWISE -> last(one, one.schedule(algorithm, one.size() - 1));
            case RING -> last(one, even(one).schedule(algorithm, one.size() - 1));
            case NEIGHBOR_EXCHANGE -> last(one, swaps(one));
            case SCATTER_RING -> scatter(one) + ring(one);
            case CHAIN -> chain(one);
            default -> everyRank(one, algorithm);
        };
    }

    private double last(Case one, Schedule schedule) {
        return Prediction.oneForAll(machine, one.nodes(), one.elementBytes(), one.size() - 1, schedule);
    }

    /** With all parts as long as the longest. */
    private static Case even(Case one) {
        boolean inParts = one.collective() == Collective.ALL_REDUCE;
        long count = inParts ? longestPart(one) * one.size() : one.count();
        return new Case(one.collective(), one.nodes(), count, one.elementBytes());
    }

    private static long longestPart(Case one) {
        return (one.count() + one.size() - 1) / one.size();
    }

    private double scatter(Case one) {
        Ring ring = new Ring(one.size(), 0);
        Blocks parts = Blocks.split(one.count(), one.size());
        return Prediction.everyRank(machine, one.nodes(), one.elementBytes(), rank -> {
            ScheduleBuilder steps = new ScheduleBuilder();
            ScatterPhase.append(steps, ring, rank, parts);
            return steps.build();
        });
    }

    private double ring(Case one) {
        return last(one, RingAllGather.schedule(one.size() - 1, one.size(), longestPart(one), true));
    }

    private static Schedule swaps(Case one) {
        int size = one.size();
        ScheduleBuilder steps = new ScheduleBuilder().copy(Schedule.INPUT, 0, Schedule.OUTPUT, 0, one.count());
        for (int round = 1; round <= size / 2; round++) {
            long count = round == 1 ? one.count() : 2 * one.count();
            steps.send(0, Schedule.OUTPUT, 0, count)
                    .recv(size - 2, Schedule.OUTPUT, 0, count)
                    .endRound();
        }
        return steps.build();
    }

    private static long segments(Case one) {
        long segment = Catalogue.segment(one.elementBytes());
        return (one.count() + segment - 1) / segment;
    }

    private double chain(Case one) {
        if (one.count() == 0) {
            return 0;
        }
        double bytes = (double) Math.min(one.count(), Catalogue.segment(one.elementBytes())) * one.elementBytes();
        double way = 0;
        double pace = 0;
        for (int rank = 1; rank < one.size(); rank++) {
            boolean near = one.nodes().node(rank - 1) == one.nodes().node(rank);
            LogGP link = near ? machine.node() : machine.network();
            way += link.message(bytes);
            pace = Math.max(pace, link.pace(bytes));
        }
        return way + (segments(one) - 1) * pace;
    }
}
