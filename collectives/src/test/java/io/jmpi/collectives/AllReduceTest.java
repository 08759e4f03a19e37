package io.jmpi.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllReduceTest {

    enum Way {
        DOUBLING,
        DOUBLING_IN_ORDER,
        RABENSEIFNER,
        RABENSEIFNER_IN_ORDER,
        RING,
        REDUCE_THEN_BCAST,
        REDUCE_THEN_BCAST_IN_ORDER,
        CHOSEN,
        CHOSEN_FOR_HUGE_ELEMENTS_IN_ORDER;

        Operation operation() {
            return name().endsWith("IN_ORDER") ? Operation.JOIN : Operation.SUM;
        }

        Schedule schedule(int rank, int size, long count, boolean inPlace) {
            boolean commutative = operation().isCommutative();
            return switch (this) {
                case DOUBLING, DOUBLING_IN_ORDER -> DoublingAllReduce.schedule(rank, size, count, commutative, inPlace);
                case RABENSEIFNER, RABENSEIFNER_IN_ORDER ->
                    RabenseifnerAllReduce.schedule(rank, size, count, commutative, inPlace);
                case RING -> RingAllReduce.schedule(rank, size, count, inPlace);
                case REDUCE_THEN_BCAST, REDUCE_THEN_BCAST_IN_ORDER ->
                    ReduceThenBcast.schedule(rank, size, count, commutative, inPlace);
                case CHOSEN -> Collectives.allReduce(rank, Nodes.one(size), count, 8, commutative, inPlace);
                case CHOSEN_FOR_HUGE_ELEMENTS_IN_ORDER ->
                    Collectives.allReduce(rank, Nodes.one(size), count, 1 << 20, commutative, inPlace);
            };
        }
    }

    private static SimulatedRanks prove(Way way, int size, long count, boolean inPlace, int seed) {
        Operation operation = way.operation();
        Proof proof = new Proof(size);
        long[] result = Proof.reduced(operation, 0, size, count);
        for (int rank = 0; rank < size; rank++) {
            long[] operands = Proof.operands(operation, rank, count);
            if (inPlace) {
                proof.output(rank, operands, result);
            } else {
                proof.input(rank, operands).output(rank, result);
            }
        }
        return proof.run(rank -> way.schedule(rank, size, count, inPlace), operation, Sizes.delivery(size, seed), seed);
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveEveryRankTheReductionInOrder(Way way) {
        for (int size = 1; size <= Sizes.EXHAUSTIVE; size++) {
            for (int seed = 0; seed < 4; seed++) {
                prove(way, size, 3, false, seed);
                prove(way, size, 2 * size + 1, true, seed);
                prove(way, size, 2 * size + 1, false, seed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldWorkForManyRanks(Way way) {
        for (int size : Sizes.LARGE) {
            prove(way, size, size < 1000 ? size + 1 : 20, false, size);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldWorkWhateverTheCount(Way way) {
        for (long count = 0; count <= 70; count++) {
            prove(way, 33, count, count % 2 == 0, 0);
            prove(way, 32, count, count % 2 == 1, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendNothingWhenThereIsNothing(Way way) {
        assertEquals(0, prove(way, 7, 0, false, 0).messages());
    }

    @Test
    void shouldTakeLogarithmicTimeByDoubling() {
        for (int size = 1; size <= 300; size++) {
            boolean folded = Integer.bitCount(size) != 1;
            int lg = Sizes.lg(Integer.highestOneBit(size));
            assertEquals(
                    lg + (folded ? 2 : 0),
                    prove(Way.DOUBLING, size, 1, false, 0).time());
        }
    }

    @Test
    void shouldTakeTwiceLogarithmicTimeByHalving() {
        for (int size = 1; size <= 300; size++) {
            boolean folded = Integer.bitCount(size) != 1;
            int lg = Sizes.lg(Integer.highestOneBit(size));
            int time = prove(Way.RABENSEIFNER, size, size, false, 0).time();
            assertEquals(2 * lg + (folded ? 2 : 0), time);
        }
    }

    @Test
    void shouldSendTheVectorNoMoreThanTwiceByHalvingOrRing() {
        for (int size = 2; size <= 64; size *= 2) {
            long count = 4L * size;
            long least = 2 * (size - 1) * count;
            assertEquals(least, prove(Way.RABENSEIFNER, size, count, false, 0).traffic());
            assertEquals(least, prove(Way.RING, size, count, false, 0).traffic());
        }
    }

    @Test
    void shouldCopyNothingForCommutativeOperations() {
        for (int size = 2; size <= 64; size++) {
            for (int rank = 0; rank < size; rank++) {
                CopyCount.assertNone(Way.DOUBLING.schedule(rank, size, 1000, false));
                CopyCount.assertNone(Way.DOUBLING.schedule(rank, size, 1000, true));
                CopyCount.assertNone(Way.RABENSEIFNER.schedule(rank, size, 1000, false));
                CopyCount.assertNone(Way.RABENSEIFNER.schedule(rank, size, 1000, true));
            }
        }
    }

    @Test
    void shouldNeedOneSwapForTwoRanks() {
        assertEquals(2, prove(Way.CHOSEN, 2, 9, false, 0).messages());
    }
}
