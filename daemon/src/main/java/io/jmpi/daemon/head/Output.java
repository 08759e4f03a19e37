package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.Channel;
import io.jmpi.daemon.supervise.PartEvent;
import io.jmpi.daemon.supervise.PartOrder;
import java.io.IOException;

/**
 * The way of the ranks' output to the listener: straight from the threads that bring it on this host, through a pump from
 * other hosts. Any thread may call.
 */
final class Output implements OutputPump.Sink {

    /** Hears of a node's events when the output before them is written. */
    interface Events {
        void onEvent(int node, PartEvent event);
    }

    private final Nodes nodes;
    private final JobListener listener;
    private final Events events;
    private final Precedence precedence = new Precedence();
    private OutputPump pump;

    Output(Nodes nodes, JobListener listener, Events events) {
        this.nodes = nodes;
        this.listener = listener;
        this.events = events;
    }

    void write(int rank, Channel channel, byte[] bytes, int offset, int length) throws IOException {
        precedence.await(rank, channel);
        listener.onOutput(rank, channel, bytes, offset, length);
    }

    void add(int node, int rank, Channel channel, byte[] bytes, boolean more) {
        startedPump().addOutput(node, rank, channel, bytes, more);
    }

    private synchronized OutputPump startedPump() {
        if (pump == null) {
            pump = new OutputPump(precedence, this);
            pump.start();
        }
        return pump;
    }

    private synchronized OutputPump pump() {
        return pump;
    }

    /** @return whether the event has to wait for output of its node, and comes later */
    boolean delays(int node, PartEvent event) {
        boolean tellsOfOutput = event instanceof PartEvent.OutputEnded || event instanceof PartEvent.Finished;
        OutputPump started = pump();
        if (!tellsOfOutput || started == null) {
            return false;
        }
        started.addEvent(node, event);
        return true;
    }

    /** What a rank has to say about its failure comes before what others have. */
    void givePrecedence(int rank) {
        precedence.give(rank);
    }

    void endPrecedence() {
        precedence.end();
        OutputPump started = pump();
        if (started != null) {
            started.wake();
        }
    }

    /**
     * Lets nobody wait any longer for a slow reader of what came from other hosts.
     *
     * @return whether somebody may have waited
     */
    boolean giveUp() {
        OutputPump started = pump();
        return started != null && started.giveUp();
    }

    @Override
    public void write(int rank, Channel channel, byte[] bytes, int length) throws IOException {
        listener.onOutput(rank, channel, bytes, 0, length);
    }

    @Override
    public void order(int node, PartOrder order) {
        nodes.order(node, order);
    }

    @Override
    public void onEvent(int node, PartEvent event) {
        events.onEvent(node, event);
    }
}
