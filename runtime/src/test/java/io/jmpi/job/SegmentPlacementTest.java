package io.jmpi.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentPlacementTest {

    @ParameterizedTest
    @CsvSource({"1, 262144", "2, 262144", "8, 262144", "16, 131072", "32, 32768", "64, 8192", "200, 4096"})
    void shouldKeepTheSegmentOfManyRanksWithinItsBudget(int ranks, int ring) {
        assertEquals(ring, SegmentPlacement.ringWithin(ranks, 32L << 20));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 64, 300})
    void shouldTryUsefulRingsEverywhereBeforeSmallOnes(int ranks) {
        List<SegmentPlacement> places = SegmentPlacement.candidates(ranks);
        int smallest = places.get(places.size() - 1).ringStride();
        assertEquals(4096, smallest);
        for (int i = 1; i < places.size(); i++) {
            SegmentPlacement place = places.get(i);
            SegmentPlacement before = places.get(i - 1);
            assertTrue(place.ringStride() < before.ringStride()
                    || !place.directory().equals(before.directory()));
        }
    }

    @Test
    void shouldCountTablesAndRings() {
        assertEquals(4096 + 4096 + 4 * 4096, new SegmentPlacement(null, 4096).bytes(2, 100));
        assertEquals(4096 + 8192 + 4 * 4096, new SegmentPlacement(null, 4096).bytes(2, 4096));
    }

    @Test
    void shouldCountTheCommonsWhereRingsAreUseful() {
        int commons = CommonsLayout.length(2);
        assertEquals(4096 + 4096 + 4 * 16384 + commons, new SegmentPlacement(null, 16384).bytes(2, 100));
    }
}
