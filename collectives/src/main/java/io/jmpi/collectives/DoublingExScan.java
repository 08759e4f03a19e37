package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;
import static io.jmpi.collectives.Schedule.SCRATCH;

/**
 * Exclusive scan: as {@link DoublingScan}, but what comes from before is collected in OUTPUT without the rank's own
 * operand, and beside it, in scratch, with it, to be sent on.
 *
 * <pre>
 *   5 ranks: which ranks' operands a rank has collected, and what it sends
 *   0  -  0      -  0      -   0       -
 *   1  -  1      0  01     0   01      0
 *   2  -  2      1  12     01  012     01
 *   3  -  3      2  23     012 0123    012
 *   4  -  4      3  34     123 1234    0123
 * </pre>
 *
 * Cost: lg n (alpha + m beta + 2 m gamma). Restrictions: none; operands meet in rank order. Rank 0 writes nothing.
 */
public final class DoublingExScan {

    private DoublingExScan() {}

    public static Schedule schedule(int rank, int size, long count, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        int inclusive = rank == 0 ? (inPlace ? OUTPUT : INPUT) : SCRATCH;
        if (rank > 0) { // INPUT may not be written, and OUTPUT is about to be
            steps.copy(inPlace ? OUTPUT : INPUT, 0, inclusive, 0, count);
        }
        for (int distance = 1; distance < size; distance *= 2) {
            if (rank + distance < size) {
                steps.send(rank + distance, inclusive, 0, count);
            }
            if (rank >= distance) {
                boolean first = distance == 1;
                int arrival = first ? OUTPUT : SCRATCH;
                long offset = first ? 0 : count;
                steps.recv(rank - distance, arrival, offset, count);
                if (!first) {
                    steps.reduce(arrival, offset, OUTPUT, 0, count);
                }
                if (rank + 2 * distance < size) { // there is someone to send it to
                    steps.reduce(arrival, offset, inclusive, 0, count);
                }
            }
            steps.endRound();
        }
        return steps.build();
    }
}
