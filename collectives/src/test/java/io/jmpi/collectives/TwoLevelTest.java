package io.jmpi.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The forms over nodes and ranks of a node, for ranks dealt to nodes in every manner. */
class TwoLevelTest {

    /** Ranks in blocks, dealt in turn, at random, all on one node, each on its own. */
    private static List<Nodes> layouts(int size) {
        List<Nodes> layouts = new ArrayList<>();
        Random random = new Random(size);
        for (int count : new int[] {1, 2, 3, 4, 7, size}) {
            layouts.add(layout(size, rank -> rank * count / size));
            layouts.add(layout(size, rank -> rank % count));
            layouts.add(layout(size, rank -> random.nextInt(count)));
        }
        return layouts;
    }

    private static Nodes layout(int size, IntFunction<Integer> node) {
        int[] nodes = new int[size];
        Arrays.setAll(nodes, node::apply);
        return Nodes.of(nodes);
    }

    private interface Case {
        void prove(Nodes nodes, int root);
    }

    private static void forEachLayoutAndRoot(Case proof) {
        for (int size = 1; size <= 40; size++) {
            for (Nodes nodes : layouts(size)) {
                for (int root = 0; root < size; root += 1 + size / 7) {
                    proof.prove(nodes, root);
                }
            }
        }
        for (int size : Sizes.LARGE) {
            for (Nodes nodes : layouts(size)) {
                proof.prove(nodes, size / 3);
            }
        }
    }

    @Test
    void shouldBroadcastFromEveryRoot() {
        forEachLayoutAndRoot((nodes, root) -> {
            long[] data = Proof.data(root, 5);
            Proof proof = new Proof(nodes.size());
            for (int rank = 0; rank < nodes.size(); rank++) {
                if (rank == root) {
                    proof.output(rank, data, data);
                } else {
                    proof.output(rank, data);
                }
            }
            SimulatedRanks ranks = proof.run(
                    rank -> TwoLevelBcast.schedule(rank, nodes, root, 5),
                    Operation.SUM,
                    Sizes.delivery(nodes.size(), root),
                    root);
            assertEquals(nodes.size() - 1, ranks.messages());
        });
    }

    @Test
    void shouldReduceToEveryRoot() {
        forEachLayoutAndRoot((nodes, root) -> {
            boolean inPlace = root % 2 == 0;
            long[] result = Proof.reduced(Operation.SUM, 0, nodes.size(), 5);
            Proof proof = new Proof(nodes.size());
            for (int rank = 0; rank < nodes.size(); rank++) {
                long[] operands = Proof.operands(Operation.SUM, rank, 5);
                if (rank != root) {
                    proof.input(rank, operands);
                } else if (inPlace) {
                    proof.output(rank, operands, result);
                } else {
                    proof.input(rank, operands).output(rank, result);
                }
            }
            SimulatedRanks ranks = proof.run(
                    rank -> TwoLevelReduce.schedule(rank, nodes, root, 5, inPlace),
                    Operation.SUM,
                    Sizes.delivery(nodes.size(), root),
                    root);
            assertEquals(nodes.size() - 1, ranks.messages());
        });
    }

    @Test
    void shouldGiveEveryRankTheReduction() {
        forEachLayoutAndRoot((nodes, seed) -> {
            boolean inPlace = seed % 2 == 0;
            long[] result = Proof.reduced(Operation.SUM, 0, nodes.size(), 5);
            Proof proof = new Proof(nodes.size());
            for (int rank = 0; rank < nodes.size(); rank++) {
                long[] operands = Proof.operands(Operation.SUM, rank, 5);
                if (inPlace) {
                    proof.output(rank, operands, result);
                } else {
                    proof.input(rank, operands).output(rank, result);
                }
            }
            proof.run(
                    rank -> TwoLevelAllReduce.schedule(rank, nodes, 5, inPlace),
                    Operation.SUM,
                    Sizes.delivery(nodes.size(), seed),
                    seed);
        });
    }

    @Test
    void shouldLetNoOneOutBeforeAllAreIn() {
        forEachLayoutAndRoot((nodes, late) -> {
            Proof proof = new Proof(nodes.size());
            proof.run(
                    rank -> TwoLevelBarrier.schedule(rank, nodes),
                    Operation.SUM,
                    Sizes.delivery(nodes.size(), late),
                    late);
            assertTrue(HeardOf.allAfterAll(nodes.size(), rank -> TwoLevelBarrier.schedule(rank, nodes)));
        });
    }

    @Test
    void shouldCrossTheNetworkAsSeldomAsThereAreNodes() {
        Nodes nodes = layout(16, rank -> rank % 4);
        assertEquals(4 * 2, crossings(nodes, rank -> TwoLevelBarrier.schedule(rank, nodes)));
        assertEquals(4 * 2, crossings(nodes, rank -> TwoLevelAllReduce.schedule(rank, nodes, 1, false)));
        assertEquals(3, crossings(nodes, rank -> TwoLevelBcast.schedule(rank, nodes, 5, 1)));
        assertEquals(3, crossings(nodes, rank -> TwoLevelReduce.schedule(rank, nodes, 5, 1, false)));
    }

    private static int crossings(Nodes nodes, IntFunction<Schedule> schedules) {
        int count = 0;
        for (int rank = 0; rank < nodes.size(); rank++) {
            Schedule schedule = schedules.apply(rank);
            for (int step = 0; step < schedule.endStep(schedule.rounds() - 1); step++) {
                if (schedule.kind(step) == Schedule.SEND && nodes.node(schedule.peer(step)) != nodes.node(rank)) {
                    count++;
                }
            }
        }
        return count;
    }

    @Test
    void shouldBeChosenWhereThereAreTwoLevels() {
        assertFalse(Nodes.one(8).haveLevels());
        assertFalse(Nodes.of(4, 3, 2, 1).haveLevels());
        assertFalse(Nodes.crowded(4, 3, 2, 1).haveLevels());
        assertTrue(Nodes.crowded(5, 5).haveLevels());
        Nodes nodes = Nodes.of(7, 7, 2, 2);
        assertTrue(nodes.haveLevels());
        for (int rank = 0; rank < 4; rank++) {
            assertEquals(
                    TwoLevelBarrier.schedule(rank, nodes).toString(),
                    Collectives.barrier(rank, nodes).toString());
            assertEquals(
                    DoublingAllReduce.schedule(rank, 4, 1, false, false).toString(),
                    Collectives.allReduce(rank, nodes, 1, 8, false, false).toString());
        }
    }
}
