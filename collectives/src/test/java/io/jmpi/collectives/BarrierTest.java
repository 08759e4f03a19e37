package io.jmpi.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BarrierTest {

    @Test
    void shouldTakeLogarithmicTime() {
        for (int size = 1; size <= 300; size++) {
            int n = size;
            SimulatedRanks ranks =
                    new Proof(n).run(rank -> Collectives.barrier(rank, Nodes.one(n)), Operation.SUM, Delivery.MIXED, n);
            assertEquals(Sizes.lg(n), ranks.time());
            assertEquals(n * Sizes.lg(n), ranks.messages());
            assertEquals(0, ranks.traffic());
        }
    }

    @Test
    void shouldLetNoOneOutBeforeAllAreIn() {
        for (int size = 1; size <= 300; size++) {
            int n = size;
            assertTrue(HeardOf.allAfterAll(n, rank -> Collectives.barrier(rank, Nodes.one(n))), "size " + size);
        }
    }
}
