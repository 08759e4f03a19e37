package io.jmpi.collectives;

/**
 * Broadcast of a vector of middle length: scatter its parts down a binomial tree, then collect them by doubling. The
 * data is in OUTPUT.
 *
 * <pre>
 *   5 ranks, root 0, after the scatter and then after each round of doubling
 *   0  abcde      abcde      abcde      abcde
 *   1   b          bc         bcde      abcde
 *   2    cd         cd       a cde      abcde
 *   3     d          de      ab de      abcde
 *   4      e      a   e      abc e      abcde
 * </pre>
 *
 * Cost: at most 3 lg n alpha + 2 (n-1)/n m beta. Restrictions: none.
 */
public final class ScatterDoublingBcast {

    private ScatterDoublingBcast() {}

    public static Schedule schedule(int rank, int size, int root, long count) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Ring ring = new Ring(size, root);
        Blocks parts = Blocks.split(count, size);
        int place = ring.place(rank);
        ScatterPhase.append(steps, ring, place, parts);
        DoublingPhase.append(steps, ring, place, parts);
        return steps.build();
    }
}
