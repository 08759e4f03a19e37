package io.jmpi.progress;

/**
 * What a yield costs the processor: 0.6 us where a change of the process is cheap, 5 to 20 us on some virtual machines.
 *
 * <p>The time that one takes will not do: it counts what others do meanwhile, and a rank that waits for seven others to copy
 * their parts has used next to nothing itself. The shortest of many tells, in which one other rank did no more than to look and
 * to yield in its turn.
 */
final class YieldCost {

    /** So many times as long as a yield that lets nobody else run takes one that does. */
    private static final int SWITCHED = 6;

    /** The binary logarithm of how many yields it takes until a short one is nearly forgotten. */
    private static final int MEMORY = 12;

    private long idlest = Long.MAX_VALUE / SWITCHED;

    /** Times two to the power of that, so that it can grow by so small a part. */
    private long turn = 4_000L << MEMORY;

    /** Nanoseconds of a turn, from when a process is given the processor until it has given it away without having worked. */
    long turn() {
        return turn >> MEMORY;
    }

    /** Learns from a yield that took so many nanoseconds. */
    void learn(long took) {
        idlest = Math.min(idlest, took);
        if (took > SWITCHED * idlest) {
            turn = Math.min(took / 2 << MEMORY, turn + (turn >> MEMORY));
        }
    }
}
