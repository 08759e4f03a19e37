package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;
import static io.jmpi.collectives.Schedule.SCRATCH;

/**
 * Scan: everyone sends what it has to the rank 1, 2, 4, ... further on, which puts it before its own.
 *
 * <pre>
 *   5 ranks: which ranks' operands a value contains
 *   0  0     0      0       0
 *   1  1     01     01      01
 *   2  2     12     012     012
 *   3  3     23     0123    0123
 *   4  4     34     1234    01234
 * </pre>
 *
 * Cost: lg n (alpha + m beta + m gamma). Restrictions: none; operands meet in rank order.
 */
public final class DoublingScan {

    private DoublingScan() {}

    public static Schedule schedule(int rank, int size, long count, boolean inPlace) {
        ScheduleBuilder steps = new ScheduleBuilder();
        if (!inPlace) {
            steps.copy(INPUT, 0, OUTPUT, 0, count);
        }
        for (int distance = 1; distance < size; distance *= 2) {
            if (rank + distance < size) {
                steps.send(rank + distance, OUTPUT, 0, count);
            }
            if (rank >= distance) {
                steps.recv(rank - distance, SCRATCH, 0, count);
                steps.reduce(SCRATCH, 0, OUTPUT, 0, count);
            }
            steps.endRound();
        }
        return steps.build();
    }
}
