package io.jmpi.progress;

import io.jmpi.job.SleepWord;

/**
 * Where ranks outnumber processors: yields, and sleeps when that has cost as much as a sleep does.
 *
 * <p>Who yields takes turns from those who work: where one rank has worked a millisecond more than others, a fair scheduler
 * lets each of these use up as much before it gets the processor again, unless they sleep. And who sleeps leaves its processor
 * to be filled with ranks from a fuller one. So the yields count by what they {@linkplain YieldCost cost}.
 *
 * <p>A wait for all the others takes a turn of each, at least. If these cost more than a sleep, that comes at once.
 *
 * <p>The sleep word is always DROWSY here: the fence that this costs senders is nothing beside a turn.
 */
final class SharingIdle implements Idle {

    /** Nanoseconds of yields before a sleep. */
    private static final long PATIENCE = 80_000;

    /** What a sleep costs and to be woken from it, where many do so at a time. */
    private static final long SLEEP = 32_000;

    /** Of so many waits for all one begins with yields, whatever these have cost before. */
    private static final int TRIAL = 64;

    private final long born = System.nanoTime();
    private final int share;
    private final YieldCost cost = new YieldCost();

    private int waits;
    private long spent;

    /** @param share ranks that there are for each processor */
    SharingIdle(int share) {
        this.share = share;
    }

    @Override
    public Step pause(boolean forAll) {
        if (forAll && spent == 0 && share * cost.turn() > SLEEP && ++waits % TRIAL != 0) {
            return sleep(System.nanoTime());
        }
        long before = System.nanoTime();
        Thread.yield();
        long now = System.nanoTime();
        spent += cost.of(now - before);
        return spent < PATIENCE ? Step.POLL : sleep(now);
    }

    /** Others may have seen the word before it became DROWSY. */
    private Step sleep(long now) {
        return now - born < SleepWord.GRACE ? Step.POLL : Step.SLEEP;
    }

    @Override
    public void reset() {
        spent = 0;
    }

    @Override
    public boolean isDrowsy() {
        return false;
    }

    @Override
    public void nod() {
        // always is
    }
}
