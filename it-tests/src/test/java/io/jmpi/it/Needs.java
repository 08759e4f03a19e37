package io.jmpi.it;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What some tests need of the machine. Where it is missing they are left out, which the report says with the reason; but
 * not in CI, whose script installs everything, and sets {@code CI}: there they fail.
 */
public final class Needs {

    private static final boolean MUST_BE_THERE = System.getenv("CI") != null;

    private Needs() {}

    /** Leaves the running test out, or fails it, unless something is there. */
    public static void that(boolean there, String need) {
        if (MUST_BE_THERE) {
            Assertions.assertTrue(there, need);
        } else {
            Assumptions.assumeTrue(there, need);
        }
    }
}
