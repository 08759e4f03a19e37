package io.jmpi.progress;

/**
 * Where ranks outnumber processors: yields, and sleeps when that does not help.
 *
 * <p>A yield costs less than a sleep and lets all have their turns in order, as long as nobody sleeps and all do the same. But
 * where one rank has worked a millisecond more than others, a fair scheduler lets each of these use up as much before it gets
 * the processor again, unless they sleep. And who sleeps leaves its processor to be filled with ranks from a fuller one.
 *
 * <p>A wait for all the others takes a turn of each, at least. If that costs more than a sleep, the sleep comes at once. Among
 * 16 ranks on 2 processors where a turn takes 5 us, calls of 8 bytes that all wait for were 1.7 to 2.6 times as fast then;
 * among 8 they were not.
 *
 * <p>The sleep word allows to sleep at any time here.
 */
final class SharingIdle implements Idle {

    /**
     * Yields before a sleep in a wait for all. To count the time would count what the others do meanwhile: a rank that waits for
     * seven others to copy their parts has used next to nothing itself. Yet who yields takes as much of the processor as who
     * works: with 1024, the first 500 gathers of 64 KiB by 8 young JVMs took half as long again.
     */
    private static final int FOR_ALL = 128;

    /** In a wait for one other rank, which those who yield keep from working. */
    private static final int FOR_ONE = 16;

    /** In a wait for much at a time: the wake-up is little beside it. Scatters and gathers of 64 KiB took half as long. */
    private static final int IN_BULK = 4;

    /** Nanoseconds that a sleep costs and to be woken from it, where many do so at a time. */
    private static final long SLEEP = 40_000;

    /** Of so many waits for all one begins with yields, whatever these have cost before. */
    private static final int TRIAL = 64;

    private final int share;
    private final YieldCost cost = new YieldCost();

    private int waits;
    private int yields;

    /** @param share ranks that there are for each processor */
    SharingIdle(int share) {
        this.share = share;
    }

    @Override
    public Step pause(Watch.Coming coming) {
        if (coming == Watch.Coming.FROM_ALL && yields == 0 && share * cost.turn() > SLEEP && ++waits % TRIAL != 0) {
            return Step.SLEEP;
        }
        long before = System.nanoTime();
        Thread.yield();
        cost.learn(System.nanoTime() - before);
        return ++yields < patience(coming) ? Step.POLL : Step.SLEEP;
    }

    private static int patience(Watch.Coming coming) {
        return switch (coming) {
            case SINGLY -> FOR_ONE;
            case FROM_ALL -> FOR_ALL;
            case IN_BULK -> IN_BULK;
        };
    }

    @Override
    public void reset() {
        yields = 0;
    }

    @Override
    public boolean isDrowsy() {
        return false; // the word is DROWSY outside a wait too
    }

    @Override
    public void nod() {
        // need not be said
    }
}
