package io.jmpi.daemon.ring;

/**
 * After what time a member does what, in milliseconds.
 *
 * @param heartbeat how often neighbours say that they live
 * @param silence after which a neighbour is declared gone
 * @param attempt how long connecting to a member may take, all its addresses tried
 * @param stagger how long one address of a member is tried before the next one is tried too
 * @param patience how long the left neighbour is waited for before this side connects
 * @param suspicion how long a suspected member has to contradict
 * @param gathering how long news is held back so that more may go with it
 * @param calm after the last change, when chords are opened and links that serve no more are closed
 * @param retry after which a lost member is looked for first; then after twice that, and so on
 * @param longestRetry the longest time between two attempts
 * @param forget after which a lost member is looked for no more
 */
public record RingTimes(
        long heartbeat,
        long silence,
        long attempt,
        long stagger,
        long patience,
        long suspicion,
        long gathering,
        long calm,
        long retry,
        long longestRetry,
        long forget) {

    /** How long an answer is kept for those who ask again. */
    static final long KEEP_ANSWERS = 60_000;

    /** A host may be busy, however often its neighbours want to hear of it. */
    private static final long LEAST_ATTEMPT = 10_000;

    private static final long HEARTBEAT = 1000;
    private static final long DAY = 24L * 3600 * 1000;

    public static RingTimes usual() {
        return withHeartbeat(HEARTBEAT);
    }

    /** All in proportion to the heartbeat, of which five may be missed. */
    public static RingTimes withHeartbeat(long millis) {
        return new RingTimes(
                millis,
                5 * millis,
                Math.max(LEAST_ATTEMPT, 10 * millis),
                millis,
                2 * millis,
                5 * millis,
                Math.max(1, millis / 200),
                2 * millis,
                millis,
                30 * millis,
                DAY);
    }
}
