package io.jmpi.tcp;

import io.jmpi.job.JobSegment;
import io.jmpi.job.Placement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** This rank's calls to peers: those that wait for the peer's port to be known, and those under way. */
final class Calls {

    private final TcpNetwork network;
    private final JobSegment segment;
    private final Placement placement;
    private final int self;
    private final long patience;
    private final ArrayList<TcpLink> wanted = new ArrayList<>();
    private final ArrayList<Dial> dials = new ArrayList<>();

    /** @param patience nanoseconds after which a peer that cannot be reached is given up */
    Calls(TcpNetwork network, JobSegment segment, int self, long patience) {
        this.network = network;
        this.segment = segment;
        this.placement = segment.placement();
        this.self = self;
        this.patience = patience;
    }

    /** A connection to a peer is to be made. */
    void wants(TcpLink link) {
        wanted.add(link);
    }

    /** Whether a peer waits to be called. */
    boolean isWaiting() {
        return !wanted.isEmpty();
    }

    /** Whether an address is that of another host of the job, whose ranks call too. */
    boolean mayComeFrom(InetAddress address) {
        for (int node = 0; node < placement.nodes(); node++) {
            if (node != segment.node() && segment.host(node).addresses().contains(address.getHostAddress())) {
                return true;
            }
        }
        return false;
    }

    /** Calls those that wait and can be called. */
    void callWaiting() {
        for (int i = wanted.size() - 1; i >= 0; i--) {
            TcpLink link = wanted.get(i);
            if (!link.isIdle()) {
                wanted.remove(i);
            } else if (segment.port(link.rank()) != 0) {
                wanted.remove(i);
                call(link);
            }
        }
    }

    private void call(TcpLink link) {
        int rank = link.rank();
        int node = placement.node(rank);
        List<String> unknown = new ArrayList<>();
        List<InetSocketAddress> candidates =
                Candidates.of(segment.host(node).addresses(), node == segment.node(), segment.port(rank), unknown);
        Dial dial = new Dial(network, link, candidates, unknown, patience);
        dials.add(dial);
        link.dial(dial);
        dial.onTime(System.nanoTime());
    }

    /** Whether no call is under way. */
    boolean isEmpty() {
        return dials.isEmpty();
    }

    /** Does what it is time for. */
    void onTime(long now) {
        for (int i = dials.size() - 1; i >= 0; i--) {
            dials.get(i).onTime(now);
        }
    }

    /** When {@link #onTime} is to be called next. */
    long deadline() {
        long deadline = Long.MAX_VALUE;
        for (int i = 0; i < dials.size(); i++) {
            deadline = Math.min(deadline, dials.get(i).deadline());
        }
        return deadline;
    }

    /** Whether a peer's call is not needed: there is a connection, or this rank's own call counts. */
    boolean prefersOwn(TcpLink link) {
        boolean calls = link.dial() != null && link.dial().isPromising();
        return !link.isIdle() || calls && self < link.rank();
    }

    /** The peer's call has made the connection. */
    void drop(TcpLink link) {
        Dial dial = link.dial();
        if (dial != null) {
            dial.abandon();
            dials.remove(dial);
            link.dial(null);
        }
    }

    void onWelcome(Dial dial, TcpLink link, Attempt attempt) {
        dials.remove(dial);
        if (link.isIdle()) {
            network.opened(link, attempt.flow());
        } else {
            network.closeLater(attempt.flow());
        }
    }

    void onUnreachable(Dial dial, TcpLink link, String tried) {
        dials.remove(dial);
        if (link.dial() == dial) {
            link.dial(null);
            link.fail(new IOException("it cannot be reached: " + tried));
        }
    }
}
