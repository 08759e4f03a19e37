package io.jmpi.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Those at the door: connections that were accepted and have not proved anything.
 *
 * <p>There are at most so many at a time, and each has so much time; when more come the oldest has to go. So whoever knocks,
 * in whatever number, costs a bounded amount of memory, and keeps no rank of the job out: one that is turned away calls
 * again.
 */
final class Guests implements Poller.Acceptor {

    static final int MOST = 128;

    private static final String NAMELESS = "it did not say who it is";

    private final TcpNetwork network;
    private final byte[] key;
    private final int self;
    private final int size;
    private final ByteBuffer scratch;
    private final long patience;
    private final ArrayDeque<Guest> waiting = new ArrayDeque<>();
    private long strangers;

    /** @param patience nanoseconds that a guest has to prove itself; a rank needs few, but may be slow to begin */
    Guests(TcpNetwork network, byte[] key, int self, int size, ByteBuffer scratch, long patience) {
        this.patience = patience;
        this.network = network;
        this.key = key;
        this.self = self;
        this.size = size;
        this.scratch = scratch;
    }

    @Override
    public void onAccepted(Flow accepted) {
        if (waiting.size() == MOST) {
            onStranger(waiting.peek(), new RefusedException("too many connect at once"));
        }
        network.keepAlive(accepted);
        Flow flow = network.secured(accepted, false);
        ListenerHandshake handshake = new ListenerHandshake(key, self, size);
        long deadline = System.nanoTime() + patience;
        Guest guest = new Guest(this, flow, new Exchange(flow, scratch), handshake, deadline);
        flow.watcher(guest);
        waiting.add(guest);
    }

    @Override
    public void onRefused(IOException reason) {
        network.pauseAccepting(reason);
    }

    void onProven(Guest guest) throws IOException {
        TcpLink link = network.link(guest.rank());
        if (guest.isLifeline()) {
            guest.tell(Handshake.WELCOME);
            waiting.remove(guest);
            link.lifeline(guest.flow());
        } else if (network.calls().prefersOwn(link)) {
            guest.tell(Handshake.NOT_NEEDED);
            waiting.remove(guest);
            network.closeLater(guest.flow());
        } else {
            guest.tell(Handshake.WELCOME);
            waiting.remove(guest);
            network.opened(link, guest.flow());
        }
    }

    /**
     * Turns a guest away. The first one that is wrong is told of, the others are counted. One that merely goes is no
     * stranger: ranks call at all addresses of a peer and go on with the first answer; nor is one that has said who it is
     * and does not prove it, or has said nothing and comes from another host of the job: a rank may have been stopped.
     */
    void onStranger(Guest guest, IOException reason) {
        waiting.remove(guest);
        if (reason instanceof RefusedException && strangers++ == 0) {
            network.warn("refused a connection from " + guest.flow().remote() + ": " + reason.getMessage()
                    + "; more such ones are not told of");
        }
        network.closeLater(guest.flow());
    }

    /** How many were turned away. */
    long strangers() {
        return strangers;
    }

    /** A guest has said who it is: it gets time to prove it. */
    void onHello(Guest guest) {
        waiting.remove(guest);
        guest.deadline(System.nanoTime() + patience);
        waiting.add(guest);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Turns away those whose time is over. */
    void expire(long now) {
        while (!waiting.isEmpty() && now - waiting.peek().deadline() >= 0) {
            Guest late = waiting.peek();
            boolean mayBelong = late.hasSaidWhoItIs()
                    || network.calls().mayComeFrom(late.flow().remote().getAddress());
            onStranger(late, mayBelong ? new IOException("too slow") : new RefusedException(NAMELESS));
        }
    }

    /** When the next one's time is over. */
    long deadline() {
        return waiting.isEmpty() ? Long.MAX_VALUE : waiting.peek().deadline();
    }
}
