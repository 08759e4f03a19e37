package io.jmpi.progress;

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

    /** The bounds between which the number of passes before the first yield adapts; a pass takes about 20 ns. */
    private static final int FEWEST_SPINS = 200;

    private static final int MOST_SPINS = 2_000;

    /** What comes so few yields after the spinning has come because of them. */
    private static final int FEW_YIELDS = 4;

    private final boolean crowded;
    private final long drowsyAfter;
    private final long sleepAfter;

    private int spins;
    private int passes;
    private long since;
    private boolean drowsy;

    /** @param crowded whether ranks outnumber the processors */
    Idle(boolean crowded) {
        this.crowded = crowded;
        this.spins = crowded ? 0 : MOST_SPINS;
        this.drowsyAfter = crowded ? 0 : 1_000_000;
        this.sleepAfter = crowded ? 80_000 : 4 * SleepWord.GRACE;
    }

    /** Ends a wait, because something has come. */
    void reset() {
        if (passes > FEWEST_SPINS) {
            adapt();
        }
        passes = 0;
        since = 0;
        drowsy = false;
    }

    /**
     * A peer that shares this processor can send only after a yield, and each pass before is lost to both; one on another
     * processor sends while this one spins.
     */
    private void adapt() {
        if (crowded) {
            return;
        }
        if (passes <= spins) {
            spins = Math.min(MOST_SPINS, 2 * spins);
        } else if (passes <= spins + FEW_YIELDS) {
            spins = Math.max(FEWEST_SPINS, spins / 2);
        }
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
