package io.jmpi.job;

import io.jmpi.os.Doorbell;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Wakes one local rank if it sleeps. Opens its bell when first needed. Used by one thread at a time. */
public final class Waker {

    private final JobSegment segment;
    private final int localRank;
    private final SleepWord word;
    private Doorbell bell;

    Waker(JobSegment segment, int localRank) {
        this.segment = segment;
        this.localRank = localRank;
        this.word = new SleepWord(segment, localRank);
    }

    /** To be called after something was committed that the rank may be waiting for. */
    public void wake() {
        if (word.mayNeedWaking() && word.takeWaking()) {
            ring();
        }
    }

    /** Whether the rank is not known to be awake. */
    boolean mayBeNeeded() {
        return word.mayNeedWaking();
    }

    /** The same as {@link #wake} for a caller that has just made a full fence. */
    void wakeAfterFence() {
        if (word.takeWakingAfterFence()) {
            ring();
        }
    }

    private void ring() {
        try {
            if (bell == null) {
                bell = segment.openDoorbell(localRank);
            }
            bell.ring();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot wake rank " + localRank + " of this node", e);
        }
    }

    void close() {
        if (bell != null) {
            try {
                bell.close();
            } catch (IOException e) {
                // the descriptor is gone all the same
            }
            bell = null;
        }
    }
}
