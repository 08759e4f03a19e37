package io.jmpi.daemon.job;

import io.jmpi.daemon.control.Answer;
import io.jmpi.daemon.control.EndJob;
import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.FromPart;
import io.jmpi.daemon.control.JobAccepted;
import io.jmpi.daemon.control.JobStart;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import io.jmpi.daemon.supervise.PartEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What a launcher's daemon does for its job: passes orders on to the parts and what they tell back, and tells the launcher
 * when a part is lost. When the launcher goes the parts lose their links, and end. How much may be on its way is bounded
 * by launcher and parts. For the thread of the network.
 */
final class Relay implements LinkListener {

    private final String name;
    private final String alias;
    private final List<String> members;
    private final Link launcher;
    private final Runnable afterEnd;
    private final NodeLink[] nodes;

    /** @param afterEnd what is to be done when the launcher has gone */
    Relay(String name, JobStart start, Link launcher, Runnable afterEnd) {
        this.name = name;
        this.alias = start.getJob().getAlias();
        this.members = start.getMembersList();
        this.launcher = launcher;
        this.afterEnd = afterEnd;
        this.nodes = new NodeLink[members.size()];
        for (int node = 0; node < nodes.length; node++) {
            nodes[node] = new NodeLink(node);
        }
        launcher.setListener(this);
        JobAccepted accepted = JobAccepted.newBuilder().setName(name).build();
        launcher.send(Frame.newBuilder().setJobAccepted(accepted).build());
    }

    boolean isOf(String wanted) {
        return wanted.equals(name) || wanted.equals(alias);
    }

    /** The members have been asked to start their parts. */
    void onAnswers(List<Answer> answers) {
        for (Answer answer : answers) {
            String refusal = answer.getReply().getStartPart().getRefusal();
            if (!answer.getReply().hasStartPart()) {
                lose(answer.getMember(), "it did not answer when asked to start ranks");
            } else if (!refusal.isEmpty()) {
                lose(answer.getMember(), refusal);
            }
        }
    }

    private void lose(String member, String cause) {
        for (int node = 0; node < nodes.length; node++) {
            if (members.get(node).equals(member)) {
                nodes[node].lose(cause);
            }
        }
    }

    /** There has been time enough for all parts to come. */
    void onPartsDue(long millis) {
        for (NodeLink node : nodes) {
            if (node.link == null) {
                node.lose("its daemon was told to start ranks, and has not connected for " + millis / 1000 + " s");
            }
        }
    }

    /**
     * A part has come.
     *
     * @return who listens to it
     * @throws IllegalArgumentException when nobody has waited for it
     */
    LinkListener onPart(int node, Link link) {
        if (node >= nodes.length || nodes[node].link != null || nodes[node].over) {
            throw new IllegalArgumentException("nobody waits for node " + node + " of job " + name);
        }
        nodes[node].come(link);
        return nodes[node];
    }

    /** Somebody wants the job to end; its head is told. */
    void end() {
        launcher.send(Frame.newBuilder().setEndJob(EndJob.getDefaultInstance()).build());
    }

    @Override
    public void onFrame(Link link, Frame frame) {
        if (!frame.hasToPart() || frame.getToPart().getNode() >= nodes.length) {
            link.close("a launcher sends orders for its nodes only: " + frame.getContentCase());
            return;
        }
        nodes[frame.getToPart().getNode()].send(frame);
    }

    @Override
    public void onClosed(Link link, String reason) {
        for (NodeLink node : nodes) {
            node.over = true;
            if (node.link != null) {
                node.link.close("the launcher has gone: " + reason);
            }
        }
        afterEnd.run();
    }

    /** The link of one node's part. Orders wait for it. */
    private final class NodeLink implements LinkListener {
        private final int node;
        private final List<Frame> waiting = new ArrayList<>();
        private Link link;
        private boolean over;

        NodeLink(int node) {
            this.node = node;
        }

        void come(Link part) {
            link = part;
            for (Frame frame : waiting) {
                part.send(frame);
            }
            waiting.clear();
        }

        void send(Frame frame) {
            if (link != null) {
                link.send(frame);
            } else if (!over) {
                waiting.add(frame);
            }
        }

        void lose(String cause) {
            if (!over) {
                over = true;
                waiting.clear();
                FromPart message = Events.encode(node, new PartEvent.Lost(cause));
                launcher.send(Frame.newBuilder().setFromPart(message).build());
                if (link != null) {
                    link.close("given up: " + cause);
                }
            }
        }

        @Override
        public void onFrame(Link from, Frame frame) {
            if (!frame.hasFromPart() || frame.getFromPart().getNode() != node) {
                from.close("the part on node " + node + " has to tell of itself only");
            } else if (!over) {
                launcher.send(frame);
                if (frame.getFromPart().hasFinished()) {
                    over = true;
                    from.close("finished");
                }
            }
        }

        @Override
        public void onClosed(Link closed, String reason) {
            lose("connection to its daemon lost: " + reason);
        }
    }
}
