package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.Signals;
import io.jmpi.job.RankState;

/**
 * The one rule by which ends are judged, pure functions all.
 *
 * <p>The exit status of a job is that of {@code abort} if a rank called it, else that of the lowest rank that failed by
 * itself, else 0. A rank that ended after it was told to by the launcher has not failed by itself, unless it left with a
 * status of its own.
 */
public final class ExitRule {

    private static final int KILLED = Signals.STATUS_BASE + 9;

    private ExitRule() {}

    /**
     * Judges the end of a rank.
     *
     * @param status its exit status, or 128 + the number of the signal that ended it
     * @param state how far it came
     * @param othersInside whether other ranks are in between {@code Init} and {@code Finalize}
     * @param told the number of the signal that told the ranks to end before this one was seen to, 0 for none
     */
    public static Ending judge(int status, RankState state, boolean othersInside, int told) {
        if (state == RankState.ABORTED) {
            return Ending.ABORTED;
        }
        if (told != 0 && (status == 0 || status == KILLED || status == Signals.STATUS_BASE + told)) {
            return Ending.ENDED;
        }
        if (status != 0) {
            return state == RankState.FINALIZED ? Ending.FAILED_AFTER_FINALIZE : Ending.FAILED;
        }
        if (state == RankState.INITIALIZED) {
            return Ending.LEFT_WITHOUT_FINALIZE;
        }
        return state == RankState.STARTED && othersInside ? Ending.LEFT_BEFORE_INIT : Ending.REGULAR;
    }

    /** The exit status of a job whose ranks have ended so, in the order of ranks; null stands for one never started. */
    public static int jobStatus(RankEnd[] ends) {
        int status = 0;
        for (RankEnd end : ends) {
            if (end != null && end.ending() == Ending.ABORTED) {
                return end.jobStatus();
            }
            if (end != null && status == 0) {
                status = end.jobStatus();
            }
        }
        return status;
    }
}
