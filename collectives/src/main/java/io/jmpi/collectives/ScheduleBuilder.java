package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.COPY;
import static io.jmpi.collectives.Schedule.RECV;
import static io.jmpi.collectives.Schedule.REDUCE;
import static io.jmpi.collectives.Schedule.SCRATCH;
import static io.jmpi.collectives.Schedule.SEND;

import java.util.Arrays;

/**
 * Writes a {@link Schedule}, step by step.
 *
 * <p>Steps of no elements are left out: sender and receiver know the same count, so both leave them out. A transfer
 * after a local step begins a new round by itself; {@link #endRound()} is needed only between transfers. The scratch
 * size follows from the ranges used.
 */
final class ScheduleBuilder {

    private int[] rounds = new int[8];
    private int[] words = new int[64];
    private long[] longs = new long[48];
    private int round;
    private int steps;
    private long scratch;

    ScheduleBuilder send(int peer, int buffer, long offset, long count) {
        return count == 0 ? this : transfer(SEND, peer, buffer, offset, count);
    }

    ScheduleBuilder recv(int peer, int buffer, long offset, long count) {
        return count == 0 ? this : transfer(RECV, peer, buffer, offset, count);
    }

    /** Sends an empty message, for its arrival alone. */
    ScheduleBuilder signal(int peer) {
        return transfer(SEND, peer, SCRATCH, 0, 0);
    }

    /** Receives an empty message. */
    ScheduleBuilder await(int peer) {
        return transfer(RECV, peer, SCRATCH, 0, 0);
    }

    /** target = source OP target. */
    ScheduleBuilder reduce(int source, long sourceOffset, int target, long targetOffset, long count) {
        return count == 0 ? this : add(REDUCE, -1, source, sourceOffset, target, targetOffset, count);
    }

    /** Copies; a copy that continues the one before is joined with it, and one onto itself is left out. */
    ScheduleBuilder copy(int source, long sourceOffset, int target, long targetOffset, long count) {
        if (count == 0 || (source == target && sourceOffset == targetOffset)) {
            return this;
        }
        if (continuesCopy(source, sourceOffset, target, targetOffset)) {
            longs[steps * 3 - 1] += count;
            reserve(source, sourceOffset + count);
            reserve(target, targetOffset + count);
            return this;
        }
        return add(COPY, -1, source, sourceOffset, target, targetOffset, count);
    }

    /** The steps that follow wait for those so far. Has no effect on an empty round. */
    ScheduleBuilder endRound() {
        if (steps > rounds[round]) {
            if (++round == rounds.length) {
                rounds = Arrays.copyOf(rounds, 2 * round);
            }
            rounds[round] = steps;
        }
        return this;
    }

    Schedule build() {
        endRound();
        return new Schedule(
                Arrays.copyOf(rounds, round + 1),
                Arrays.copyOf(words, steps * 4),
                Arrays.copyOf(longs, steps * 3),
                scratch);
    }

    private ScheduleBuilder transfer(int kind, int peer, int buffer, long offset, long count) {
        if (endsWithLocalStep()) {
            endRound();
        }
        return add(kind, peer, buffer, offset, buffer, offset, count);
    }

    private boolean endsWithLocalStep() {
        return steps > rounds[round] && words[steps * 4 - 4] >= REDUCE;
    }

    private boolean continuesCopy(int source, long sourceOffset, int target, long targetOffset) {
        if (steps == rounds[round] || words[steps * 4 - 4] != COPY) {
            return false;
        }
        long length = longs[steps * 3 - 1];
        return words[steps * 4 - 2] == source
                && words[steps * 4 - 1] == target
                && longs[steps * 3 - 3] + length == sourceOffset
                && longs[steps * 3 - 2] + length == targetOffset;
    }

    private ScheduleBuilder add(
            int kind, int peer, int source, long sourceOffset, int target, long targetOffset, long count) {
        if (steps * 4 == words.length) {
            words = Arrays.copyOf(words, steps * 8);
            longs = Arrays.copyOf(longs, steps * 6);
        }
        words[steps * 4] = kind;
        words[steps * 4 + 1] = peer;
        words[steps * 4 + 2] = source;
        words[steps * 4 + 3] = target;
        longs[steps * 3] = sourceOffset;
        longs[steps * 3 + 1] = targetOffset;
        longs[steps * 3 + 2] = count;
        steps++;
        reserve(source, sourceOffset + count);
        reserve(target, targetOffset + count);
        return this;
    }

    private void reserve(int buffer, long end) {
        if (buffer == SCRATCH) {
            scratch = Math.max(scratch, end);
        }
    }
}
