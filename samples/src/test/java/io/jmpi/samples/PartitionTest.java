package io.jmpi.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionTest {

    @ParameterizedTest
    @CsvSource({"1,1", "4000,4", "4000,3", "7,8", "8,7", "1,16", "1000003,64"})
    void shouldGiveEveryThingToOneRankInOrderAndEvenly(int things, int ranks) {
        Partition partition = new Partition(things, ranks);
        int next = 0;
        for (int rank = 0; rank < ranks; rank++) {
            assertEquals(next, partition.first(rank));
            int count = partition.count(rank);
            assertTrue(count == things / ranks || count == things / ranks + 1, "rank " + rank + " has " + count);
            next += count;
        }
        assertEquals(things, next);
    }

    @ParameterizedTest
    @CsvSource({"10", "1"})
    void shouldCountElementsOfRows(int width) {
        Partition partition = new Partition(5, 3);
        assertArrayEquals(new int[] {2 * width, 2 * width, width}, partition.counts(width));
        assertArrayEquals(new int[] {0, 2 * width, 4 * width}, partition.displacements(width));
    }
}
