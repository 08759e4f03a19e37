package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;
import static io.jmpi.collectives.Schedule.SCRATCH;

import java.util.Arrays;

/**
 * All-to-all of very short blocks in few messages: a block that has to go a distance d travels in hops of 1, 2, 4, ...,
 * one for each bit of d, together with all others that make the same hop.
 *
 * <pre>
 *   5 ranks: the distances of the blocks that everyone sends
 *   round 0:  1 3     to rank + 1
 *   round 1:  2 3     to rank + 2
 *   round 2:  4       to rank + 4
 * </pre>
 *
 * Blocks are packed for each message, and stay where they were received until they hop again or come to rest.
 * Cost: lg n alpha + m/2 lg n beta and as many copies, m being the whole vector. Restrictions: blocks of one count.
 */
public final class BruckAllToAll {

    private BruckAllToAll() {}

    /** A count is that of one block. */
    public static Schedule schedule(int rank, int size, long count, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        Ring ring = new Ring(size, rank);
        int user = inPlace ? OUTPUT : INPUT;
        long[] received = new long[size]; // where in scratch the block of a distance is, -1 before its first hop
        Arrays.fill(received, -1);
        long area = (size / 2) * count; // the first is for packing, and then one for each round
        long arrivals = area;
        for (int hop = 1; hop < size; hop *= 2) {
            long packed = 0;
            for (int distance = hop; distance < size; distance++) {
                if ((distance & hop) != 0) {
                    boolean moved = received[distance] >= 0;
                    long from = moved ? received[distance] : ring.rank(distance) * count;
                    steps.copy(moved ? SCRATCH : user, from, SCRATCH, packed, count);
                    received[distance] = arrivals + packed;
                    packed += count;
                }
            }
            steps.send(ring.rank(hop), SCRATCH, 0, packed);
            steps.recv(ring.rank(-hop), SCRATCH, arrivals, packed).endRound();
            arrivals += packed;
        }
        if (!inPlace) {
            steps.copy(INPUT, rank * count, OUTPUT, rank * count, count);
        }
        for (int distance = 1; distance < size; distance++) {
            steps.copy(SCRATCH, received[distance], OUTPUT, ring.rank(-distance) * count, count);
        }
        return steps.build();
    }
}
