package io.jmpi.samples.matmul;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowPartitionTest {

    @ParameterizedTest
    @CsvSource({"1,1", "4000,4", "4000,3", "7,8", "8,7", "1,16", "1000003,64"})
    void shouldGiveEveryRowToOneRankInOrderAndEvenly(int rows, int ranks) {
        RowPartition partition = new RowPartition(rows, ranks);
        int next = 0;
        for (int rank = 0; rank < ranks; rank++) {
            assertEquals(next, partition.first(rank));
            int count = partition.count(rank);
            assertTrue(count == rows / ranks || count == rows / ranks + 1, "rank " + rank + " has " + count);
            next += count;
        }
        assertEquals(rows, next);
    }

    @ParameterizedTest
    @CsvSource({"10", "1"})
    void shouldCountElementsOfRows(int width) {
        RowPartition partition = new RowPartition(5, 3);
        assertArrayEquals(new int[] {2 * width, 2 * width, width}, partition.counts(width));
        assertArrayEquals(new int[] {0, 2 * width, 4 * width}, partition.displacements(width));
    }
}
