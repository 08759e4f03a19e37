package io.jmpi.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Predictions against what one computes by hand. */
class PredictionTest {

    private static final double L = 4;
    private static final double O = 1.5;
    private static final double GAP = 2;
    private static final double PER_BYTE = 1e-3;
    private static final double GAMMA = 3e-4;
    private static final double COPY = 1e-4;
    private static final LogGP NETWORK = new LogGP(L, O, GAP, PER_BYTE);
    private static final LogGP NODE = new LogGP(0.3, 0.1, 0.1, 1e-4);
    private static final Machine MACHINE = new Machine(NETWORK, NODE, GAMMA, COPY);
    private static final int ELEMENT = 8;
    private static final long COUNT = 96;
    private static final double BYTES = COUNT * ELEMENT;
    private static final double FLOW = (BYTES - 1) * PER_BYTE;
    private static final double MESSAGE = L + 2 * O + FLOW;
    private static final double EXACT = 1e-6;

    private static double predict(int size, IntFunction<Schedule> schedules) {
        return predict(Nodes.inBlocks(size, 1), schedules);
    }

    private static double predict(Nodes nodes, IntFunction<Schedule> schedules) {
        return Prediction.everyRank(MACHINE, nodes, ELEMENT, schedules);
    }

    private static int lg(int size) {
        return Sizes.lg(size);
    }

    @Test
    void shouldTakeNoTimeAlone() {
        assertEquals(0, predict(1, rank -> BinomialBcast.schedule(rank, 1, 0, COUNT)));
    }

    @Test
    void shouldSendAMessage() {
        assertEquals(MESSAGE, predict(2, rank -> BinomialBcast.schedule(rank, 2, 0, COUNT)), EXACT);
    }

    @Test
    void shouldSendAnEmptyMessage() {
        assertEquals(L + 2 * O, predict(2, rank -> DisseminationBarrier.schedule(rank, 2)), EXACT);
    }

    @Test
    void shouldBroadcastInLgNMessages() {
        for (int size = 2; size <= 256; size++) {
            int ranks = size;
            double time = predict(size, rank -> BinomialBcast.schedule(rank, ranks, 0, COUNT));
            if (Integer.bitCount(size) == 1) {
                assertEquals(lg(size) * MESSAGE, time, EXACT, "ranks " + size);
            } else {
                assertTrue(time <= lg(size) * MESSAGE + EXACT && time > (lg(size) - 1) * MESSAGE, "ranks " + size);
            }
        }
    }

    @Test
    void shouldDisseminateInLgNMessages() {
        for (int size = 2; size <= 100; size++) {
            int ranks = size;
            double time = predict(size, rank -> DisseminationBarrier.schedule(rank, ranks));
            assertEquals(lg(size) * (L + 2 * O), time, EXACT, "ranks " + size);
        }
    }

    @Test
    void shouldAllReduceInLgNSwaps() {
        for (int size = 2; size <= 256; size *= 2) {
            int ranks = size;
            double time = predict(size, rank -> DoublingAllReduce.schedule(rank, ranks, COUNT, true, false));
            assertEquals(lg(size) * (MESSAGE + BYTES * GAMMA), time, EXACT, "ranks " + size);
        }
    }

    /** Ranks 4 and 5 need not fold, and are a message early: rank 0 finds theirs there. */
    @Test
    void shouldFoldAndUnfoldWhatIsNoPowerOfTwo() {
        double time = predict(6, rank -> DoublingAllReduce.schedule(rank, 6, COUNT, true, false));
        assertEquals(3 * MESSAGE + 2 * O + 3 * BYTES * GAMMA, time, EXACT);
    }

    @Test
    void shouldGoRoundTheRingTwice() {
        for (int size : new int[] {2, 3, 4, 6, 8, 12, 16, 32}) {
            double part = BYTES / size;
            double time = predict(size, rank -> RingAllReduce.schedule(rank, size, COUNT, false));
            double hop = L + 2 * O + (part - 1) * PER_BYTE;
            assertEquals((size - 1) * (2 * hop + part * GAMMA), time, EXACT, "ranks " + size);
        }
    }

    @Test
    void shouldReceiveOneAfterTheOther() {
        for (int size = 2; size <= 20; size++) {
            int ranks = size;
            double time = predict(size, rank -> LinearGather.schedule(rank, ranks, 0, COUNT, false));
            assertEquals(MESSAGE + (size - 2) * (GAP + FLOW) + BYTES * COPY, time, EXACT, "ranks " + size);
        }
    }

    @Test
    void shouldSendOneAfterTheOther() {
        for (int size = 2; size <= 20; size++) {
            int ranks = size;
            double time = predict(size, rank -> LinearScatter.schedule(rank, ranks, 0, COUNT, true));
            assertEquals(MESSAGE + (size - 2) * (GAP + FLOW), time, EXACT, "ranks " + size);
        }
    }

    @Test
    void shouldSendTheWagonsOfAChainAtThePaceOfTheWire() {
        long segment = COUNT / 4;
        double flow = (BYTES / 4 - 1) * PER_BYTE;
        double pace = Math.max(2 * O, GAP + flow);
        for (int size = 3; size <= 20; size++) {
            int ranks = size;
            double time = predict(size, rank -> ChainBcast.schedule(rank, ranks, 0, COUNT, segment));
            assertEquals((size - 1) * (L + 2 * O + flow) + 3 * pace, time, EXACT, "ranks " + size);
        }
    }

    @Test
    void shouldPayLessWithinANode() {
        double near = 0.3 + 2 * 0.1 + (BYTES - 1) * 1e-4;
        Nodes nodes = Nodes.inBlocks(8, 4);
        double time = predict(nodes, rank -> BinomialBcast.schedule(rank, 8, 0, COUNT));
        assertEquals(MESSAGE + 2 * near, time, EXACT);
    }

    @Test
    void shouldNotMindWhoSharesTheNodeWhenAllDo() {
        double near = 0.3 + 2 * 0.1;
        double time = predict(Nodes.one(16), rank -> DisseminationBarrier.schedule(rank, 16));
        assertEquals(4 * near, time, EXACT);
    }

    @Test
    void shouldFindARankThatWaitsForEver() {
        Schedule awaiting = new ScheduleBuilder().await(1).build();
        Schedule nothing = new ScheduleBuilder().build();
        IntFunction<Schedule> schedules = rank -> rank == 0 ? awaiting : nothing;
        String message = assertThrows(IllegalStateException.class, () -> predict(2, schedules))
                .getMessage();
        assertEquals("rank 0 waits for ever for rank 1", message);
    }

    @Test
    void shouldRefuseTimesThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> new LogGP(-1, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new LogGP(0, Double.NaN, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Machine(NETWORK, NODE, Double.POSITIVE_INFINITY, 0));
    }
}
