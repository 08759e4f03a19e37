package io.jmpi.daemon.head;

import io.jmpi.daemon.program.RankCommands;
import io.jmpi.daemon.supervise.Channel;
import io.jmpi.daemon.supervise.Host;
import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.Part;
import io.jmpi.daemon.supervise.PartEvent;
import io.jmpi.daemon.supervise.PartListener;
import io.jmpi.daemon.supervise.PartOrder;
import java.io.IOException;

/** This host as the one node of a job, its part in this process. */
public final class EmbeddedNode implements Nodes {

    /** The only one. */
    public static final int NODE = 0;

    private final RankCommands commands;
    private Part part;

    public EmbeddedNode(RankCommands commands) {
        this.commands = commands;
    }

    @Override
    public void start(JobSpec job, NodesListener listener) {
        part = new Part(job, NODE, commands, new Reports(listener));
        part.start();
    }

    @Override
    public void order(int node, PartOrder order) {
        part.order(order);
    }

    @Override
    public String host(int node) {
        return Host.name();
    }

    /** The part has let go of everything before it said so. */
    @Override
    public void close() {}

    private static final class Reports implements PartListener {
        private final NodesListener listener;

        Reports(NodesListener listener) {
            this.listener = listener;
        }

        @Override
        public void onEvent(PartEvent event) {
            listener.onEvent(NODE, event);
        }

        @Override
        public void onOutput(int rank, Channel channel, byte[] bytes, int offset, int length) throws IOException {
            listener.onOutput(rank, channel, bytes, offset, length);
        }
    }
}
