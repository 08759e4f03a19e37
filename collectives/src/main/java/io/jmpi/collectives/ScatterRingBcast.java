package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * Broadcast of a long vector: scatter its parts down a binomial tree, then pass them round a ring. The data is in
 * OUTPUT.
 *
 * <pre>
 *   5 ranks, root 0, after the scatter and then after each round of the ring
 *   0  abcde      abcde      abcde
 *   1   b         ab         ab  e
 *   2    cd       bcd        abcd        ...
 *   3     d         cd        bcd
 *   4      e          de       cde
 * </pre>
 *
 * A part is not sent to a place that has kept it from the scatter; so the root receives nothing.
 * Cost: (lg n + n - 1) alpha + 2 (n-1)/n m beta. Restrictions: none.
 */
public final class ScatterRingBcast {

    private ScatterRingBcast() {}

    public static Schedule schedule(int rank, int size, int root, long count) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Ring ring = new Ring(size, root);
        Blocks parts = Blocks.split(count, size);
        BinomialTree tree = new BinomialTree(size);
        int place = ring.place(rank);
        int next = place + 1 == size ? 0 : place + 1;
        ScatterPhase.append(steps, ring, place, parts);
        for (int round = 0; round < size - 1; round++) {
            int outgoing = Math.floorMod(place - round, size);
            int incoming = Math.floorMod(place - round - 1, size);
            if (!has(tree, next, outgoing)) {
                steps.send(ring.rank(next), OUTPUT, parts.start(outgoing), parts.count(outgoing));
            }
            if (!has(tree, place, incoming)) {
                steps.recv(ring.rank(place - 1), OUTPUT, parts.start(incoming), parts.count(incoming));
            }
            steps.endRound();
        }
        return steps.build();
    }

    private static boolean has(BinomialTree tree, int place, int part) {
        return part >= place && part < place + tree.subtree(place);
    }
}
