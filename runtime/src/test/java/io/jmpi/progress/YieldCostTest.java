package io.jmpi.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class YieldCostTest {

    private static final int ALONE = 1_300;
    private static final int PAIR = 10_600;

    private final YieldCost cost = new YieldCost();

    private void learn(int times, long took) {
        for (int i = 0; i < times; i++) {
            cost.learn(took);
        }
    }

    private void assertTurn(long expected) {
        assertEquals(expected, cost.turn(), 0.1 * expected);
    }

    @Test
    void shouldNotCountWhatOthersDo() {
        learn(1, ALONE);
        learn(10_000, PAIR);
        assertTurn(PAIR / 2);
        learn(100, 200_000);
        assertTurn(PAIR / 2);
    }

    @Test
    void shouldLearnAtOnceThatTurnsAreCheap() {
        learn(1, 100);
        learn(1, 1_400);
        assertTurn(700);
    }

    @Test
    void shouldLearnNothingFromYieldsThatLetNobodyRun() {
        long before = cost.turn();
        learn(10_000, ALONE);
        learn(10_000, 2 * ALONE);
        assertEquals(before, cost.turn());
    }

    /** Virtual processors do. */
    @Test
    void shouldForgetHowFastAMachineWas() {
        learn(1, ALONE);
        learn(10_000, PAIR);
        learn(10_000, 3 * PAIR);
        assertTurn(3 * PAIR / 2);
    }
}
