package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * Broadcast along a chain, in segments that follow each other like wagons. The data is in OUTPUT.
 *
 * <pre>
 *   5 ranks, root 0, segments a b c
 *   time 1:  0 -a-> 1
 *   time 2:  0 -b-> 1 -a-> 2
 *   time 3:  0 -c-> 1 -b-> 2 -a-> 3
 *   time 4:         1 -c-> 2 -b-> 3 -a-> 4
 *   ...
 * </pre>
 *
 * Cost with s segments: (n - 2 + s)(alpha + m/s beta): the least traffic, for vectors that are long compared with the
 * chain. Restrictions: none.
 */
public final class ChainBcast {

    private ChainBcast() {}

    /** A segment is a number of elements, at least 1. */
    public static Schedule schedule(int rank, int size, int root, long count, long segment) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Ring ring = new Ring(size, root);
        int place = ring.place(rank);
        boolean receives = place > 0;
        boolean sends = place < size - 1;
        for (long start = 0; start < count; start += segment) {
            long length = Math.min(segment, count - start);
            if (receives) {
                steps.recv(ring.rank(place - 1), OUTPUT, start, length).endRound();
            }
            if (sends) { // in the round of the next segment's receive
                steps.send(ring.rank(place + 1), OUTPUT, start, length);
            }
        }
        return steps.build();
    }
}
