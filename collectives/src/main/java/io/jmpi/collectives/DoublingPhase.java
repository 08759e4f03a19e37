package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * Everyone collects everyone's part, in place in OUTPUT, doubling what it has in each round, for any number of ranks.
 *
 * <pre>
 *   5 places; place p takes from p + 1, then p + 2, then the rest from p + 4
 *   0  a . . . .     a b . . .     a b c d .     a b c d e
 *   1  . b . . .     . b c . .     . b c d e     a b c d e
 *   2  . . c . .     . . c d .     a . c d e     a b c d e
 *   3  . . . d .     . . . d e     a b . d e     a b c d e
 *   4  . . . . e     a . . . e     a b c . e     a b c d e
 * </pre>
 *
 * A run of parts that passes the end of the vector travels as two messages; nothing is copied or rotated.
 * Cost: lg n alpha, up to twice that for the split runs, + (n-1)/n m beta. Parts lie one after the other, from 0.
 */
final class DoublingPhase {

    private DoublingPhase() {}

    static void append(ScheduleBuilder steps, Ring ring, int place, Blocks parts) {
        int size = ring.size();
        for (int have = 1; have < size; have += Math.min(have, size - have)) {
            int run = Math.min(have, size - have);
            int from = (place + have) % size;
            int to = Math.floorMod(place - have, size);
            int before = Math.min(run, size - place); // of the run that is sent, before the end of the vector
            steps.send(ring.rank(to), OUTPUT, parts.start(place), parts.run(place, before));
            steps.send(ring.rank(to), OUTPUT, 0, parts.run(0, run - before));
            before = Math.min(run, size - from);
            steps.recv(ring.rank(from), OUTPUT, parts.start(from), parts.run(from, before));
            steps.recv(ring.rank(from), OUTPUT, 0, parts.run(0, run - before));
            steps.endRound();
        }
    }
}
