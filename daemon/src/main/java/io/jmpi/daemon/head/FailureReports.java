package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.Deadline;
import io.jmpi.job.Placement;
import java.util.ArrayList;
import java.util.List;

/**
 * The reports of ranks that failed, in their order: first the last words of the one that failed first, then the report of
 * its failure, then what others have to say, and the reports of later failures. Used by the head's thread.
 */
final class FailureReports {

    private final Placement placement;
    private final Nodes nodes;
    private final JobListener listener;
    private final Output output;
    private final Patience patience;
    private final boolean[] spoken;
    private final List<RankEnd> later = new ArrayList<>();
    private RankEnd first;
    private Deadline deadline = Deadline.NONE;

    FailureReports(Placement placement, Nodes nodes, JobListener listener, Output output, Patience patience) {
        this.patience = patience;
        this.placement = placement;
        this.nodes = nodes;
        this.listener = listener;
        this.output = output;
        this.spoken = new boolean[placement.size()];
    }

    /** When to report, although the last words may not be all there. */
    Deadline deadline() {
        return deadline;
    }

    /** The failure that ends the job. */
    void first(RankEnd end) {
        first = end;
        deadline = Deadline.in(patience.lastWords());
        output.givePrecedence(end.rank());
        if (spoken[end.rank()]) {
            report();
        }
    }

    /** A failure after the first, or one that does not end the job. */
    void later(RankEnd end) {
        later.add(end);
        if (first == null) {
            report();
        }
    }

    /** All that a rank has written was passed on. */
    void spoken(int rank) {
        spoken[rank] = true;
        if (first != null && first.rank() == rank) {
            report();
        }
    }

    /** Reports what is to be reported. */
    void report() {
        deadline = Deadline.NONE;
        if (first != null) {
            listener.onFailure(first, host(first), true);
            first = null;
            output.endPrecedence();
        }
        for (RankEnd end : later) {
            listener.onFailure(end, host(end), false);
        }
        later.clear();
    }

    private String host(RankEnd end) {
        return nodes.host(placement.node(end.rank()));
    }
}
