package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.PartEvent;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** What nodes are sent from the launcher's host: files before their ranks start, then input. Used by the head's thread. */
final class Supplies {

    private final JobSpec job;
    private final List<StagedFile> files;
    private final InputStream input;
    private final Nodes nodes;
    private StagePump stagePump;
    private InputPump inputPump;

    Supplies(JobSpec job, List<StagedFile> files, InputStream input, Nodes nodes) {
        this.job = job;
        this.files = files;
        this.input = input;
        this.nodes = nodes;
    }

    /** @param listener hears of files that cannot be read */
    void startStaging(NodesListener listener) {
        if (job.staged()) {
            boolean[] all = new boolean[job.placement().nodes()];
            Arrays.fill(all, true);
            stagePump = new StagePump(files, nodes, all, listener);
            stagePump.start();
        }
    }

    /** Input is read only when somebody may want it. */
    void onRankStarted(int rank) {
        if (inputPump == null && job.ranks().get(rank).input().isFed()) {
            inputPump = new InputPump(input, nodes, job.fedNodes());
            inputPump.start();
        }
    }

    void onTaken(int node, PartEvent.StageTaken taken) {
        stagePump.window().onTaken(node, taken.bytes());
    }

    void onTaken(int node, PartEvent.InputTaken taken) {
        inputPump.window().onTaken(node, taken.bytes());
    }

    void onInputClosed(int node) {
        inputPump.window().onClosed(node);
    }

    /** A node takes nothing any more. */
    void close(int node) {
        if (stagePump != null) {
            stagePump.window().onClosed(node);
        }
        if (inputPump != null) {
            inputPump.window().onClosed(node);
        }
    }
}
