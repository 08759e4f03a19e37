package io.jmpi.collectives;

import static io.jmpi.collectives.Collective.ALL_GATHER;
import static io.jmpi.collectives.Collective.ALL_REDUCE;
import static io.jmpi.collectives.Collective.BCAST;
import static io.jmpi.collectives.Collective.REDUCE_SCATTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is predicted for one rank that stands for all, against all of them. */
class PredictorTest {

    private static final LogGP NETWORK = new LogGP(4, 1.5, 2, 1e-3);
    private static final LogGP NODE = new LogGP(0.3, 0.1, 0.1, 1e-4);
    private static final Predictor PREDICTOR = new Predictor(new Machine(NETWORK, NODE, 3e-4, 1e-4));
    private static final int ELEMENT = 8;
    private static final long[] COUNTS = {0, 1, 5, 1000, 30_000};
    private static final double EXACT = 1e-9;

    @FunctionalInterface
    private interface Check {
        void that(Case one, Algorithm algorithm);
    }

    private static void forEachCase(int most, int perNode, Check check) {
        for (Collective collective : Collective.values()) {
            for (int size = 1; size <= most; size++) {
                Nodes nodes = Nodes.inBlocks(size, perNode);
                for (long count : COUNTS) {
                    Case one = new Case(collective, nodes, count, ELEMENT);
                    collective.algorithms().stream().filter(one::allows).forEach(name -> check.that(one, name));
                }
            }
        }
    }

    private static String name(Case one, Algorithm algorithm) {
        return one.collective() + " " + algorithm + ", ranks " + one.size() + ", elements " + one.count();
    }

    @Test
    void shouldRunEveryAlgorithm() {
        for (int perNode : new int[] {1, 3, 17}) {
            forEachCase(17, perNode, (one, algorithm) -> {
                double time = PREDICTOR.predict(one, algorithm);
                boolean talks = one.size() > 1 && (one.count() > 0 || one.collective() == Collective.BARRIER);
                assertTrue(talks ? time > 0.1 && time < 1e7 : time < 1e3, name(one, algorithm) + ": " + time);
            });
        }
    }

    @Test
    void shouldPredictTheAlgorithmThatIsTaken() {
        forEachCase(17, 3, (one, algorithm) -> {
            assertTrue(one.collective().algorithms().contains(one.taken()), name(one, one.taken()));
            assertTrue(one.allows(one.taken()) || one.size() <= 2, name(one, one.taken()));
        });
    }

    @Test
    void shouldLetOneRankStandForAll() {
        forEachCase(20, 1, (one, algorithm) -> {
            double all = PREDICTOR.everyRank(one, algorithm);
            double alike = PREDICTOR.alike(one, algorithm);
            double rounding = EXACT * all + EXACT;
            double tooMuch = alike - all;
            assertTrue(
                    tooMuch >= -tooLittle(one, algorithm) - rounding && tooMuch <= tooMuch(one, algorithm) + rounding,
                    name(one, algorithm) + ": " + all + ", alike " + alike);
        });
    }

    /** As the documentation of {@link Predictor} has it. */
    private static double tooMuch(Case one, Algorithm algorithm) {
        double bytes = one.count() * ELEMENT;
        if (algorithm == Algorithm.SCATTER_RING) {
            boolean partForEach = one.count() >= one.size();
            return partForEach ? Sizes.lg(one.size()) * NETWORK.message(bytes) : Double.POSITIVE_INFINITY;
        }
        if (algorithm == Algorithm.CHAIN) { // the last segment may be shorter
            return NETWORK.message(bytes);
        }
        return tooLittle(one, algorithm);
    }

    private static double tooLittle(Case one, Algorithm algorithm) {
        boolean pairwise = one.collective() == REDUCE_SCATTER && algorithm == Algorithm.PAIRWISE;
        return pairwise ? one.count() * ELEMENT * (3e-4 + 1e-4) : 0;
    }

    @Test
    void shouldLetOneRankStandForAllOfANode() {
        Case one = new Case(ALL_GATHER, Nodes.one(12), 100, ELEMENT);
        double all = PREDICTOR.everyRank(one, Algorithm.BRUCK);
        assertEquals(all, PREDICTOR.alike(one, Algorithm.BRUCK), EXACT * all);
    }

    @Test
    void shouldNotPredictLessWhereOneRankStandsForThoseOfSeveralNodes() {
        Case one = new Case(ALL_REDUCE, Nodes.inBlocks(12, 4), 120, ELEMENT);
        assertTrue(PREDICTOR.alike(one, Algorithm.RING) >= PREDICTOR.everyRank(one, Algorithm.RING));
    }

    @Test
    void shouldGoOnWhereOneRankBeginsToStandForAll() {
        for (Algorithm algorithm : BCAST.algorithms()) {
            Case last = new Case(BCAST, Nodes.inBlocks(Predictor.EVERY_RANK, 1), 100_000, ELEMENT);
            Case first = new Case(BCAST, Nodes.inBlocks(Predictor.EVERY_RANK + 1, 1), 100_000, ELEMENT);
            if (last.allows(algorithm)) {
                double before = PREDICTOR.predict(last, algorithm);
                assertEquals(before, PREDICTOR.predict(first, algorithm), 0.25 * before, algorithm.toString());
            }
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void shouldPredictAHundredThousandRanks() {
        int size = 100_000;
        Nodes nodes = Nodes.inBlocks(size, 1);
        Case one = new Case(ALL_REDUCE, nodes, 1, ELEMENT);
        double message = NETWORK.message(ELEMENT);
        double reduced = ELEMENT * 3e-4;
        double doubling = PREDICTOR.predict(one, Algorithm.DOUBLING); // with folding and unfolding
        assertEquals(18 * message + 17 * reduced, doubling, 1e-6);
        double ring = PREDICTOR.predict(one, Algorithm.RING);
        assertEquals((size - 1) * (2 * message + reduced), ring, 1e-3);
        Case block = new Case(ALL_GATHER, nodes, 1, ELEMENT);
        assertEquals((size - 1) * message + ELEMENT * 1e-4, PREDICTOR.predict(block, Algorithm.RING), 1e-3);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void shouldNotFollowEverySegmentOfAVeryLongChain() {
        Case one = new Case(BCAST, Nodes.inBlocks(16, 1), 1L << 33, ELEMENT);
        double flow = 65535e-3;
        double expected = 15 * (4 + 2 * 1.5 + flow) + ((1 << 20) - 1) * (2 + flow);
        assertEquals(expected, PREDICTOR.predict(one, Algorithm.CHAIN), 1e-6 * expected);
    }
}
