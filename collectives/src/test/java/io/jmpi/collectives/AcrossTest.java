package io.jmpi.collectives;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Collectives between two groups: all ranks are simulated together, those of the second group after those of the first. */
class AcrossTest {

    private static final int MOST = 9;
    private static final long COUNT = 3;

    /** Makes one rank's schedule from its rank in its group and whether that is the first. */
    private interface Maker {
        Schedule make(int rank, int here, int there, boolean first);
    }

    private static IntFunction<Schedule> all(int one, int other, Maker maker) {
        return rank -> rank < one
                ? maker.make(rank, one, other, true)
                : renumbered(maker.make(rank - one, other, one, false), one, other);
    }

    /** A schedule of the second group, its peers as ranks of all. */
    private static Schedule renumbered(Schedule schedule, int one, int other) {
        ScheduleBuilder steps = new ScheduleBuilder();
        for (int round = 0; round < schedule.rounds(); round++) {
            for (int step = schedule.firstStep(round); step < schedule.endStep(round); step++) {
                copy(schedule, step, steps, one, other);
            }
            steps.endRound();
        }
        return steps.build();
    }

    private static void copy(Schedule from, int step, ScheduleBuilder to, int one, int other) {
        int peer = from.peer(step) < other ? from.peer(step) + one : from.peer(step) - other;
        long count = from.count(step);
        switch (from.kind(step)) {
            case Schedule.SEND -> {
                if (count == 0) {
                    to.signal(peer);
                } else {
                    to.send(peer, from.source(step), from.sourceOffset(step), count);
                }
            }
            case Schedule.RECV -> {
                if (count == 0) {
                    to.await(peer);
                } else {
                    to.recv(peer, from.target(step), from.targetOffset(step), count);
                }
            }
            case Schedule.REDUCE ->
                to.reduce(
                        from.source(step), from.sourceOffset(step), from.target(step), from.targetOffset(step), count);
            default ->
                to.copy(from.source(step), from.sourceOffset(step), from.target(step), from.targetOffset(step), count);
        }
    }

    private static void forAllSizes(BiFunction<Integer, Integer, Proof> proof, Maker maker, Operation operation) {
        for (int one = 1; one <= MOST; one++) {
            for (int other = 1; other <= MOST; other++) {
                for (int seed = 0; seed < 3; seed++) {
                    proof.apply(one, other)
                            .run(all(one, other, maker), operation, Sizes.delivery(one + other, seed), seed);
                }
            }
        }
    }

    @Test
    void shouldLeaveNothingBehindAfterABarrier() {
        forAllSizes(
                (one, other) -> new Proof(one + other),
                (rank, here, there, first) -> AllAcross.barrier(rank, here, there),
                Operation.SUM);
    }

    @Test
    void shouldGiveEachGroupTheReductionOfTheOtherInTheOrderOfRanks() {
        forAllSizes(
                (one, other) -> {
                    Proof proof = new Proof(one + other);
                    for (int rank = 0; rank < one + other; rank++) {
                        int from = rank < one ? one : 0;
                        int to = rank < one ? one + other : one;
                        proof.input(rank, Proof.operands(Operation.JOIN, rank, COUNT))
                                .output(rank, Proof.reduced(Operation.JOIN, from, to, COUNT));
                    }
                    return proof;
                },
                (rank, here, there, first) -> AllAcross.allReduce(rank, here, there, COUNT, false),
                Operation.JOIN);
    }

    @Test
    void shouldSpreadTheReductionOfTheOtherGroup() {
        forAllSizes(
                (one, other) -> {
                    Proof proof = new Proof(one + other);
                    int total = one * other;
                    for (int rank = 0; rank < one + other; rank++) {
                        boolean first = rank < one;
                        int part = first ? other : one;
                        int place = (first ? rank : rank - one) * part;
                        long[] whole = Proof.reduced(Operation.JOIN, first ? one : 0, first ? one + other : one, total);
                        proof.input(rank, Proof.operands(Operation.JOIN, rank, total))
                                .output(rank, Arrays.copyOfRange(whole, place, place + part));
                    }
                    return proof;
                },
                (rank, here, there, first) -> AllAcross.reduceScatter(rank, here, there, (long) there, false),
                Operation.JOIN);
    }

    @Test
    void shouldGatherTheDataOfTheOtherGroup() {
        forAllSizes(
                (one, other) -> {
                    Proof proof = new Proof(one + other);
                    for (int rank = 0; rank < one + other; rank++) {
                        int from = rank < one ? one : 0;
                        int peers = rank < one ? other : one;
                        long[] all = new long[(int) (peers * COUNT)];
                        for (int peer = 0; peer < peers; peer++) {
                            System.arraycopy(Proof.data(from + peer, COUNT), 0, all, (int) (peer * COUNT), (int) COUNT);
                        }
                        proof.input(rank, Proof.data(rank, COUNT)).output(rank, all);
                    }
                    return proof;
                },
                (rank, here, there, first) -> AllAcross.allGather(rank, here, there, COUNT, COUNT),
                Operation.SUM);
    }

    @Test
    void shouldReduceToARootInTheOtherGroup() {
        for (int root = 0; root < 3; root++) {
            int chosen = root;
            forAllSizes(
                    (one, other) -> {
                        Proof proof = new Proof(one + other);
                        for (int rank = one; rank < one + other; rank++) {
                            proof.input(rank, Proof.operands(Operation.JOIN, rank, COUNT));
                        }
                        return proof.output(chosen % one, Proof.reduced(Operation.JOIN, one, one + other, COUNT));
                    },
                    (rank, here, there, first) -> !first
                            ? RootAcross.reduceFrom(rank, here, there, chosen % there, COUNT, false)
                            : rank == chosen % here
                                    ? RootAcross.reduceTo(rank, here, there, COUNT)
                                    : RootAcross.nothing(),
                    Operation.JOIN);
        }
    }

    @Test
    void shouldBroadcastToTheOtherGroup() {
        for (int root = 0; root < 3; root++) {
            int chosen = root;
            forAllSizes(
                    (one, other) -> {
                        Proof proof = new Proof(one + other);
                        long[] data = Proof.data(5, COUNT);
                        proof.output(chosen % one, data, data);
                        for (int rank = one; rank < one + other; rank++) {
                            proof.output(rank, data);
                        }
                        return proof;
                    },
                    (rank, here, there, first) -> !first
                            ? RootAcross.bcastTo(rank, here, there, chosen % there, COUNT)
                            : rank == chosen % here
                                    ? RootAcross.bcastFrom(rank, here, there, COUNT)
                                    : RootAcross.nothing(),
                    Operation.SUM);
        }
    }
}
