package io.jmpi.progress;

/** How a process waits when there is nothing to do. One wait is a run of {@link #pause} calls that {@link #reset} ends. */
interface Idle {

    /** What the caller shall do next, beyond polling again. */
    enum Step {
        POLL,
        DROWSY,
        SLEEP
    }

    /** @param share ranks that there are for each processor */
    static Idle of(int share) {
        return share > 1 ? new SharingIdle(share) : new SpinningIdle();
    }

    /**
     * Spends the time until the next poll.
     *
     * @param coming how it comes what the rank waits for
     */
    Step pause(Watch.Coming coming);

    /** Ends a wait, because something has come. */
    void reset();

    /** Whether the sleep word has been set to DROWSY in this wait. */
    boolean isDrowsy();

    /** Is drowsy from now on, without having waited. */
    void nod();
}
