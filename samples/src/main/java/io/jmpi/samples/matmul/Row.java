package io.jmpi.samples.matmul;

/**
 * A row of the table.
 *
 * @param way what was asked for
 * @param means by what means, in a few words; empty when this way does not work here
 * @param times where the time went; null when this way does not work here
 * @param problem why it does not, with the remedy; null when it does
 * @param error the largest found by Freivalds' test, in tolerances
 */
record Row(Way way, String means, Times times, String problem, double error) {

    static Row made(Way way, String means, Times times, double error) {
        return new Row(way, means, times, null, error);
    }

    static Row missing(Way way, String problem) {
        return new Row(way, "", null, problem, 0);
    }

    boolean isMade() {
        return times != null;
    }

    /** Whether what was made is no product of A and B. */
    boolean isWrong() {
        return error > 1;
    }
}
