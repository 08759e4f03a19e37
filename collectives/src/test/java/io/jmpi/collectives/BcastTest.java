package io.jmpi.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BcastTest {

    enum Way {
        BINOMIAL,
        CHAIN,
        SCATTER_RING,
        SCATTER_DOUBLING,
        CHOSEN,
        CHOSEN_FOR_HUGE_ELEMENTS;

        Schedule schedule(int rank, int size, int root, long count) {
            return switch (this) {
                case BINOMIAL -> BinomialBcast.schedule(rank, size, root, count);
                case CHAIN -> ChainBcast.schedule(rank, size, root, count, 3);
                case SCATTER_RING -> ScatterRingBcast.schedule(rank, size, root, count);
                case SCATTER_DOUBLING -> ScatterDoublingBcast.schedule(rank, size, root, count);
                case CHOSEN -> Collectives.bcast(rank, Nodes.one(size), root, count, 8);
                case CHOSEN_FOR_HUGE_ELEMENTS -> Collectives.bcast(rank, Nodes.one(size), root, count, 1 << 20);
            };
        }
    }

    private static SimulatedRanks prove(Way way, int size, int root, long count) {
        Proof proof = new Proof(size);
        long[] data = Proof.data(root, count);
        for (int rank = 0; rank < size; rank++) {
            if (rank == root) {
                proof.output(rank, data, data);
            } else {
                proof.output(rank, data);
            }
        }
        return proof.run(
                rank -> way.schedule(rank, size, root, count), Operation.SUM, Sizes.delivery(size, root), count);
    }

    @ParameterizedTest
    @EnumSource
    void shouldReachEveryRankFromEveryRoot(Way way) {
        Sizes.forEachRoot((size, root) -> {
            prove(way, size, root, size * 2 + 1);
            prove(way, size, root, size / 2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendNothingWhenThereIsNothing(Way way) {
        assertEquals(0, prove(way, 7, 3, 0).messages());
    }

    @Test
    void shouldTakeLogarithmicTimeByTree() {
        Sizes.forEachRoot((size, root) ->
                assertEquals(Sizes.lg(size), prove(Way.BINOMIAL, size, root, 1).time()));
    }

    @Test
    void shouldSendEachElementToEachRankOnceButForTheScatter() {
        for (int size = 1; size <= 64; size++) {
            long count = 64L * size;
            long least = count * (size - 1);
            assertEquals(least, prove(Way.BINOMIAL, size, 0, count).traffic());
            assertEquals(least, prove(Way.CHAIN, size, 0, count).traffic());
            assertEquals(least, prove(Way.SCATTER_RING, size, 0, count).traffic());
            long scattered = 64L * size / 2 * Sizes.lg(size);
            assertTrue(prove(Way.SCATTER_DOUBLING, size, 0, count).traffic() <= least + scattered);
        }
    }

    @Test
    void shouldKeepAllWagonsOfTheChainRolling() {
        assertEquals(10 - 2 + 7, prove(Way.CHAIN, 10, 4, 21).time());
    }
}
