package io.jmpi.daemon.job;

import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.FromPart;
import io.jmpi.daemon.control.JobStart;
import io.jmpi.daemon.control.Output;
import io.jmpi.daemon.head.Nodes;
import io.jmpi.daemon.head.NodesListener;
import io.jmpi.daemon.net.Framing;
import io.jmpi.daemon.supervise.Channel;
import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.PartOrder;
import java.io.IOException;
import java.util.List;

/** The nodes of a job in a ring, reached through the launcher's connection to one daemon. */
public final class RemoteNodes implements Nodes {

    /** The output of all parts that may be on its way. */
    private static final int ALL_WINDOWS = 1 << 24;

    private static final int LARGEST_WINDOW = 1 << 18;
    private static final int SMALLEST_WINDOW = 1 << 14;

    /** What daemons add to a job's description as they hand it on, and for each member. */
    private static final int ADDED = 1 << 12;

    private static final int ADDED_PER_MEMBER = 1 << 8;

    private final Connection connection;
    private final List<String> members;
    private JobSpec job;
    private NodesListener listener;
    private volatile boolean closed;

    /** @param members ids of the daemons that have a part in the job, one for each node */
    public RemoteNodes(Connection connection, List<String> members) {
        this.connection = connection;
        this.members = members;
    }

    @Override
    public void start(JobSpec started, NodesListener eventListener) throws IOException {
        job = started;
        listener = eventListener;
        int window = Math.max(SMALLEST_WINDOW, Math.min(LARGEST_WINDOW, ALL_WINDOWS / members.size()));
        JobStart start = JobStart.newBuilder()
                .setJob(Descriptions.encode(job, window))
                .addAllMembers(members)
                .build();
        int most = Framing.MAX_FRAME - ADDED - members.size() * ADDED_PER_MEMBER;
        if (start.getSerializedSize() > most) {
            throw new IOException("the job's commands and environment take " + start.getSerializedSize()
                    + " bytes, and at most " + most + " can be sent; unset variables that the ranks do not need");
        }
        connection.send(Frame.newBuilder().setJobStart(start).build());
        Thread reader = new Thread(null, new Reader(), "nodes", 0, false);
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public void order(int node, PartOrder order) {
        try {
            connection.send(
                    Frame.newBuilder().setToPart(Orders.encode(node, order)).build());
        } catch (IOException e) {
            // The reader sees it too, and says so.
        }
    }

    @Override
    public String host(int node) {
        return job.hosts().get(node).name();
    }

    @Override
    public void close() {
        closed = true;
        connection.close();
    }

    /** Hears of everything, and never waits for those whom it tells. */
    private final class Reader implements Runnable {
        @Override
        public void run() {
            try {
                for (Frame frame = connection.receive(); frame != null; frame = connection.receive()) {
                    onFrame(frame);
                }
                cut("it has ended");
            } catch (IOException | IllegalArgumentException e) {
                cut(e.getMessage());
            }
        }

        private void cut(String cause) {
            if (!closed) {
                listener.onCut(cause);
            }
        }

        private void onFrame(Frame frame) throws IOException {
            switch (frame.getContentCase()) {
                case FROM_PART:
                    onMessage(frame.getFromPart());
                    break;
                case JOB_ACCEPTED:
                    listener.onAccepted(frame.getJobAccepted().getName());
                    break;
                case END_JOB:
                    listener.onEndWanted("jmpdkilljob");
                    break;
                case REFUSAL:
                    throw new IOException(
                            "the daemon refuses: " + frame.getRefusal().getReason());
                default:
                    throw new IOException("it says what has no place here: " + frame.getContentCase());
            }
        }

        private void onMessage(FromPart message) {
            int node = message.getNode();
            if (node >= members.size()) {
                throw new IllegalArgumentException("node " + node + " of " + members.size());
            }
            if (message.hasOutput()) {
                Output output = message.getOutput();
                Channel channel = output.getError() ? Channel.ERR : Channel.OUT;
                byte[] bytes = output.getBytes().toByteArray();
                listener.onOutputFrom(node, output.getRank(), channel, bytes, output.getMore());
            } else {
                listener.onEvent(node, Events.decode(message));
            }
        }
    }
}
