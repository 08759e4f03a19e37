package io.jmpi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class RanksTest {

    @Test
    void shouldJoinNeighbours() {
        assertEquals("rank 3", Ranks.inWords(new int[] {3}));
        assertEquals("ranks 0, 1", Ranks.inWords(new int[] {0, 1}));
        assertEquals("ranks 0, 2-5, 9", Ranks.inWords(new int[] {0, 2, 3, 4, 5, 9}));
    }

    @Test
    void shouldBeBriefWhereLinesAreMerged() {
        assertEquals("3", brief(3));
        assertEquals("0-1", brief(0, 1));
        assertEquals("0,2-5,9", brief(0, 2, 3, 4, 5, 9));
    }

    private static String brief(int... ranks) {
        BitSet set = new BitSet();
        for (int rank : ranks) {
            set.set(rank);
        }
        return Ranks.inBrief(set);
    }
}
