package io.jmpi.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class YieldCostTest {

    private static final int ALONE = 1_300;
    private static final int PAIR = 10_600;

    private final YieldCost cost = new YieldCost();

    private void window(long shortest, long others) {
        for (int i = 0; i < YieldCost.WINDOW; i++) {
            cost.of(i == 100 ? shortest : others);
        }
    }

    @Test
    void shouldCountAllThatAYieldTakesWhichLetsNobodyRun() {
        assertEquals(ALONE, cost.of(ALONE));
        assertEquals(2 * ALONE, cost.of(2 * ALONE), "interrupted");
    }

    @Test
    void shouldNotCountWhatOthersDo() {
        cost.of(ALONE);
        window(PAIR, 200_000);
        assertEquals(PAIR / 2, cost.turn());
        assertEquals(PAIR / 2, cost.of(1_000_000));
    }

    /** Where processes are changed as fast as calls of the system are made, patience is right. */
    @Test
    void shouldTakeATurnForCheapUntilItIsKnown() {
        assertTrue(cost.turn() <= 1_000);
        cost.of(ALONE);
        assertEquals(cost.turn(), cost.of(PAIR));
    }

    /** Virtual processors do. */
    @Test
    void shouldForgetHowFastAMachineWas() {
        cost.of(ALONE);
        window(PAIR, 2 * PAIR);
        window(3 * PAIR, 4 * PAIR);
        assertEquals(3 * PAIR / 2, cost.turn());
    }
}
