package io.jmpi.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatherScatterTest {

    enum Way {
        BINOMIAL,
        LINEAR,
        CHOSEN,
        CHOSEN_FOR_HUGE_ELEMENTS;

        Schedule gather(int rank, int size, int root, long count, boolean inPlace) {
            return switch (this) {
                case BINOMIAL -> BinomialGather.schedule(rank, size, root, count, inPlace);
                case LINEAR -> LinearGather.schedule(rank, size, root, count, inPlace);
                case CHOSEN -> Collectives.gather(rank, size, root, count, 8, inPlace);
                case CHOSEN_FOR_HUGE_ELEMENTS -> Collectives.gather(rank, size, root, count, 1 << 20, inPlace);
            };
        }

        Schedule scatter(int rank, int size, int root, long count, boolean inPlace) {
            return switch (this) {
                case BINOMIAL -> BinomialScatter.schedule(rank, size, root, count, inPlace);
                case LINEAR -> LinearScatter.schedule(rank, size, root, count, inPlace);
                case CHOSEN -> Collectives.scatter(rank, size, root, count, 8, inPlace);
                case CHOSEN_FOR_HUGE_ELEMENTS -> Collectives.scatter(rank, size, root, count, 1 << 20, inPlace);
            };
        }
    }

    private static SimulatedRanks gather(Way way, int size, int root, long count, boolean inPlace) {
        BlockData data = BlockData.uniform(size, (int) count);
        Proof proof = data.blocksIn(new Proof(size)).output(root, data.vector());
        if (inPlace) {
            proof.input(root, null).output(root, data.only(root), data.vector());
        }
        return proof.run(
                rank -> way.gather(rank, size, root, count, inPlace), Operation.SUM, Sizes.delivery(size, root), count);
    }

    private static SimulatedRanks scatter(Way way, int size, int root, long count, boolean inPlace) {
        BlockData data = BlockData.uniform(size, (int) count);
        Proof proof = data.blocksOut(new Proof(size)).input(root, data.vector());
        if (inPlace) {
            proof.output(root, null, null);
        }
        return proof.run(
                rank -> way.scatter(rank, size, root, count, inPlace),
                Operation.SUM,
                Sizes.delivery(size, root),
                count);
    }

    @ParameterizedTest
    @EnumSource
    void shouldGatherAtEveryRoot(Way way) {
        Sizes.forEachRoot((size, root) -> {
            gather(way, size, root, 2, false);
            gather(way, size, root, 1, true);
        });
    }

    @ParameterizedTest
    @EnumSource
    void shouldScatterFromEveryRoot(Way way) {
        Sizes.forEachRoot((size, root) -> {
            scatter(way, size, root, 2, false);
            scatter(way, size, root, 1, true);
        });
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendNothingWhenThereIsNothing(Way way) {
        assertEquals(0, gather(way, 7, 3, 0, false).messages());
        assertEquals(0, scatter(way, 7, 3, 0, false).messages());
    }

    @Test
    void shouldTakeLogarithmicTimeByTree() {
        Sizes.forEachRoot((size, root) -> {
            int split = root == 0 ? 0 : 1;
            assertTrue(gather(Way.BINOMIAL, size, root, 1, false).time() <= Sizes.lg(size) + split);
            assertTrue(scatter(Way.BINOMIAL, size, root, 1, false).time() <= Sizes.lg(size) + split);
        });
    }

    @Test
    void shouldTakeTheRootNoScratch() {
        for (int root = 0; root < 13; root++) {
            assertEquals(0, BinomialGather.schedule(root, 13, root, 5, false).scratch());
            assertEquals(0, BinomialScatter.schedule(root, 13, root, 5, false).scratch());
        }
    }

    @Test
    void shouldGatherAndScatterBlocksOfAnyCount() {
        Random random = new Random(1);
        Sizes.forEachRoot((size, root) -> {
            BlockData data = BlockData.random(size, random);
            boolean inPlace = random.nextBoolean();
            Proof gather = data.blocksIn(new Proof(size)).output(root, data.vector());
            Proof scatter = data.blocksOut(new Proof(size)).input(root, data.vector());
            if (inPlace) {
                gather.input(root, null).output(root, data.only(root), data.vector());
                scatter.output(root, null, null);
            }
            gather.run(
                    rank -> Collectives.gatherv(
                            rank, size, root, data.count(rank), data.countsAt(rank, root), data.displs(), inPlace),
                    Operation.SUM,
                    Sizes.delivery(size, root),
                    root);
            scatter.run(
                    rank -> Collectives.scatterv(
                            rank, size, root, data.countsAt(rank, root), data.displs(), data.count(rank), inPlace),
                    Operation.SUM,
                    Sizes.delivery(size, root),
                    root);
        });
    }
}
