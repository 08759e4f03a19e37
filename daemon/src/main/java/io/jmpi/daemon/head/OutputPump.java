package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.Channel;
import io.jmpi.daemon.supervise.PartEvent;
import io.jmpi.daemon.supervise.PartOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * The thread that writes what has come from other hosts, so that those who bring it wait for no reader. How much waits
 * here is bounded by the credit of the parts, which they get back for what was written.
 *
 * <p>Lines come in pieces only if they are long; all pieces of one are gathered before it is written. What a node has to
 * say after its output waits here with it.
 */
final class OutputPump extends Thread {

    /** Is handed what has had its turn. */
    interface Sink {
        void write(int rank, Channel channel, byte[] bytes, int length) throws IOException;

        /** Tells a node, whose output was written or was refused. */
        void order(int node, PartOrder order);

        void onEvent(int node, PartEvent event);
    }

    /** Output if there is no event. */
    private record Item(int node, PartEvent event, int rank, Channel channel, byte[] bytes, boolean more) {}

    private final Precedence precedence;
    private final Sink sink;
    private final ArrayDeque<Item> items = new ArrayDeque<>();
    private final Map<Long, ByteArrayOutputStream> begun = new HashMap<>();
    private boolean refused;
    private boolean givenUp;

    OutputPump(Precedence precedence, Sink sink) {
        super(null, null, "output", 0, false);
        this.precedence = precedence;
        this.sink = sink;
        setDaemon(true);
    }

    /** @param more whether the rest of a line follows */
    void addOutput(int node, int rank, Channel channel, byte[] bytes, boolean more) {
        add(new Item(node, null, rank, channel, bytes, more));
    }

    void addEvent(int node, PartEvent event) {
        add(new Item(node, event, 0, null, null, false));
    }

    private synchronized void add(Item item) {
        if (!givenUp) {
            items.add(item);
            notifyAll();
        } else if (item.event() != null) {
            sink.onEvent(item.node(), item.event());
        }
    }

    /** Others may have their turn now. */
    synchronized void wake() {
        notifyAll();
    }

    /**
     * Writes no more, be the reader slow or not; events wait no longer.
     *
     * @return whether that is news
     */
    synchronized boolean giveUp() {
        boolean news = !givenUp;
        givenUp = true;
        for (Item item : items) {
            if (item.event() != null) {
                sink.onEvent(item.node(), item.event());
            }
        }
        items.clear();
        return news;
    }

    @Override
    public void run() {
        try {
            while (true) {
                handle(next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first whose turn it is. */
    private synchronized Item next() throws InterruptedException {
        while (true) {
            Set<Integer> heldNodes = new HashSet<>();
            for (Iterator<Item> waiting = items.iterator(); waiting.hasNext(); ) {
                Item item = waiting.next();
                if (mayPass(item, heldNodes)) {
                    waiting.remove();
                    return item;
                }
                heldNodes.add(item.node());
            }
            wait();
        }
    }

    /** A node's events do not overtake its output, but that of the rank which has precedence. */
    private boolean mayPass(Item item, Set<Integer> heldNodes) {
        if (item.event() == null) {
            return precedence.mayWrite(item.rank(), item.channel());
        }
        return !heldNodes.contains(item.node())
                || item.event() instanceof PartEvent.OutputEnded ended && precedence.isFirst(ended.rank());
    }

    private void handle(Item item) {
        if (item.event() != null) {
            sink.onEvent(item.node(), item.event());
            return;
        }
        try {
            write(item);
        } catch (IOException e) {
            refused = true;
            sink.onEvent(item.node(), new PartEvent.OutputLost());
        }
        sink.order(item.node(), new PartOrder.Credit(item.bytes().length));
    }

    private void write(Item item) throws IOException {
        if (refused) {
            return;
        }
        Long stream = 2L * item.rank() + item.channel().ordinal();
        ByteArrayOutputStream line = begun.get(stream);
        if (line == null && !item.more()) {
            sink.write(item.rank(), item.channel(), item.bytes(), item.bytes().length);
            return;
        }
        if (line == null) {
            line = new ByteArrayOutputStream(2 * item.bytes().length);
            begun.put(stream, line);
        }
        line.writeBytes(item.bytes());
        if (!item.more()) {
            begun.remove(stream);
            sink.write(item.rank(), item.channel(), line.toByteArray(), line.size());
        }
    }
}
