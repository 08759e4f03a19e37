package io.jmpi.coll;

import io.jmpi.collectives.Schedule;
import java.util.Arrays;

/** Ranges of bytes of one buffer, in order, none of which touch. */
final class Ranges {

    private static final long[] NONE = {};

    private long[] bounds = NONE; // begin, end, begin, end ...
    private int length;

    private Ranges() {}

    static Ranges of(long offset, long length) {
        Ranges ranges = new Ranges();
        ranges.add(offset, offset + length);
        return ranges;
    }

    /**
     * What a schedule reads of a buffer.
     *
     * @param unit bytes of what the schedule counts in
     * @param offset bytes from the buffer's beginning to where the schedule begins
     */
    static Ranges readBy(Schedule schedule, int buffer, long unit, long offset) {
        Ranges ranges = new Ranges();
        for (int step = 0; step < steps(schedule); step++) {
            int kind = schedule.kind(step);
            if (kind != Schedule.RECV && schedule.source(step) == buffer) {
                ranges.add(schedule.sourceOffset(step), schedule.count(step), unit, offset);
            }
            if (kind == Schedule.REDUCE && schedule.target(step) == buffer) {
                ranges.add(schedule.targetOffset(step), schedule.count(step), unit, offset);
            }
        }
        return ranges.merged();
    }

    /** What a schedule writes of a buffer; see {@link #readBy}. */
    static Ranges writtenBy(Schedule schedule, int buffer, long unit, long offset) {
        Ranges ranges = new Ranges();
        for (int step = 0; step < steps(schedule); step++) {
            if (schedule.kind(step) != Schedule.SEND && schedule.target(step) == buffer) {
                ranges.add(schedule.targetOffset(step), schedule.count(step), unit, offset);
            }
        }
        return ranges.merged();
    }

    private static int steps(Schedule schedule) {
        return schedule.firstStep(schedule.rounds());
    }

    private void add(long from, long count, long unit, long offset) {
        if (count != 0) {
            add(offset + from * unit, offset + (from + count) * unit);
        }
    }

    private void add(long begin, long end) {
        if (length == bounds.length) {
            bounds = Arrays.copyOf(bounds, Math.max(4, 2 * length));
        }
        bounds[length++] = begin;
        bounds[length++] = end;
    }

    private Ranges merged() {
        long[][] sorted = new long[length / 2][];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = new long[] {begin(i), end(i)};
        }
        Arrays.sort(sorted, (one, other) -> Long.compare(one[0], other[0]));
        Ranges merged = new Ranges();
        for (long[] range : sorted) {
            if (merged.length != 0 && range[0] <= merged.bounds[merged.length - 1]) {
                merged.bounds[merged.length - 1] = Math.max(merged.bounds[merged.length - 1], range[1]);
            } else {
                merged.add(range[0], range[1]);
            }
        }
        return merged;
    }

    int count() {
        return length / 2;
    }

    long begin(int range) {
        return bounds[2 * range];
    }

    long end(int range) {
        return bounds[2 * range + 1];
    }

    /** The first byte of all, 0 if there are none. */
    long first() {
        return length == 0 ? 0 : bounds[0];
    }

    /** The end of the last one, 0 if there are none. */
    long last() {
        return length == 0 ? 0 : bounds[length - 1];
    }
}
