package io.jmpi.collectives;

import static io.jmpi.collectives.SimulatedRank.UNWRITTEN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.function.IntFunction;

/** A collective on simulated ranks: what goes in, what must come out, and the schedules to do it. */
final class Proof {

    private final int size;
    private final long[][] input;
    private final long[][] output;
    private final long[][] expected;

    /** Gives each rank no buffer at all. */
    Proof(int size) {
        this.size = size;
        this.input = new long[size][];
        this.output = new long[size][];
        this.expected = new long[size][];
    }

    int size() {
        return size;
    }

    Proof input(int rank, long[] data) {
        input[rank] = data;
        return this;
    }

    /** What is in OUTPUT before, and what must be there after. */
    Proof output(int rank, long[] before, long[] after) {
        output[rank] = before;
        expected[rank] = after;
        return this;
    }

    /** OUTPUT is unwritten before. */
    Proof output(int rank, long[] after) {
        return output(rank, unwritten(after.length), after);
    }

    SimulatedRanks run(IntFunction<Schedule> schedules, Operation operation, Delivery delivery, long seed) {
        SimulatedRanks ranks = new SimulatedRanks(size, schedules, operation, delivery, seed);
        long[][] results = new long[size][];
        for (int rank = 0; rank < size; rank++) {
            results[rank] = output[rank] == null ? null : output[rank].clone();
            ranks.buffers(rank, input[rank], results[rank]);
        }
        ranks.run();
        for (int rank = 0; rank < size; rank++) {
            if (!Arrays.equals(expected[rank], results[rank])) {
                assertArrayEquals(
                        expected[rank], results[rank], ranks.rank(rank).toString());
            }
        }
        return ranks;
    }

    static long[] unwritten(int length) {
        long[] data = new long[length];
        Arrays.fill(data, UNWRITTEN);
        return data;
    }

    /** Distinct values, recognisable by owner. */
    static long[] data(int owner, long count) {
        long[] data = new long[Math.toIntExact(count)];
        for (int i = 0; i < data.length; i++) {
            data[i] = owner * 1_000_000L + i;
        }
        return data;
    }

    /** A rank's operands. */
    static long[] operands(Operation operation, int rank, long count) {
        long[] data = new long[Math.toIntExact(count)];
        for (int i = 0; i < data.length; i++) {
            data[i] = operation.operand(rank, i);
        }
        return data;
    }

    /** The reduction over ranks from..to-1. */
    static long[] reduced(Operation operation, int from, int to, long count) {
        long[] data = new long[Math.toIntExact(count)];
        for (int i = 0; i < data.length; i++) {
            data[i] = operation.reduced(from, to, i);
        }
        return data;
    }
}
