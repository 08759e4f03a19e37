package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.Purpose;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The links to other members, by id. When two members connect to each other at the same time there are two links, until
 * both sides have said hello on that of the member with the smaller id; then the other member closes its own.
 */
final class Peers {

    private static final String DOUBLE = "there are two links";

    private final Surroundings surroundings;
    private final RingTimes times;
    private final Supplier<Member> self;
    private final List<PeerListener> listeners = new ArrayList<>();
    private final Map<String, List<PeerLink>> links = new HashMap<>();
    private final Map<String, Attempt> attempts = new HashMap<>();
    private boolean closed;

    Peers(Surroundings surroundings, RingTimes times, Supplier<Member> self) {
        this.surroundings = surroundings;
        this.times = times;
        this.self = self;
    }

    void addListener(PeerListener listener) {
        listeners.add(listener);
    }

    boolean isUp(String id) {
        return links.containsKey(id);
    }

    /** Those to whom there is a link. */
    Set<String> up() {
        return links.keySet();
    }

    /** Connects to a member, unless there is a link or soon will be. */
    void connect(Member member) {
        String id = member.id();
        if (closed || isUp(id) || attempts.containsKey(id)) {
            return;
        }
        attempts.put(id, attempt(id, member.addresses(), member.port(), new Attempt.Outcome() {
            @Override
            public LinkListener onConnected(Link link, Member peer) {
                attempts.remove(id);
                return add(link, peer, true);
            }

            @Override
            public void onFailed(String reason) {
                attempts.remove(id);
                if (!isUp(id)) {
                    listeners.forEach(listener -> listener.onUnreachable(id, reason));
                }
            }
        }));
    }

    /** Connects to whatever member lives at one of some addresses. */
    void enter(List<String> addresses, int port, Attempt.Outcome outcome) {
        attempt(null, addresses, port, new Attempt.Outcome() {
            @Override
            public LinkListener onConnected(Link link, Member peer) {
                if (peer.id().equals(self.get().id())) {
                    link.close();
                    outcome.onFailed(addresses + " port " + port + " is this daemon itself, or one that calls itself "
                            + peer.id() + " too");
                    return new Deaf();
                }
                LinkListener listener = add(link, peer, true);
                outcome.onConnected(link, peer);
                return listener;
            }

            @Override
            public void onFailed(String reason) {
                outcome.onFailed(reason);
            }
        });
    }

    private Attempt attempt(String wanted, List<String> addresses, int port, Attempt.Outcome outcome) {
        return new Attempt(
                surroundings, times, wanted, addresses, port, Attempt.hello(Purpose.RING, self.get()), outcome);
    }

    /** A member has come and said hello. */
    LinkListener onVisitor(Link link, Member peer) {
        link.send(Frame.newBuilder()
                .setHello(Attempt.hello(Purpose.RING, self.get()))
                .build());
        if (attempts.containsKey(peer.id()) && holdsBefore(peer.id(), self.get().id())) {
            attempts.remove(peer.id()).cancel();
        }
        return add(link, peer, false);
    }

    private PeerLink add(Link link, Member peer, boolean ours) {
        PeerLink added = new PeerLink(peer, link, ours);
        List<PeerLink> all = links.computeIfAbsent(peer.id(), id -> new ArrayList<>());
        for (PeerLink other : List.copyOf(all)) {
            if (other.ours == ours) {
                // of an earlier process, or given up by the other side
                all.remove(other);
                other.link.close("replaced by a new link");
            }
        }
        all.add(added);
        if (all.size() > 1 && holdsBefore(peer.id(), self.get().id())) {
            for (PeerLink other : List.copyOf(all)) {
                if (other.ours) {
                    all.remove(other);
                    other.link.close(DOUBLE);
                }
            }
        }
        if (all.contains(added)) {
            listeners.forEach(listener -> listener.onUp(peer, link));
        }
        return added;
    }

    /** Whether of two links that of the first one stays. */
    private static boolean holdsBefore(String id, String other) {
        return id.compareTo(other) < 0;
    }

    /** Sends a frame to a member to whom there is a link; else, or if the link breaks, it is lost. */
    void send(String id, Frame frame) {
        List<PeerLink> all = links.get(id);
        if (all != null) {
            best(id, all).link.send(frame);
        }
    }

    /** The link of two that stays. */
    private PeerLink best(String id, List<PeerLink> all) {
        boolean oursHolds = holdsBefore(self.get().id(), id);
        for (PeerLink link : all) {
            if (link.ours == oursHolds) {
                return link;
            }
        }
        return all.get(0);
    }

    /** From now on notices when a member to whom there is a link is silent. */
    void watch(String id) {
        List<PeerLink> all = links.get(id);
        if (all != null) {
            all.forEach(link -> link.link.keepAlive(times.heartbeat(), times.silence()));
        }
    }

    /** Closes a link that this side has made; those of the other side are for it to close. */
    void release(String id) {
        for (PeerLink link : List.copyOf(links.getOrDefault(id, List.of()))) {
            if (link.ours) {
                link.link.close("not needed any more");
            }
        }
    }

    /** Closes all links to a member. */
    void drop(String id) {
        for (PeerLink link : List.copyOf(links.getOrDefault(id, List.of()))) {
            link.link.close("declared gone");
        }
    }

    /** Closes the links to earlier processes of a member. */
    void dropEarlier(Member member) {
        for (PeerLink link : List.copyOf(links.getOrDefault(member.id(), List.of()))) {
            if (link.peer.instance() != member.instance()) {
                link.link.close("its process was replaced by another one");
            }
        }
    }

    /** Closes everything without a word to the listeners. */
    void close() {
        closed = true;
        attempts.values().forEach(Attempt::cancel);
        links.values().forEach(all -> all.forEach(link -> link.link.close("this daemon ends")));
        links.clear();
    }

    private final class PeerLink implements LinkListener {

        private final Member peer;
        private final Link link;
        private final boolean ours;

        PeerLink(Member peer, Link link, boolean ours) {
            this.peer = peer;
            this.link = link;
            this.ours = ours;
        }

        @Override
        public void onFrame(Link from, Frame frame) {
            listeners.forEach(listener -> listener.onFrame(peer.id(), frame));
        }

        @Override
        public void onClosed(Link from, String reason) {
            List<PeerLink> all = links.get(peer.id());
            if (all == null || !all.contains(this)) {
                return;
            }
            boolean wasBest = best(peer.id(), all) == this;
            all.remove(this);
            if (all.isEmpty()) {
                links.remove(peer.id());
                boolean silent = reason.startsWith(Link.SILENT);
                listeners.forEach(listener -> listener.onDown(peer.id(), silent));
            } else if (wasBest) {
                // What was sent on this one may be lost: begin anew on the other one.
                PeerLink other = all.get(0);
                listeners.forEach(listener -> listener.onUp(other.peer, other.link));
            }
        }
    }

    /** Hears of a link that nobody wants. */
    private static final class Deaf implements LinkListener {

        @Override
        public void onFrame(Link link, Frame frame) {}

        @Override
        public void onClosed(Link link, String reason) {}
    }
}
