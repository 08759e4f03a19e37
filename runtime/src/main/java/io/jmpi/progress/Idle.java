package io.jmpi.progress;

import io.jmpi.job.SleepWord;

/**
 * How a process waits when there is nothing to do: it spins while processors are free, yields when they are not, and
 * sleeps when nothing comes.
 *
 * <p>One wait is a run of {@link #pause} calls that {@link #reset} ends. Measured: a yield to another rank
 * takes 2 us, waking a sleeper 3 us on a busy processor and 27 us on an idle one; so sleep comes late.
 */
final class Idle {

    /** What the caller shall do next, beyond polling again. */
    enum Step {
        POLL,
        DROWSY,
        SLEEP
    }

    private static final int YIELDS_BEFORE_CLOCK = 4;

    /** Passes without the processor's pause, which takes as long as a message between processors. */
    private static final int BUSY = 200;

    /**
     * Passes before the first yield, 20 ns each: longer than a short message takes between two processors, and no longer,
     * because what is late may be waiting for this processor. A peer may share it, and in a young JVM the compiler does:
     * with 2,000 passes, code compiled three times as late.
     */
    private static final int SPINS = 300;

    private final int spins;
    private final long drowsyAfter;
    private final long sleepAfter;

    private int passes;
    private long since;
    private boolean drowsy;

    /** @param crowded whether ranks outnumber the processors */
    Idle(boolean crowded) {
        this.spins = crowded ? 0 : SPINS;
        this.drowsyAfter = crowded ? 0 : 1_000_000;
        this.sleepAfter = crowded ? 80_000 : 4 * SleepWord.GRACE;
    }

    /** Ends a wait, because something has come. */
    void reset() {
        passes = 0;
        since = 0;
        drowsy = false;
    }

    /** Whether the sleep word has been set to DROWSY in this wait. */
    boolean isDrowsy() {
        return drowsy;
    }

    /** Spends the time until the next poll. */
    Step pause() {
        if (passes++ < spins) {
            if (passes > BUSY) {
                Thread.onSpinWait();
            }
            return Step.POLL;
        }
        Thread.yield();
        if ((passes & (YIELDS_BEFORE_CLOCK - 1)) != 0) {
            return Step.POLL;
        }
        long now = System.nanoTime();
        if (since == 0) {
            since = now;
        }
        long idle = now - since;
        if (drowsy) {
            return idle >= sleepAfter ? Step.SLEEP : Step.POLL;
        }
        if (idle >= drowsyAfter) {
            drowsy = true;
            since = now;
            return Step.DROWSY;
        }
        return Step.POLL;
    }
}
