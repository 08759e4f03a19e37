package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.PartEvent;
import io.jmpi.job.Placement;
import io.jmpi.job.RankState;
import java.util.Arrays;

/**
 * What is known of the ranks of a job: which run, how far they have come, how they have ended. What is known of one may be
 * older than what is known of another one on a different node. Used by one thread.
 */
final class Census {

    private static final int EVERY_NODE = -1;
    private static final int NOBODY = -1;

    private final Placement placement;
    private final RankState[] states;
    private final long[] pids;
    private final RankEnd[] ends;
    private final boolean[] gone;
    private int left;
    private int leftEarly = NOBODY;

    Census(Placement placement) {
        int size = placement.size();
        this.placement = placement;
        this.states = new RankState[size];
        Arrays.fill(states, RankState.STARTED);
        this.pids = new long[size];
        this.ends = new RankEnd[size];
        this.gone = new boolean[size];
        this.left = size;
    }

    void started(int rank, long pid) {
        pids[rank] = pid;
    }

    void advanced(int rank, RankState state) {
        states[rank] = state;
    }

    /**
     * A rank has ended.
     *
     * @param told see {@link ExitRule#judge}
     */
    RankEnd ended(PartEvent.Ended event, int told) {
        int rank = event.rank();
        states[rank] = event.state();
        Ending ending = ExitRule.judge(event.status(), event.state(), othersInside(rank), told);
        if (ending == Ending.REGULAR && event.state() == RankState.STARTED && leftEarly == NOBODY) {
            leftEarly = rank;
        }
        return end(new RankEnd(rank, pids[rank], ending, event.status(), event.abortCode()));
    }

    /**
     * If a rank has left in peace without calling Init, others may have called it since.
     *
     * @return its end if that looks different now, else null
     */
    RankEnd judgeAgain() {
        if (leftEarly == NOBODY || !othersInside(leftEarly)) {
            return null;
        }
        RankEnd end = ends[leftEarly];
        leftEarly = NOBODY;
        return end(new RankEnd(end.rank(), end.pid(), Ending.LEFT_BEFORE_INIT, end.status(), 0));
    }

    /** A rank of which nothing will be heard any more. */
    void lost(int rank, Ending ending) {
        end(new RankEnd(rank, pids[rank], ending, 0, 0));
    }

    private RankEnd end(RankEnd end) {
        ends[end.rank()] = end;
        leaves(end.rank());
        return end;
    }

    private void leaves(int rank) {
        if (!gone[rank]) {
            gone[rank] = true;
            left--;
        }
    }

    /** Whether a rank other than this one was in between {@code Init} and {@code Finalize} when last heard of. */
    private boolean othersInside(int rank) {
        for (int other = 0; other < states.length; other++) {
            if (other != rank && states[other] == RankState.INITIALIZED) {
                return true;
            }
        }
        return false;
    }

    /** All ends in the order of ranks, null for those not known. */
    RankEnd[] ends() {
        return ends;
    }

    /** Whether no rank runs, or will. */
    boolean isOver() {
        return left == 0;
    }

    /** The ranks that run, or are still to be started. */
    int[] running() {
        return select(EVERY_NODE);
    }

    /** Those of a node. */
    int[] running(int node) {
        return select(node);
    }

    private int[] select(int node) {
        int[] ranks = new int[left];
        int count = 0;
        for (int rank = 0; rank < gone.length; rank++) {
            if (!gone[rank] && (node == EVERY_NODE || placement.node(rank) == node)) {
                ranks[count++] = rank;
            }
        }
        return Arrays.copyOf(ranks, count);
    }

    /** What has not been started on a node never will be. */
    void startsNoMore(int node) {
        for (int local = 0; local < placement.localSize(node); local++) {
            int rank = placement.rank(node, local);
            if (pids[rank] == 0) {
                leaves(rank);
            }
        }
    }
}
