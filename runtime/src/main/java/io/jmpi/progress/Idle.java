package io.jmpi.progress;

import io.jmpi.job.SleepWord;
import java.util.concurrent.locks.LockSupport;

/**
 * How a process waits when there is nothing to do: it spins while processors are free, yields when they are not, and
 * sleeps when nothing comes. Where there should be a processor for each rank and it has come to share one, it steps aside.
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

    /**
     * Yields before a sleep, where ranks outnumber processors. The clock would count what the others do meanwhile: a rank
     * that waits for seven others to copy their parts has used next to nothing itself, and to put it to sleep costs more.
     * Yet who yields takes as much of the processor as who works: with 1024, the first 500 gathers of 64 KiB by 8 young JVMs
     * took half as long again.
     */
    private static final int CROWDED_YIELDS = 128;

    private final boolean crowded;
    private final int spins;
    private final long drowsyAfter;
    private final long sleepAfter;
    private final int leastYields;

    private int passes;
    private long since;
    private boolean drowsy;

    /** Whether the last yield said so. It outlasts the wait. */
    private boolean shared;

    private long steppedAside;

    /** @param crowded whether ranks outnumber the processors */
    Idle(boolean crowded) {
        this.crowded = crowded;
        this.spins = crowded ? 0 : SPINS;
        this.drowsyAfter = crowded ? 0 : 1_000_000;
        this.sleepAfter = crowded ? SleepWord.GRACE : 4 * SleepWord.GRACE;
        this.leastYields = crowded ? CROWDED_YIELDS : 0;
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

    /** Is drowsy from now on, without having waited. */
    void nod() {
        drowsy = true;
    }

    /** Spends the time until the next poll. */
    Step pause() {
        if (passes++ < spins && !shared) {
            if (passes > BUSY) {
                Thread.onSpinWait();
            }
            return Step.POLL;
        }
        if (crowded) {
            Thread.yield();
        } else {
            yieldOrStepAside();
        }
        if ((passes & (YIELDS_BEFORE_CLOCK - 1)) != 0) {
            return Step.POLL;
        }
        long now = System.nanoTime();
        if (since == 0) {
            since = now;
        }
        long idle = now - since;
        if (drowsy) {
            return idle >= sleepAfter && passes >= leastYields ? Step.SLEEP : Step.POLL;
        }
        if (idle >= drowsyAfter) {
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
