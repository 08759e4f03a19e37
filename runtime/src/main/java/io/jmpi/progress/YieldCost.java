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

    /** Yields that let others run, of which the shortest counts. */
    static final int WINDOW = 256;

    private long idlest = Long.MAX_VALUE / SWITCHED;
    private long turn = 1_000;
    private long shortest = Long.MAX_VALUE;
    private int seen;

    /** Nanoseconds of a turn, from when a process is given the processor until it has given it away without having worked. */
    long turn() {
        return turn;
    }

    /** What a yield has cost that took so many nanoseconds: at most a turn of this rank, if it let others run. */
    long of(long took) {
        idlest = Math.min(idlest, took);
        if (took <= SWITCHED * idlest) {
            return took;
        }
        shortest = Math.min(shortest, took / 2);
        if (++seen == WINDOW) {
            turn = shortest;
            shortest = Long.MAX_VALUE;
            seen = 0;
        }
        return Math.min(took, turn);
    }
}
