package io.jmpi.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReduceScatterTest {

    enum Way {
        HALVING,
        HALVING_IN_ORDER,
        PAIRWISE_IN_ORDER,
        CHOSEN,
        CHOSEN_FOR_HUGE_ELEMENTS_IN_ORDER;

        Operation operation() {
            return name().endsWith("IN_ORDER") ? Operation.JOIN : Operation.SUM;
        }

        Schedule schedule(int rank, int size, int[] counts, boolean inPlace) {
            boolean commutative = operation().isCommutative();
            return switch (this) {
                case HALVING, HALVING_IN_ORDER ->
                    HalvingReduceScatter.schedule(rank, size, counts, commutative, inPlace);
                case PAIRWISE_IN_ORDER -> PairwiseReduceScatter.schedule(rank, size, counts, inPlace);
                case CHOSEN -> Collectives.reduceScatter(rank, size, counts, 8, commutative, inPlace);
                case CHOSEN_FOR_HUGE_ELEMENTS_IN_ORDER ->
                    Collectives.reduceScatter(rank, size, counts, 1 << 20, commutative, inPlace);
            };
        }

        Schedule schedule(int rank, int size, long count, boolean inPlace) {
            boolean commutative = operation().isCommutative();
            return switch (this) {
                case HALVING, HALVING_IN_ORDER ->
                    HalvingReduceScatter.schedule(rank, size, count, commutative, inPlace);
                case PAIRWISE_IN_ORDER -> PairwiseReduceScatter.schedule(rank, size, count, inPlace);
                case CHOSEN -> Collectives.reduceScatterBlock(rank, size, count, 8, commutative, inPlace);
                case CHOSEN_FOR_HUGE_ELEMENTS_IN_ORDER ->
                    Collectives.reduceScatterBlock(rank, size, count, 1 << 20, commutative, inPlace);
            };
        }
    }

    private static Proof proof(Operation operation, int[] counts, boolean inPlace) {
        int size = counts.length;
        int total = Arrays.stream(counts).sum();
        Proof proof = new Proof(size);
        long[] reduced = Proof.reduced(operation, 0, size, total);
        int start = 0;
        for (int rank = 0; rank < size; rank++) {
            long[] own = Proof.operands(operation, rank, total);
            long[] block = Arrays.copyOfRange(reduced, start, start + counts[rank]);
            if (inPlace) {
                long[] after = own.clone(); // what lies behind the result is not ours to write
                System.arraycopy(block, 0, after, 0, block.length);
                proof.output(rank, own, after);
            } else {
                proof.input(rank, own).output(rank, block);
            }
            start += counts[rank];
        }
        return proof;
    }

    private static SimulatedRanks prove(Way way, int size, int count, boolean inPlace, int seed) {
        int[] counts = new int[size];
        Arrays.fill(counts, count);
        return proof(way.operation(), counts, inPlace)
                .run(
                        rank -> way.schedule(rank, size, count, inPlace),
                        way.operation(),
                        Sizes.delivery(size, seed),
                        seed);
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveEveryRankItsBlock(Way way) {
        for (int size = 1; size <= Sizes.EXHAUSTIVE; size++) {
            prove(way, size, 1, false, 0);
            prove(way, size, 2, true, 1);
            prove(way, size, 1, false, 2);
            prove(way, size, 1, true, 3);
        }
        prove(way, 100, 1, false, 0);
        prove(way, 255, 1, true, 1);
    }

    @ParameterizedTest
    @EnumSource
    void shouldWorkForBlocksOfAnyCount(Way way) {
        Random random = new Random(3);
        for (int size = 1; size <= Sizes.EXHAUSTIVE; size++) {
            int[] counts = BlockData.random(size, random).counts();
            boolean inPlace = random.nextBoolean();
            int ranks = size;
            proof(way.operation(), counts, inPlace)
                    .run(
                            rank -> way.schedule(rank, ranks, counts, inPlace),
                            way.operation(),
                            Sizes.delivery(size, random.nextInt(4)),
                            size);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendNothingWhenThereIsNothing(Way way) {
        assertEquals(0, prove(way, 7, 0, false, 0).messages());
    }

    @Test
    void shouldTakeLogarithmicTimeByHalving() {
        for (int size = 1; size <= 128; size++) {
            int lg = Sizes.lg(Integer.highestOneBit(size));
            int fold = Integer.bitCount(size) == 1 ? 0 : 2;
            assertTrue(prove(Way.HALVING, size, 1, false, 0).time() <= lg + fold);
            assertTrue(prove(Way.HALVING_IN_ORDER, size, 1, false, 0).time() <= lg + fold + 2);
        }
    }

    @Test
    void shouldSendNothingTwiceIfCommutative() {
        for (int size = 1; size <= 64; size *= 2) {
            assertEquals(
                    3L * size * (size - 1),
                    prove(Way.HALVING, size, 3, false, 0).traffic());
        }
        for (int size = 1; size <= 40; size++) {
            assertEquals(
                    3L * size * (size - 1),
                    prove(Way.PAIRWISE_IN_ORDER, size, 3, false, 0).traffic());
        }
    }
}
