package io.jmpi.tcp;

import io.jmpi.job.JobSegment;
import io.jmpi.job.Placement;
import io.jmpi.os.Doorbell;
import io.jmpi.transport.Failures;
import io.jmpi.transport.Inbox;
import io.jmpi.transport.Network;
import io.jmpi.transport.Outbox;
import io.jmpi.transport.RecordHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;

/**
 * TCP to the ranks of other nodes, or to all others.
 *
 * <p>Used by one thread at a time, but for {@link #sleep}: then others may start operations, so all that touches the
 * poller's books (new connections, the end of old ones) is left to {@link #poll}, which does nothing meanwhile.
 */
public final class TcpNetwork extends Network {

    private static final long PAUSE_ACCEPTING_NANOS = 100_000_000L;
    private static final long SECOND = 1_000_000_000L;

    /** Polls between two looks at the clock. */
    private static final int CLOCK_EVERY = 64;

    /** Polls in vain before the peers' systems are told what has arrived. */
    private static final int IDLE_POLLS = 400;

    /** Short messages that come from one peer, each by itself, before that peer is looked at first. */
    private static final int FAITHFUL = 4;

    /** Then one poll of so many asks the poller; the others only read from that peer, which saves a call to the system. */
    private static final int POLLER_EVERY = 4;

    private static final int LONGEST_GATHER = 1 << 6;

    private final TcpSettings settings;
    private final JobSegment segment;
    private final Placement placement;
    private final int self;
    private final byte[] key;
    private final Poller poller;
    private final Guests guests;
    private final Calls calls;
    private final Loss loss;
    private final Tls tls;
    private final TcpLink[] links;
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(LONGEST_GATHER);

    private final ArrayList<TcpLink> dirty = new ArrayList<>();
    private final ArrayList<TcpLink> telling = new ArrayList<>();
    private final ArrayList<TcpLink> gathering = new ArrayList<>();
    private final ArrayList<TcpLink> owing = new ArrayList<>();
    private final ArrayList<TlsFlow> ahead = new ArrayList<>();
    private final ArrayList<TcpLink> unguarded = new ArrayList<>();
    private final ArrayList<Flow> closing = new ArrayList<>();

    private RecordHandler handler;
    private int moved;
    private int passes;
    private int idlePolls;
    private int reads;
    private int records;
    private TcpLink hot;
    private int inRow;
    private volatile boolean sleeping;
    private boolean overdue;
    private boolean checksGuests;
    private long resumeAcceptingAt;

    private TcpNetwork(TcpSettings settings, JobSegment segment, int self, boolean alsoHere, Poller poller) {
        this.settings = settings;
        this.segment = segment;
        this.placement = segment.placement();
        this.self = self;
        this.key = segment.key();
        this.poller = poller;
        long patience = settings.peerTimeoutSeconds() * SECOND;
        this.guests = new Guests(this, key, self, placement.size(), scratch, patience);
        this.calls = new Calls(this, segment, self, patience);
        this.loss = new Loss(segment, settings.peerTimeoutSeconds());
        this.tls = settings.tls() ? new Tls(key) : null;
        this.links = new TcpLink[placement.size()];
        for (int rank = 0; rank < links.length; rank++) {
            if (rank != self && (alsoHere || placement.node(rank) != segment.node())) {
                links[rank] = new TcpLink(this, rank);
            }
        }
    }

    /**
     * Opens this rank's port and makes it known.
     *
     * @param alsoHere whether ranks of this node are reached by TCP too
     * @param bell on which this rank sleeps
     * @throws IOException when there is no port for it
     */
    public static Network open(TcpSettings settings, JobSegment segment, int self, boolean alsoHere, Doorbell bell)
            throws IOException {
        Poller poller = new LatePoller(bell);
        boolean open = false;
        try {
            TcpNetwork network = new TcpNetwork(settings, segment, self, alsoHere, poller);
            segment.port(self, network.listen());
            segment.tellDaemon();
            open = true;
            return network;
        } finally {
            if (!open) {
                poller.close();
            }
        }
    }

    private int listen() throws IOException {
        boolean local = placement.nodes() == 1;
        if (settings.firstPort() == 0) {
            return listen(local, 0);
        }
        int ports = settings.lastPort() - settings.firstPort() + 1;
        IOException last = null;
        for (int i = 0; i < ports; i++) {
            try {
                return listen(local, settings.firstPort() + (placement.localRank(self) + i) % ports);
            } catch (IOException e) {
                last = e;
            }
        }
        throw new IOException(
                "no port is free in " + TcpSettings.PORT_RANGE + "=" + settings.firstPort() + "-" + settings.lastPort()
                        + " (" + last.getMessage() + "); each rank of a host needs one",
                last);
    }

    private int listen(boolean local, int port) throws IOException {
        InetSocketAddress address = local ? new InetSocketAddress("127.0.0.1", port) : new InetSocketAddress(port);
        Port open = Port.open(address);
        poller.listen(open, guests);
        return open.number();
    }

    // what the engine asks

    @Override
    public void failures(Failures chosen) {
        loss.failures(chosen);
    }

    @Override
    public Outbox outbox(int rank) {
        return links[rank].outbox();
    }

    @Override
    public Inbox inbox(int rank) {
        return links[rank].inbox();
    }

    @Override
    public int poll(RecordHandler recordHandler) {
        if (sleeping) {
            return 0;
        }
        handler = recordHandler;
        moved = 0;
        if (++passes % CLOCK_EVERY == 0 || overdue) {
            onTime();
        }
        if (calls.isWaiting()) {
            calls.callWaiting();
        }
        if (!gathering.isEmpty()) {
            endGathering();
        }
        look();
        if (!ahead.isEmpty()) {
            goOnReading();
        }
        if (checksGuests) {
            checksGuests = false;
            guests.expire(System.nanoTime());
        }
        if (!telling.isEmpty()) {
            tellWaiting();
        }
        flush(0);
        closeNow();
        idlePolls = moved != 0 ? 0 : idlePolls + 1;
        if (idlePolls == IDLE_POLLS) {
            answer();
        }
        return moved;
    }

    /**
     * Looks at the sockets. Who talks with one peer in short messages reads from it at once; when many come together, or
     * long ones, more of them come at a time if the poller is asked first.
     */
    private void look() {
        reads = 0;
        records = 0;
        if (inRow >= FAITHFUL && passes % POLLER_EVERY != 0 && hot.isOpen()) {
            hot.onReady(false);
        } else {
            poller.poll();
        }
        if (reads != 0) {
            inRow = reads == 1 && records == 1 && tls == null ? inRow + 1 : 0;
        }
    }

    private void onTime() {
        overdue = false;
        checksGuests = !guests.isEmpty();
        boolean idle = calls.isEmpty() && guests.isEmpty() && !loss.hasHappened() && resumeAcceptingAt == 0;
        if (idle) {
            return;
        }
        long now = System.nanoTime();
        calls.onTime(now);
        if (resumeAcceptingAt != 0 && now - resumeAcceptingAt >= 0) {
            resumeAcceptingAt = 0;
            poller.accepting(true);
        }
        loss.tell(now);
    }

    private void endGathering() {
        for (int i = 0; i < gathering.size(); i++) {
            gathering.get(i).outbox().gather(false);
        }
        gathering.clear();
    }

    private void goOnReading() {
        TlsFlow[] again = ahead.toArray(new TlsFlow[0]);
        ahead.clear();
        for (TlsFlow flow : again) {
            flow.onReady(false);
        }
        moved += ahead.size();
    }

    private void tellWaiting() {
        TcpLink[] again = telling.toArray(new TcpLink[0]);
        telling.clear();
        for (TcpLink link : again) {
            link.tellWaiting();
        }
    }

    private void answer() {
        for (int i = 0; i < owing.size(); i++) {
            owing.get(i).answer();
        }
        owing.clear();
    }

    private void closeNow() {
        for (int i = 0; i < closing.size(); i++) {
            closing.get(i).close();
        }
        closing.clear();
    }

    @Override
    public void flush() {
        if (!dirty.isEmpty()) {
            flush(System.nanoTime());
        }
    }

    private void flush(long now) {
        for (int i = 0; i < dirty.size(); i++) {
            dirty.get(i).flush(now);
        }
        dirty.clear();
    }

    @Override
    public boolean wantsPoll() {
        return calls.isWaiting() || loss.hasHappened() || !closing.isEmpty();
    }

    @Override
    public void beforeSleep() {
        answer();
        throwLifelines();
        sleeping = true;
    }

    private void throwLifelines() {
        TcpLink[] without = unguarded.toArray(new TcpLink[0]);
        unguarded.clear();
        for (TcpLink link : without) {
            link.throwLifeline();
        }
    }

    @Override
    public void sleep() throws IOException {
        try {
            poller.sleep(deadline());
        } finally {
            overdue = true;
            sleeping = false;
        }
    }

    private long deadline() {
        long deadline = Math.min(guests.deadline(), Math.min(calls.deadline(), loss.deadline()));
        return resumeAcceptingAt == 0 ? deadline : Math.min(deadline, resumeAcceptingAt);
    }

    @Override
    public boolean isLost() {
        return loss.hasHappened();
    }

    @Override
    public void sayFarewell() {
        loss.leaving();
        for (TcpLink link : links) {
            if (link != null) {
                link.sayFarewell();
            }
        }
        flush();
    }

    @Override
    public boolean isOver() {
        if (loss.hasHappened()) {
            return true;
        }
        for (TcpLink link : links) {
            if (link != null && !link.isOver()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        poller.close();
    }

    // what connections and those who make them ask

    RecordHandler handler() {
        return handler;
    }

    void moved() {
        moved++;
    }

    /** Something has come from a peer. */
    void came(TcpLink link) {
        moved++;
        reads++;
        inRow = link == hot ? inRow : 0;
        hot = link;
    }

    /** A record has come whole, and was handed on. */
    void handedOn() {
        moved++;
        records++;
    }

    Calls calls() {
        return calls;
    }

    void hasToFlush(TcpLink link) {
        dirty.add(link);
    }

    void hasToTell(TcpLink link) {
        telling.add(link);
    }

    void gathers(TcpLink link) {
        gathering.add(link);
    }

    void owesAnswer(TcpLink link) {
        owing.add(link);
    }

    /** When this rank goes to sleep, if the peer's machine is another one. */
    void needsLifeline(TcpLink link) {
        if (link.isOpen() && placement.node(link.rank()) != segment.node()) {
            unguarded.add(link);
        }
    }

    int self() {
        return self;
    }

    /** Closes a connection when the poller is not in the middle of it. */
    void closeLater(Flow flow) {
        flow.watcher(null);
        closing.add(flow);
    }

    TcpLink link(int rank) throws RefusedException {
        if (links[rank] == null) {
            throw new RefusedException("it is rank " + rank + ", which shares memory with this one");
        }
        return links[rank];
    }

    /** A connection on which both ends believe each other. */
    void opened(TcpLink link, Flow flow) {
        calls.drop(link);
        link.open(flow);
        needsLifeline(link);
        moved++;
    }

    Flow connect(InetSocketAddress address, Watcher watcher) throws IOException {
        Flow flow = secured(poller.connect(address, watcher), true);
        flow.watcher(watcher);
        keepAlive(flow);
        return flow;
    }

    void keepAlive(Flow flow) {
        try {
            flow.keepAlive(silenceSeconds());
        } catch (IOException e) {
            // it has failed, which its watcher will hear
        }
    }

    /** The flow through which ranks speak, given the bare one. */
    Flow secured(Flow flow, boolean caller) {
        return tls == null ? flow : tls.around(flow, caller, ahead);
    }

    Exchange exchange(Flow flow) {
        return new Exchange(flow, scratch);
    }

    Attempt attempt(Caller caller, InetSocketAddress address, int purpose, TcpLink link) {
        return new Attempt(caller, address, new CallerHandshake(key, purpose, self, link.rank()));
    }

    void pauseAccepting(IOException reason) {
        if (resumeAcceptingAt == 0) {
            poller.accepting(false);
            resumeAcceptingAt = System.nanoTime() + PAUSE_ACCEPTING_NANOS;
        }
    }

    void lost(TcpLink link, IOException reason) {
        moved++;
        loss.of(link, reason);
    }

    /** Where the peer at the other end of a connection listens, or null if that is not known. */
    InetSocketAddress listenerOf(TcpLink link, Flow flow) {
        InetSocketAddress remote = flow.remote();
        int port = segment.port(link.rank());
        return remote == null || port == 0 ? null : new InetSocketAddress(remote.getAddress(), port);
    }

    /** How long a machine may be silent, so that its loss is told within the time that the user gave. */
    int silenceSeconds() {
        return Math.max(
                TcpSettings.SHORTEST_PEER_TIMEOUT, settings.peerTimeoutSeconds() - (int) (Loss.GRACE_NANOS / SECOND));
    }

    void warn(String message) {
        System.err.println("jmpi: rank " + self + " " + message);
    }
}
