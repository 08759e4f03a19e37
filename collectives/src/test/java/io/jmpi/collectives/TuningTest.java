package io.jmpi.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TuningTest {

    private static final int[] RANKS = {1, 2, 3, 7, 8, 9, 64, 65, 100, 1_000_000, Integer.MAX_VALUE};

    @Test
    void shouldHaveARowForEveryCase() {
        for (Collective collective : Collective.values()) {
            for (int ranks : RANKS) {
                Tuning.table().choose(collective, ranks, 0, false);
                Tuning.table().choose(collective, ranks, Long.MAX_VALUE, false);
            }
        }
    }

    @Test
    void shouldHaveNoRowThatIsNeverTaken() {
        Set<Tuning.Row> taken = new HashSet<>();
        for (Tuning.Row bound : Tuning.table().rows()) {
            for (int ranks : new int[] {bound.maxRanks(), 2, 3, 7, 8, 9, 10, 15, 17, 31, 65, 99, 100, 255, 1000}) {
                for (boolean commutative : new boolean[] {true, false}) {
                    for (boolean levels : new boolean[] {true, false}) {
                        for (Tuning.Memory memory : Tuning.Memory.values()) {
                            taken.add(row(bound.collective(), ranks, bound.maxBytes(), commutative, levels, memory));
                        }
                    }
                }
            }
        }
        assertEquals(Set.copyOf(Tuning.table().rows()), taken);
    }

    private static Tuning.Row row(
            Collective collective, int ranks, long bytes, boolean commutative, boolean levels, Tuning.Memory memory) {
        return Tuning.table().rows().stream()
                .filter(row -> row.applies(collective, ranks, bytes, commutative, levels, memory))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldAskForWhatTheAlgorithmNeeds() {
        for (Tuning.Row row : Tuning.table().rows()) {
            boolean more = row.needs() == Tuning.Needs.RAGGED;
            assertTrue(row.needs() == needs(row) || more || row.maxRanks() <= 2, row.toString());
        }
    }

    /** The restrictions that the documentation of the algorithms states. */
    private static Tuning.Needs needs(Tuning.Row row) {
        boolean turned = row.collective() == Collective.REDUCE && row.algorithm() == Algorithm.RABENSEIFNER;
        boolean rotated = row.collective() == Collective.ALL_REDUCE && row.algorithm() == Algorithm.RING;
        boolean aligned = row.collective() == Collective.ALL_GATHER && row.algorithm() == Algorithm.DOUBLING;
        if (aligned) {
            return Tuning.Needs.POWER_OF_TWO;
        }
        if (row.algorithm() == Algorithm.NEIGHBOR_EXCHANGE) {
            return Tuning.Needs.EVEN;
        }
        if (row.algorithm() == Algorithm.CHAIN) {
            return Tuning.Needs.FLAT;
        }
        if (row.algorithm() == Algorithm.TWO_LEVEL) {
            return Tuning.Needs.LEVELS;
        }
        if (row.algorithm() == Algorithm.IN_COMMON) {
            return Tuning.Needs.COMMONS;
        }
        if (row.algorithm() == Algorithm.COMMON_LEVELS) {
            return Tuning.Needs.NODE_COMMONS;
        }
        return turned || rotated ? Tuning.Needs.COMMUTATIVE : Tuning.Needs.NOTHING;
    }

    /** The facade fails on a row that names an algorithm which the collective has not. */
    @Test
    void shouldNameAlgorithmsThatExist() {
        for (int size : new int[] {1, 2, 3, 4, 7, 8, 9, 16, 17}) {
            for (int elementBytes : new int[] {1, 100, 1000, 10_000, 100_000, 1_000_000}) {
                for (boolean commutative : new boolean[] {true, false}) {
                    Collectives.bcast(0, Nodes.one(size), 0, 1, elementBytes);
                    Collectives.reduce(0, Nodes.one(size), 0, 1, elementBytes, commutative, false);
                    Collectives.allReduce(0, Nodes.one(size), 1, elementBytes, commutative, false);
                    Collectives.gather(0, size, 0, 1, elementBytes, false);
                    Collectives.scatter(0, size, 0, 1, elementBytes, false);
                    Collectives.allGather(0, size, 1, elementBytes, false);
                    Collectives.allGatherv(0, size, new int[size], new int[size], elementBytes, false);
                    Collectives.allToAll(0, size, 1, elementBytes, false);
                    Collectives.reduceScatterBlock(0, size, 1, elementBytes, commutative, false);
                }
            }
        }
    }

    @Test
    void shouldTellUpToWhereACommonsIsUsed() {
        Tuning table = Tuning.table();
        assertEquals(Long.MAX_VALUE, table.mostInCommon(Collective.BARRIER, 3, Tuning.Memory.OF_ALL));
        assertEquals(Long.MAX_VALUE, table.mostInCommon(Collective.BCAST, 3, Tuning.Memory.OF_ALL));
        assertEquals(Long.MAX_VALUE, table.mostInCommon(Collective.ALL_TO_ALL, 16, Tuning.Memory.OF_ALL));
        assertEquals(256, table.mostInCommon(Collective.ALL_TO_ALL, 17, Tuning.Memory.OF_ALL));
        assertEquals(Long.MAX_VALUE, table.mostInCommon(Collective.BCAST, 2, Tuning.Memory.OF_ALL));
        assertEquals(-1, table.mostInCommon(Collective.ALL_GATHERV, 8, Tuning.Memory.OF_ALL));
        assertEquals(Long.MAX_VALUE, table.mostInCommon(Collective.BARRIER, 3, Tuning.Memory.OF_NODES));
        assertEquals(-1, table.mostInCommon(Collective.SCAN, 8, Tuning.Memory.OF_NODES));
        assertEquals(-1, table.mostInCommon(Collective.BARRIER, 3, Tuning.Memory.NONE));
    }

    @Test
    void shouldGiveAReasonInEachRow() {
        Tuning.table().rows().forEach(row -> assertFalse(row.why().isBlank(), row.toString()));
    }

    @Test
    void shouldTakeTheFewestMessagesBetweenTwoRanks() {
        assertEquals(1, Collectives.bcast(0, Nodes.one(2), 0, 1 << 20, 8).rounds());
        assertEquals(
                1,
                Collectives.reduce(0, Nodes.one(2), 0, 1 << 20, 8, true, false).rounds());
        assertEquals(
                1,
                Collectives.allReduce(0, Nodes.one(2), 4 << 10, 8, false, false).rounds());
    }

    @Test
    void shouldPrintTheTable() {
        String text = Tuning.table().toString();
        assertEquals(Tuning.table().rows().size() + 1, text.lines().count());
        assertTrue(text.startsWith("collective "), text);
        assertTrue(text.contains("reduceScatter"), text);
        assertTrue(text.contains("<= 8192"), text);
    }

    @Test
    void shouldPrintTheRowThatIsTaken() {
        Tuning table = Tuning.table();
        for (Collective collective : Collective.values()) {
            for (int ranks : RANKS) {
                for (long bytes : new long[] {0, 8, 100_000, 1L << 40}) {
                    for (boolean levels : new boolean[] {true, false}) {
                        String row = table.taken(collective, ranks, bytes, true, levels, Tuning.Memory.NONE);
                        assertTrue(table.toString().contains(row + "\n"), row);
                        assertTrue(row.startsWith(collective + " "), row);
                        Algorithm algorithm = table.choose(collective, ranks, bytes, true, levels);
                        assertTrue(row.contains("  " + algorithm + "  "), row);
                    }
                }
            }
        }
    }

    @Test
    void shouldNameAlgorithmsThatTheCollectiveHas() {
        for (Tuning.Row row : Tuning.table().rows()) {
            boolean hasSchedule = row.collective().algorithms().contains(row.algorithm());
            boolean inCommon = row.algorithm() == Algorithm.IN_COMMON || row.algorithm() == Algorithm.COMMON_LEVELS;
            assertTrue(hasSchedule || inCommon || row.maxRanks() <= 2, row.toString());
        }
    }

    /** These are made without a look into the table. */
    @Test
    void shouldHaveNothingToChooseForAScan() {
        assertEquals(1, Collective.SCAN.algorithms().size());
        assertEquals(1, Collective.EX_SCAN.algorithms().size());
    }
}
