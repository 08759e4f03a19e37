package io.jmpi.coll;

import io.jmpi.collectives.Schedule;

/**
 * The schedules that a communicator has used lately, by what they were made for. A direct-mapped table: a loop over a few
 * collectives builds nothing, and a program that uses many keeps no more than the table holds.
 */
final class ScheduleCache {

    private static final int SIZE = 64;

    private final Schedule[] schedules = new Schedule[SIZE];
    private final int[] collectives = new int[SIZE];
    private final int[] roots = new int[SIZE];
    private final long[] counts = new long[SIZE];
    private final int[] variants = new int[SIZE];

    /** The schedule stored under the key, or null. */
    Schedule get(int collective, int root, long count, int variant) {
        int slot = slot(collective, root, count, variant);
        boolean hit = collectives[slot] == collective
                && roots[slot] == root
                && counts[slot] == count
                && variants[slot] == variant;
        return hit ? schedules[slot] : null;
    }

    /** Stores a schedule and returns it. */
    Schedule put(int collective, int root, long count, int variant, Schedule schedule) {
        int slot = slot(collective, root, count, variant);
        schedules[slot] = schedule;
        collectives[slot] = collective;
        roots[slot] = root;
        counts[slot] = count;
        variants[slot] = variant;
        return schedule;
    }

    private static int slot(int collective, int root, long count, int variant) {
        long hash = ((collective * 31L + root) * 31 + variant) * 0x9e3779b97f4a7c15L + count * 0xc2b2ae3d27d4eb4fL;
        return (int) (hash >>> 58);
    }
}
