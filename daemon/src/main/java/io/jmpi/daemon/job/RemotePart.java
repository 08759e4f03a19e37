package io.jmpi.daemon.job;

import com.google.protobuf.ByteString;
import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.FromPart;
import io.jmpi.daemon.control.Output;
import io.jmpi.daemon.control.PartLink;
import io.jmpi.daemon.control.RankOfJob;
import io.jmpi.daemon.control.ToPart;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import io.jmpi.daemon.program.Distribution;
import io.jmpi.daemon.program.RankCommands;
import io.jmpi.daemon.supervise.Channel;
import io.jmpi.daemon.supervise.Host;
import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.Part;
import io.jmpi.daemon.supervise.PartEvent;
import io.jmpi.daemon.supervise.PartListener;
import io.jmpi.daemon.supervise.PartOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A part of a job whose head is elsewhere, at the other end of a link. When the link breaks the part ends its ranks.
 *
 * <p>The part's threads bring events and output, the network's orders. What is to be sent before there is a link waits for
 * it.
 */
final class RemotePart implements PartListener, LinkListener {

    private final JobSpec job;
    private final int node;
    private final Part part;
    private final OutputWindow window;
    private final Pulse pulse;
    private final Consumer<RemotePart> afterEnd;
    private final Map<Integer, Long> running = new HashMap<>();
    private final List<Frame> waiting = new ArrayList<>();
    private Link link;
    private boolean finished;
    private boolean orphaned;

    /** @param afterEnd what is to be done when nothing is left of it; by any thread */
    RemotePart(
            JobSpec job,
            int node,
            int outputWindow,
            Distribution distribution,
            Pulse pulse,
            Consumer<RemotePart> afterEnd) {
        this.job = job;
        this.node = node;
        this.window = new OutputWindow(outputWindow);
        this.pulse = pulse;
        this.afterEnd = afterEnd;
        RankCommands commands =
                RankCommands.of(distribution, job.setting(node), text -> onEvent(new PartEvent.Detail(text)));
        this.part = new Part(job, node, commands, this);
    }

    void start() {
        part.start();
    }

    /** Ends the ranks and everything. */
    void abandon() {
        window.close();
        part.order(new PartOrder.Finish(true));
    }

    boolean isOf(String name) {
        return name.isEmpty() || name.equals(job.name()) || name.equals(job.alias());
    }

    /** Sends a signal to all ranks that run. */
    void signal(PartOrder.Signal order) {
        part.order(order);
    }

    /** The ranks that run. */
    synchronized List<RankOfJob> ranks() {
        List<RankOfJob> ranks = new ArrayList<>();
        for (Map.Entry<Integer, Long> entry : running.entrySet()) {
            ranks.add(RankOfJob.newBuilder()
                    .setJob(job.name())
                    .setAlias(job.alias())
                    .setUser(System.getProperty("user.name"))
                    .setHost(Host.name())
                    .setPid(entry.getValue())
                    .setRank(entry.getKey())
                    .setProgram(
                            job.ranks().get(entry.getKey()).program().command().get(0))
                    .build());
        }
        return ranks;
    }

    @Override
    public void onEvent(PartEvent event) {
        synchronized (this) {
            if (event instanceof PartEvent.Started started) {
                running.put(started.rank(), started.pid());
            } else if (event instanceof PartEvent.Ended ended) {
                running.remove(ended.rank());
            }
        }
        send(Events.encode(node, event));
        if (event instanceof PartEvent.Finished) {
            finish();
        }
    }

    private void finish() {
        synchronized (this) {
            finished = true;
        }
        afterEnd.accept(this);
    }

    @Override
    public void onOutput(int rank, Channel channel, byte[] bytes, int offset, int length) throws IOException {
        int sent = 0;
        while (sent < length) {
            int room = window.take(length - sent);
            int count = wholeLines(bytes, offset + sent, room);
            boolean more = count == 0 && room < length - sent;
            if (count == 0 || room == length - sent) {
                count = room;
            }
            window.give(room - count);
            Output.Builder output = Output.newBuilder()
                    .setRank(rank)
                    .setError(channel == Channel.ERR)
                    .setBytes(ByteString.copyFrom(bytes, offset + sent, count))
                    .setMore(more);
            send(FromPart.newBuilder().setNode(node).setOutput(output).build());
            sent += count;
        }
    }

    /** The length of the lines that end within a range. */
    private static int wholeLines(byte[] bytes, int offset, int length) {
        for (int i = offset + length; i > offset; i--) {
            if (bytes[i - 1] == '\n') {
                return i - offset;
            }
        }
        return 0;
    }

    private void send(FromPart message) {
        send(Frame.newBuilder().setFromPart(message).build());
    }

    private synchronized void send(Frame frame) {
        if (link != null) {
            link.send(frame);
        } else if (!orphaned) {
            waiting.add(frame);
        }
    }

    @Override
    public synchronized void onOpen(Link opened) {
        pulse.watch(opened);
        PartLink hello = PartLink.newBuilder().setJob(job.name()).setNode(node).build();
        opened.send(Frame.newBuilder().setPartLink(hello).build());
        for (Frame frame : waiting) {
            opened.send(frame);
        }
        waiting.clear();
        link = opened;
    }

    @Override
    public void onFrame(Link from, Frame frame) {
        if (!frame.hasToPart()) {
            from.close("a part of a job gets orders only: " + frame.getContentCase());
            return;
        }
        ToPart message = frame.getToPart();
        PartOrder order = Orders.decode(message);
        if (order instanceof PartOrder.Credit credit) {
            window.give(credit.bytes());
        } else {
            check(order);
            part.order(order);
        }
    }

    /** The part trusts its head. */
    private void check(PartOrder order) {
        if (order instanceof PartOrder.Clear clear) {
            checkRank(clear.rank(), true);
        } else if (order instanceof PartOrder.Bury bury) {
            checkRank(bury.rank(), true);
        } else if (order instanceof PartOrder.Connect connect) {
            checkRank(connect.rank(), false);
        }
    }

    private void checkRank(int rank, boolean isHere) {
        if (rank < 0 || rank >= job.size() || isHere != (job.placement().node(rank) == node)) {
            throw new IllegalArgumentException("rank " + rank + " of " + job.size() + " on node " + node);
        }
    }

    @Override
    public void onClosed(Link closed, String reason) {
        synchronized (this) {
            link = null;
            orphaned = true;
            waiting.clear();
            if (finished) {
                return;
            }
        }
        abandon();
    }
}
