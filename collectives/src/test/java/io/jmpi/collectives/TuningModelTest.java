package io.jmpi.collectives;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table beside the model, each rank on a node of its own. */
class TuningModelTest {

    private static final int ELEMENT = 8;
    private static final double TOLERANCE = 1.4;
    private static final Predictor PREDICTOR = new Predictor(
            new Machine(Simulate.NETWORK, Simulate.NODE, Simulate.PER_BYTE_REDUCED, Simulate.PER_BYTE_COPIED));

    /** Which of two algorithms is faster by so little, the model cannot tell. */
    @ParameterizedTest
    @EnumSource
    void shouldTakeWhatTheModelFindsFast(Collective collective) {
        List<String> slow = new ArrayList<>();
        for (int size : new int[] {2, 3, 4, 5, 6, 7, 8, 9, 12, 16, 24, 31, 32, 48, 64, 100}) {
            for (long bytes = ELEMENT; bytes <= 4 << 20; bytes *= 4) {
                long count = collective == Collective.BARRIER ? 0 : bytes / ELEMENT;
                compare(new Case(collective, Nodes.inBlocks(size, 1), count, ELEMENT), slow);
            }
        }
        assertTrue(slow.isEmpty(), String.join(System.lineSeparator(), slow));
    }

    private static void compare(Case one, List<String> slow) {
        double taken = PREDICTOR.predict(one, one.taken());
        for (Algorithm algorithm : one.collective().algorithms()) {
            double other = one.allows(algorithm) ? PREDICTOR.predict(one, algorithm) : taken;
            if (taken > TOLERANCE * other) {
                slow.add(one.collective() + " ranks=" + one.size() + " bytes=" + one.count() * ELEMENT + " "
                        + one.taken() + " " + Math.round(taken) + ", " + algorithm + " " + Math.round(other));
            }
        }
    }
}
