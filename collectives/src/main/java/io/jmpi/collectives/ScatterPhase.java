package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * First half of a long broadcast: leaves each place with its part of the root's vector, where it belongs in OUTPUT.
 *
 * <pre>
 *   6 places, parts a..f
 *   0 abcdef        0 abcd        0 ab       0 a
 *                                            1 b
 *                             ->  2 cd   ->  2 c
 *              ->                            3 d
 *                   4 ef          4 e        4 e
 *                                 5 f        5 f
 * </pre>
 *
 * What passes through a place stays there: place p ends up with the parts of its whole subtree.
 */
final class ScatterPhase {

    private ScatterPhase() {}

    static void append(ScheduleBuilder steps, Ring ring, int place, Blocks parts) {
        BinomialTree tree = new BinomialTree(ring.size());
        if (place != 0) {
            long count = parts.run(place, tree.subtree(place));
            steps.recv(ring.rank(tree.parent(place)), OUTPUT, parts.start(place), count);
            steps.endRound();
        }
        for (int child = tree.farthestChild(place); child > 0; child /= 2) {
            int first = place + child;
            steps.send(ring.rank(first), OUTPUT, parts.start(first), parts.run(first, tree.subtree(first)));
        }
        steps.endRound();
    }
}
