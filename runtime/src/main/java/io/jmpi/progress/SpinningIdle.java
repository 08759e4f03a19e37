package io.jmpi.progress;

import io.jmpi.job.SleepWord;
import java.util.concurrent.locks.LockSupport;

/**
 * Where there should be a processor for each rank: spins, yields, and sleeps when nothing comes. Who has come to share a
 * processor all the same steps aside. Waking a sleeper takes 27 us on an idle processor; so sleep comes late.
 */
final class SpinningIdle implements Idle {

    private static final int YIELDS_BEFORE_CLOCK = 4;

    /**
     * A yield that takes longer has let somebody else run. Two ranks that have come together on one processor stay there
     * for 10 to 20 ms, and each message between them takes a change of the process, where another processor may be idle.
     */
    private static final long SHARED = 2_000;

    /** Between two steps aside: a sleep of the shortest kind takes 60 us, and its end finds an idle processor. */
    private static final long BETWEEN_STEPS = 1_000_000;

    /** Passes without the processor's pause, which takes as long as a message between processors. */
    private static final int BUSY = 200;

    /**
     * Passes before the first yield, 20 ns each: longer than a short message takes between two processors, and no longer,
     * because what is late may be waiting for this processor. A peer may share it, and in a young JVM the compiler does:
     * with 2,000 passes, code compiled three times as late.
     */
    private static final int SPINS = 300;

    private static final long DROWSY_AFTER = 1_000_000;

    private static final long SLEEP_AFTER = 4 * SleepWord.GRACE;

    private int passes;
    private long since;
    private boolean drowsy;

    /** Whether the last yield said so. It outlasts the wait. */
    private boolean shared;

    private long steppedAside;

    @Override
    public void reset() {
        passes = 0;
        since = 0;
        drowsy = false;
    }

    @Override
    public boolean isDrowsy() {
        return drowsy;
    }

    @Override
    public void nod() {
        drowsy = true;
    }

    @Override
    public Step pause(Watch.Coming coming) {
        if (passes++ < SPINS && !shared) {
            if (passes > BUSY) {
                Thread.onSpinWait();
            }
            return Step.POLL;
        }
        yieldOrStepAside();
        if ((passes & (YIELDS_BEFORE_CLOCK - 1)) != 0) {
            return Step.POLL;
        }
        long now = System.nanoTime();
        if (since == 0) {
            since = now;
        }
        long idle = now - since;
        if (drowsy) {
            return idle >= SLEEP_AFTER ? Step.SLEEP : Step.POLL;
        }
        if (idle >= DROWSY_AFTER) {
            drowsy = true;
            since = now;
            return Step.DROWSY;
        }
        return Step.POLL;
    }

    private void yieldOrStepAside() {
        long before = System.nanoTime();
        Thread.yield();
        long now = System.nanoTime();
        shared = now - before > SHARED;
        if (shared && now - steppedAside > BETWEEN_STEPS) {
            LockSupport.parkNanos(1);
            steppedAside = now;
        }
    }
}
