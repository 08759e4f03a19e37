package io.jmpi.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReduceTest {

    enum Way {
        BINOMIAL,
        BINOMIAL_IN_ORDER,
        RABENSEIFNER,
        CHOSEN,
        CHOSEN_IN_ORDER,
        CHOSEN_FOR_HUGE_ELEMENTS;

        Operation operation() {
            return this == BINOMIAL_IN_ORDER || this == CHOSEN_IN_ORDER ? Operation.JOIN : Operation.SUM;
        }

        Schedule schedule(int rank, int size, int root, long count, boolean inPlace) {
            return switch (this) {
                case BINOMIAL -> BinomialReduce.schedule(rank, size, root, count, true, inPlace);
                case BINOMIAL_IN_ORDER -> BinomialReduce.schedule(rank, size, root, count, false, inPlace);
                case RABENSEIFNER -> RabenseifnerReduce.schedule(rank, size, root, count, inPlace);
                case CHOSEN -> Collectives.reduce(rank, Nodes.one(size), root, count, 8, true, inPlace);
                case CHOSEN_IN_ORDER -> Collectives.reduce(rank, Nodes.one(size), root, count, 1 << 20, false, inPlace);
                case CHOSEN_FOR_HUGE_ELEMENTS ->
                    Collectives.reduce(rank, Nodes.one(size), root, count, 1 << 20, true, inPlace);
            };
        }
    }

    private static SimulatedRanks prove(Way way, int size, int root, long count, boolean inPlace) {
        Operation operation = way.operation();
        Proof proof = new Proof(size);
        for (int rank = 0; rank < size; rank++) {
            proof.input(rank, Proof.operands(operation, rank, count));
        }
        long[] result = Proof.reduced(operation, 0, size, count);
        if (inPlace) {
            proof.input(root, null).output(root, Proof.operands(operation, root, count), result);
        } else {
            proof.output(root, result);
        }
        return proof.run(
                rank -> way.schedule(rank, size, root, count, inPlace), operation, Sizes.delivery(size, root), count);
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveEveryRootTheReductionInOrder(Way way) {
        Sizes.forEachRoot((size, root) -> {
            prove(way, size, root, 5, false);
            prove(way, size, root, 2, true);
        });
    }

    @ParameterizedTest
    @EnumSource
    void shouldWorkWhateverTheCount(Way way) {
        for (long count = 0; count <= 70; count++) {
            prove(way, 33, 8, count, count % 2 == 0);
            prove(way, 32, 8, count, count % 2 == 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendNothingWhenThereIsNothing(Way way) {
        assertEquals(0, prove(way, 7, 3, 0, false).messages());
    }

    @Test
    void shouldTakeLogarithmicTimeByTree() {
        Sizes.forEachRoot((size, root) -> {
            assertEquals(
                    Sizes.lg(size), prove(Way.BINOMIAL, size, root, 1, false).time());
            int handOver = root == 0 ? 0 : 1;
            assertEquals(
                    Sizes.lg(size) + handOver,
                    prove(Way.BINOMIAL_IN_ORDER, size, root, 1, false).time());
        });
    }

    @Test
    void shouldTakeTwiceLogarithmicTimeByHalving() {
        Sizes.forEachRoot((size, root) -> {
            int time = prove(Way.RABENSEIFNER, size, root, size, false).time();
            assertTrue(time <= 2 * Sizes.lg(size) + 1, "size " + size + " time " + time);
        });
    }

    @Test
    void shouldCopyNothingUnlessInPlace() {
        for (int size = 2; size <= 64; size++) {
            for (int rank = 0; rank < size; rank++) {
                for (Way way : Way.values()) {
                    CopyCount.assertNone(way.schedule(rank, size, 0, 1000, false));
                }
            }
        }
    }
}
