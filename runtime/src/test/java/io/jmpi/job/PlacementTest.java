package io.jmpi.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PlacementTest {

    @Test
    void shouldNumberTheRanksOfANodeInTheJobsOrder() {
        Placement placement = Placement.of(0, 1, 2, 0, 1, 0);
        assertEquals(6, placement.size());
        assertEquals(3, placement.nodes());
        assertEquals(3, placement.localSize(0));
        assertEquals(1, placement.localSize(2));
        for (int rank = 0; rank < 6; rank++) {
            assertEquals(rank, placement.rank(placement.node(rank), placement.localRank(rank)));
        }
        assertEquals(2, placement.localRank(5));
    }

    @Test
    void shouldPutAllOnOneNode() {
        Placement placement = Placement.onOneNode(4);
        assertEquals(1, placement.nodes());
        assertEquals(3, placement.localRank(3));
    }

    @Test
    void shouldRefuseNodesWithoutRanks() {
        assertThrows(IllegalArgumentException.class, () -> Placement.of(0, 2));
        assertThrows(IllegalArgumentException.class, Placement::of);
    }
}
