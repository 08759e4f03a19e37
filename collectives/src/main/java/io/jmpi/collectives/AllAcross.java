package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;
import static io.jmpi.collectives.Schedule.SCRATCH;

/**
 * Collectives between two groups in which all take part: each rank gets what the other group's ranks have given.
 *
 * <pre>
 *   3 ranks here, 2 there
 *   barrier, all-reduce   up a tree in each group, 0 &lt;-&gt; 0', down the tree
 *   all-to-all            each straight to each of the other group
 * </pre>
 *
 * Peers are numbered as in {@link Sides}. Cost: 2 lg n + 1 messages one after the other for a barrier or a reduction, n
 * messages at once for an exchange.
 */
public final class AllAcross {

    private AllAcross() {}

    public static Schedule barrier(int rank, int here, int there) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Sides sides = new Sides(rank, here, there);
        Crew crew = sides.crew();
        crew.gatherSignals(steps, Sides.RADIX);
        if (crew.isFirst()) {
            steps.signal(sides.across(0)).await(sides.across(0)).endRound();
        }
        crew.passSignals(steps, Sides.RADIX);
        return steps.build();
    }

    /** Everybody gets the other group's reduction. */
    public static Schedule allReduce(int rank, int here, int there, long count, boolean commutative) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Sides sides = new Sides(rank, here, there);
        Crew crew = sides.crew();
        Accumulator value = new Accumulator(steps, count, INPUT, commutative, false, 1);
        crew.reduce(steps, value, count, Sides.RADIX);
        if (crew.isFirst()) {
            value.send(sides.across(0), 0, count);
            steps.recv(sides.across(0), OUTPUT, 0, count).endRound();
        } else {
            crew.receive(steps, count, Sides.RADIX);
        }
        crew.pass(steps, count, Sides.RADIX);
        return steps.build();
    }

    /** Everybody gets its part of the other group's reduction. Counts are this group's; their sum is that of the other's. */
    public static Schedule reduceScatter(int rank, int here, int there, int[] counts, boolean commutative) {
        return reduceScatter(new Sides(rank, here, there), Blocks.adjacent(counts), commutative);
    }

    /** Parts of one length. */
    public static Schedule reduceScatter(int rank, int here, int there, long count, boolean commutative) {
        return reduceScatter(new Sides(rank, here, there), Blocks.uniform(count), commutative);
    }

    private static Schedule reduceScatter(Sides sides, Blocks parts, boolean commutative) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Crew crew = sides.crew();
        long total = parts.run(0, sides.here());
        long arrival = 2 * total; // behind what the accumulator may use
        Accumulator value = new Accumulator(steps, total, INPUT, commutative, false, 1);
        crew.reduce(steps, value, total, Sides.RADIX);
        if (!crew.isFirst()) {
            steps.recv(0, OUTPUT, 0, parts.count(sides.rank()));
            return steps.build();
        }
        value.send(sides.across(0), 0, total);
        steps.recv(sides.across(0), SCRATCH, arrival, total).endRound();
        for (int peer = 1; peer < sides.here(); peer++) {
            steps.send(peer, SCRATCH, arrival + parts.start(peer), parts.count(peer));
        }
        steps.copy(SCRATCH, arrival, OUTPUT, 0, parts.count(0));
        return steps.build();
    }

    /** Everybody gives the same to all of the other group. */
    public static Schedule allGather(int rank, int here, int there, long given, int[] counts, int[] displs) {
        return allGather(new Sides(rank, here, there), given, Blocks.of(counts, displs));
    }

    /** Blocks of one count. */
    public static Schedule allGather(int rank, int here, int there, long given, long count) {
        return allGather(new Sides(rank, here, there), given, Blocks.uniform(count));
    }

    private static Schedule allGather(Sides sides, long given, Blocks incoming) {
        Blocks same = new Blocks() {
            @Override
            public long start(int rank) {
                return 0;
            }

            @Override
            public long count(int rank) {
                return given;
            }
        };
        return exchange(sides, same, incoming);
    }

    public static Schedule allToAll(
            int rank, int here, int there, int[] sendCounts, int[] sendDispls, int[] recvCounts, int[] recvDispls) {
        return exchange(
                new Sides(rank, here, there), Blocks.of(sendCounts, sendDispls), Blocks.of(recvCounts, recvDispls));
    }

    /** Blocks of one count each way. */
    public static Schedule allToAll(int rank, int here, int there, long sendCount, long recvCount) {
        return exchange(new Sides(rank, here, there), Blocks.uniform(sendCount), Blocks.uniform(recvCount));
    }

    /** In a rotation, so that nobody is everyone's target at the same time. */
    private static Schedule exchange(Sides sides, Blocks outgoing, Blocks incoming) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Ring ring = new Ring(sides.there(), sides.rank() % sides.there());
        for (int distance = 0; distance < sides.there(); distance++) {
            int to = ring.rank(distance);
            int from = ring.rank(-distance);
            steps.recv(sides.across(from), OUTPUT, incoming.start(from), incoming.count(from));
            steps.send(sides.across(to), INPUT, outgoing.start(to), outgoing.count(to));
        }
        return steps.build();
    }
}
