package io.jmpi.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllGatherTest {

    enum Way {
        BRUCK,
        RING,
        DOUBLING_OR_RING,
        NEIGHBOR_EXCHANGE_OR_RING,
        CHOSEN,
        CHOSEN_FOR_HUGE_ELEMENTS;

        Schedule schedule(int rank, int size, long count, boolean inPlace) {
            return switch (this) {
                case BRUCK -> BruckAllGather.schedule(rank, size, count, inPlace);
                case RING -> RingAllGather.schedule(rank, size, count, inPlace);
                case DOUBLING_OR_RING ->
                    Integer.bitCount(size) == 1
                            ? DoublingAllGather.schedule(rank, size, count, inPlace)
                            : RingAllGather.schedule(rank, size, count, inPlace);
                case NEIGHBOR_EXCHANGE_OR_RING ->
                    size % 2 == 0
                            ? NeighborAllGather.schedule(rank, size, count, inPlace)
                            : RingAllGather.schedule(rank, size, count, inPlace);
                case CHOSEN -> Collectives.allGather(rank, size, count, 8, inPlace);
                case CHOSEN_FOR_HUGE_ELEMENTS -> Collectives.allGather(rank, size, count, 1 << 20, inPlace);
            };
        }

        Schedule schedule(int rank, int size, BlockData data, boolean inPlace) {
            return switch (this) {
                case BRUCK -> BruckAllGather.schedule(rank, size, data.counts(), data.displs(), inPlace);
                case RING, DOUBLING_OR_RING, NEIGHBOR_EXCHANGE_OR_RING ->
                    RingAllGather.schedule(rank, size, data.counts(), data.displs(), inPlace);
                case CHOSEN -> Collectives.allGatherv(rank, size, data.counts(), data.displs(), 8, inPlace);
                case CHOSEN_FOR_HUGE_ELEMENTS ->
                    Collectives.allGatherv(rank, size, data.counts(), data.displs(), 1 << 20, inPlace);
            };
        }
    }

    private static SimulatedRanks prove(Way way, int size, long count, boolean inPlace) {
        BlockData data = BlockData.uniform(size, (int) count);
        Proof proof = data.blocksIn(new Proof(size));
        for (int rank = 0; rank < size; rank++) {
            expect(proof, rank, data, inPlace);
        }
        return proof.run(
                rank -> way.schedule(rank, size, count, inPlace),
                Operation.SUM,
                Sizes.delivery(size, (int) count),
                count);
    }

    private static void expect(Proof proof, int rank, BlockData data, boolean inPlace) {
        if (inPlace) {
            proof.input(rank, null).output(rank, data.only(rank), data.vector());
        } else {
            proof.output(rank, data.vector());
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveEveryRankAllBlocks(Way way) {
        for (int size = 1; size <= Sizes.EXHAUSTIVE; size++) {
            for (int count = 1; count <= 4; count++) {
                prove(way, size, count, false);
                prove(way, size, count, true);
            }
        }
        for (int size : new int[] {100, 255, 256}) {
            prove(way, size, 1, false);
        }
    }

    @Test
    void shouldWorkForAThousandRanks() {
        prove(Way.BRUCK, 1000, 1, false);
        prove(Way.RING, 1000, 1, true);
        prove(Way.NEIGHBOR_EXCHANGE_OR_RING, 1000, 1, true);
    }

    @Test
    void shouldTakeHalfTheRoundsOfARingByNeighborExchange() {
        for (int size = 2; size <= 64; size += 2) {
            assertEquals(
                    size / 2,
                    prove(Way.NEIGHBOR_EXCHANGE_OR_RING, size, 2, false).time());
        }
    }

    /** The places of the blocks differ from rank to rank. */
    @ParameterizedTest
    @EnumSource
    void shouldGiveEveryRankBlocksOfAnyCount(Way way) {
        Random random = new Random(2);
        for (int size = 1; size <= Sizes.EXHAUSTIVE; size++) {
            for (int seed = 0; seed < 4; seed++) {
                int[] counts = BlockData.random(size, random).counts();
                BlockData[] data = new BlockData[size];
                boolean inPlace = random.nextBoolean();
                Proof proof = BlockData.scattered(counts, random).blocksIn(new Proof(size));
                for (int rank = 0; rank < size; rank++) {
                    data[rank] = BlockData.scattered(counts, random);
                    expect(proof, rank, data[rank], inPlace);
                }
                int ranks = size;
                proof.run(
                        rank -> way.schedule(rank, ranks, data[rank], inPlace),
                        Operation.SUM,
                        Sizes.delivery(size, seed),
                        seed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendNothingWhenThereIsNothing(Way way) {
        assertEquals(0, prove(way, 7, 0, false).messages());
    }

    @Test
    void shouldTakeLogarithmicTimeForShortBlocks() {
        for (int size = 1; size <= 200; size++) {
            assertEquals(Sizes.lg(size), prove(Way.CHOSEN, size, 1, false).time());
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendEachBlockToEachRankOnce(Way way) {
        for (int size = 1; size <= 64; size++) {
            assertEquals(3L * size * (size - 1), prove(way, size, 3, false).traffic());
        }
    }
}
