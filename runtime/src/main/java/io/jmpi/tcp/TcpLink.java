package io.jmpi.tcp;

import io.jmpi.transport.Envelope;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * All that this rank has to do with one peer over TCP.
 *
 * <pre>
 *   IDLE ---first record, or the peer connects---> OPEN ---farewell both ways---> OVER
 *     |                                              |
 *     +----------------------> LOST <----------------+
 * </pre>
 */
final class TcpLink implements Watcher {

    private enum State {
        IDLE,
        OPEN,
        OVER,
        LOST
    }

    private final TcpNetwork network;
    private final int rank;
    private final TcpOutbox outbox;
    private final TcpInbox inbox;

    private State state = State.IDLE;
    private Flow flow;
    private Lifeline lifeline;
    private Dial dial;
    private boolean wanted;
    private boolean dirty;
    private boolean owesAnswer;
    private int arrivals;

    private boolean pressure;
    private boolean pressureTold;
    private boolean leaving;
    private boolean farewellSaid;
    private boolean farewellHeard;

    TcpLink(TcpNetwork network, int rank) {
        this.network = network;
        this.rank = rank;
        this.outbox = new TcpOutbox(this);
        this.inbox = new TcpInbox(this);
    }

    int rank() {
        return rank;
    }

    TcpOutbox outbox() {
        return outbox;
    }

    TcpInbox inbox() {
        return inbox;
    }

    boolean isIdle() {
        return state == State.IDLE;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    // the way to a connection

    /** Something is to be sent, and there is no connection. */
    void wanted() {
        if (!wanted && state == State.IDLE) {
            wanted = true;
            network.calls().wants(this);
        }
    }

    /** This rank's attempts to connect, or null. */
    Dial dial() {
        return dial;
    }

    void dial(Dial dial) {
        this.dial = dial;
    }

    /** The peer and this rank have made a connection, on which nothing has been sent yet. */
    void open(Flow connection) {
        state = State.OPEN;
        flow = connection;
        connection.watcher(this);
        try {
            connection.watch(false);
            outbox.open(connection);
            inbox.open();
        } catch (IOException e) {
            fail(e);
        }
        tellWaiting();
    }

    /** Has a lifeline, unless there is one. */
    void throwLifeline() {
        if (state == State.OPEN && lifeline == null) {
            InetSocketAddress address = network.listenerOf(this, flow);
            if (address == null) {
                network.needsLifeline(this);
            } else {
                lifeline = new Lifeline(network, this);
                lifeline.call(network.attempt(lifeline, address, Handshake.LIFELINE, this));
            }
        }
    }

    /** Takes the lifeline that the peer has thrown. When both have thrown one, that of the lower rank counts. */
    void lifeline(Flow connection) {
        if (state != State.OPEN || lifeline != null && network.self() < rank) {
            network.closeLater(connection);
            return;
        }
        if (lifeline != null) {
            lifeline.end();
        }
        lifeline = new Lifeline(network, this);
        lifeline.accepted(connection);
    }

    void lifelineEnded(Lifeline ended) {
        if (lifeline == ended) {
            lifeline = null;
            network.needsLifeline(this);
        }
    }

    // what comes and goes

    @Override
    public void onReady(boolean writable) {
        if (writable) {
            outbox.onWritable();
        }
        if (state != State.OPEN) {
            return;
        }
        try {
            if (!inbox.read(flow, network.handler())) {
                onEnd();
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void onEnd() {
        if (!farewellHeard) {
            fail(new IOException("it ended without calling MPI.Finalize"));
        } else {
            end();
        }
    }

    private void owesAnswer() {
        if (!owesAnswer) {
            owesAnswer = true;
            network.owesAnswer(this);
        }
    }

    /** Has the system tell the peer's what has arrived, so that it sends what it has kept. */
    void answer() {
        if (owesAnswer && state == State.OPEN) {
            owesAnswer = false;
            try {
                flow.acknowledge();
            } catch (IOException e) {
                fail(e);
            }
        }
        owesAnswer = false;
    }

    /** Something has come from the peer. */
    void came(int bytes) {
        if (bytes != 0) {
            arrivals++;
            owesAnswer();
            network.came(this);
        }
    }

    /** Something has gone to the peer. */
    void moved(int bytes) {
        if (bytes != 0) {
            network.moved();
        }
    }

    /** How often something has come from the peer. */
    int arrivals() {
        return arrivals;
    }

    void handedOn() {
        network.handedOn();
    }

    void hasToFlush() {
        if (!dirty) {
            dirty = true;
            network.hasToFlush(this);
        }
    }

    /** @param now see {@link TcpOutbox#flush} */
    void flush(long now) {
        dirty = false;
        outbox.flush(now);
    }

    void gathers() {
        network.gathers(this);
    }

    // what the transports tell each other

    void onControl(int kind, long detail) {
        if (kind == StreamLayout.PRESSURE) {
            outbox.underPressure(Envelope.tag(detail) != 0);
        } else {
            farewellHeard = true;
        }
        network.moved();
    }

    void tellPressure(boolean on) {
        pressure = on;
        tellWaiting();
    }

    void sayFarewell() {
        leaving = true;
        tellWaiting();
    }

    /** Tells the peer what there was no room for; returns whether all is told. */
    boolean tellWaiting() {
        if (state != State.OPEN) {
            return true;
        }
        if (pressure != pressureTold && tell(StreamLayout.PRESSURE, pressure ? 1 : 0)) {
            pressureTold = pressure;
        }
        if (leaving && !farewellSaid && pressure == pressureTold && tell(StreamLayout.FAREWELL, 0)) {
            farewellSaid = true;
        }
        boolean allTold = pressure == pressureTold && leaving == farewellSaid;
        if (!allTold) {
            network.hasToTell(this);
        }
        return allTold;
    }

    private boolean tell(int kind, int tag) {
        if (outbox.tryClaim(0) < 0) {
            return false;
        }
        outbox.commit(Envelope.head(kind, 0), Envelope.detail(tag, 0));
        return true;
    }

    /** Whether nothing will come any more and nothing waits to go. */
    boolean isOver() {
        return state != State.OPEN || farewellSaid && farewellHeard && outbox.isEmpty() && flow.isFlushed();
    }

    // the end

    /** The connection is of no use any more, or could not be made. */
    void fail(IOException reason) {
        if (state == State.OVER || state == State.LOST) {
            return;
        }
        boolean expected = leaving && farewellHeard;
        end();
        if (!expected) {
            state = State.LOST;
            network.lost(this, reason);
        }
    }

    private void end() {
        state = State.OVER;
        outbox.close();
        if (flow != null) {
            network.closeLater(flow);
            flow = null;
        }
        if (lifeline != null) {
            lifeline.end();
        }
    }
}
