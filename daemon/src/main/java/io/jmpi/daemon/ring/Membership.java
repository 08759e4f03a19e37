package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.Member.State;
import io.jmpi.daemon.control.News;
import io.jmpi.daemon.control.Table;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.Network.Timer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Who is in the ring, as the package describes it: news, neighbours, losses and returns. One for each daemon, used by the
 * thread of the network.
 */
final class Membership implements PeerListener {

    /** Records in one frame; a record has some 100 bytes, a frame at most a million. */
    private static final int RECORDS = 2000;

    /** Who hears of what happens to the ring. */
    interface Observer {

        /** Members have come or gone. */
        void onChanged();

        /** A member has been lost, for a reason in words for the log. */
        void onLost(Member member, String reason);

        /** Another daemon has taken this one's name; this one cannot stay. */
        void onReplaced(Member other);
    }

    private final Surroundings surroundings;
    private final RingTimes times;
    private final Peers peers;
    private final Observer observer;
    private final MemberTable table = new MemberTable();
    private final Map<String, Member> news = new LinkedHashMap<>();
    private final Set<String> looking = new HashSet<>();

    private Member self;
    /** Made when it is asked for after a change. */
    private Circle circle;

    private boolean joined;
    private boolean left;
    private Consumer<String> joining;
    private String entry;
    private boolean newsDue;
    private boolean rearrangementDue;
    private boolean leftAwaited;
    private Timer calm = () -> {};
    private Predicate<String> inUse = id -> false;

    Membership(Member self, Surroundings surroundings, RingTimes times, Observer observer) {
        this.self = self;
        this.surroundings = surroundings;
        this.times = times;
        this.observer = observer;
        this.peers = new Peers(surroundings, times, this::self);
        peers.addListener(this);
    }

    Member self() {
        return self;
    }

    Peers peers() {
        return peers;
    }

    /** Links to members of whom this is so are not closed even though the member's place does not ask for them. */
    void keepLinksWhile(Predicate<String> condition) {
        inUse = condition;
    }

    /** The living members in ring order, this one first. */
    List<Member> members() {
        List<Member> members = new ArrayList<>();
        members.add(self);
        members.addAll(circle().others());
        return members;
    }

    /** A member, living or not; null if there never was one of that name. */
    Member member(String id) {
        return table.get(id);
    }

    Circle circle() {
        if (circle == null) {
            circle = new Circle(self, table.living());
        }
        return circle;
    }

    /** Whether this daemon is in a ring, if only in one of its own, and the others know. */
    boolean isJoined() {
        return joined && joining == null;
    }

    /** Begins a ring of one. */
    void begin() {
        enter(self.boot() == 0 ? 1 : self.boot());
    }

    /**
     * Joins the ring of another daemon. That is done when the other one says that it tells the others.
     *
     * @param addresses where that may be reached
     * @param result hears null when this daemon is a member, else why it cannot be one
     */
    void join(List<String> addresses, int port, Consumer<String> result) {
        joining = result;
        peers.enter(addresses, port, new Attempt.Outcome() {
            @Override
            public io.jmpi.daemon.net.LinkListener onConnected(Link link, Member peer) {
                entry = peer.id();
                // It may die unheard before it tells the others.
                peers.watch(entry);
                // Others reach this host most likely where its way to the ring begins.
                if (link.localAddress() != null) {
                    preferAddress(link.localAddress().getAddress().getHostAddress());
                }
                return null;
            }

            @Override
            public void onFailed(String reason) {
                if (joining != null) {
                    endJoining(reason);
                }
            }
        });
    }

    private void preferAddress(String address) {
        List<String> addresses = new ArrayList<>(self.addresses());
        if (addresses.remove(address)) {
            addresses.add(0, address);
            self = self.withAddresses(List.copyOf(addresses));
        }
    }

    private void enter(long boot) {
        joined = true;
        self = self.withBoot(boot);
        table.put(self);
        tell(self);
        changed();
    }

    /** Says goodbye; the links stay until they are closed. */
    void leave() {
        if (left) {
            return;
        }
        left = true;
        self = self.with(State.LEFT);
        table.put(self);
        news.put(self.id(), self);
        tellNews();
    }

    /** Closes all links. */
    void close() {
        left = true;
        calm.cancel();
        peers.close();
    }

    // News.

    @Override
    public void onUp(Member peer, Link link) {
        if (left) {
            return;
        }
        sendTable(link);
        looking.remove(peer.id());
        if (peer.boot() != 0 && joined) {
            learn(List.of(peer), true, false);
        }
        watchNeighbours();
        awaitCalm();
    }

    private void sendTable(Link link) {
        List<Member> all = new ArrayList<>(table.all());
        int from = 0;
        do {
            int to = Math.min(all.size(), from + RECORDS);
            Table.Builder part = Table.newBuilder().setComplete(to == all.size());
            all.subList(from, to).forEach(member -> part.addMembers(member.toMessage()));
            link.send(Frame.newBuilder().setTable(part).build());
            from = to;
        } while (from < all.size());
    }

    @Override
    public void onFrame(String peer, Frame frame) {
        if (left) {
            return;
        }
        if (frame.hasTable()) {
            List<Member> told = records(frame.getTable().getMembersList());
            learn(told, false, !joined);
            if (!joined && frame.getTable().getComplete() && peer.equals(entry)) {
                enter(self.boot() == 0 ? table.highestBoot() + 1 : self.boot());
            }
            confirm(told);
        } else if (frame.hasNews()) {
            List<Member> told = records(frame.getNews().getMembersList());
            learn(told, true, false);
            confirm(told);
        }
    }

    /** Whoever tells of this member knows it, and has told those whom he has links to. */
    private void confirm(List<Member> told) {
        if (joining == null || !joined) {
            return;
        }
        for (Member record : told) {
            if (record.id().equals(self.id()) && record.instance() == self.instance() && record.isLiving()) {
                endJoining(null);
                return;
            }
        }
    }

    private void endJoining(String failure) {
        Consumer<String> result = joining;
        joining = null;
        joined = failure == null;
        result.accept(failure);
    }

    private static List<Member> records(List<io.jmpi.daemon.control.Member> messages) {
        List<Member> records = new ArrayList<>(messages.size());
        messages.forEach(message -> records.add(Member.of(message)));
        return records;
    }

    private void learn(Collection<Member> told, boolean firstHand, boolean complete) {
        boolean changed = false;
        for (Member record : told) {
            if (record.id().equals(self.id())) {
                contradict(record);
                continue;
            }
            boolean wasLiving = isLiving(record.id());
            Member now = table.merge(record, firstHand, complete);
            if (now != null) {
                changed |= wasLiving != now.isLiving() || now.isLiving();
                tell(now);
                follow(now);
                if (wasLiving && now.state() == State.GONE) {
                    observer.onLost(now, "another member says so");
                }
            }
        }
        if (changed) {
            changed();
        }
    }

    /** Somebody says something of this member itself. */
    private void contradict(Member record) {
        if (record.instance() != self.instance()) {
            boolean outlived = Long.compareUnsigned(record.incarnation(), self.incarnation()) < 0;
            if (!outlived && record.isLiving()) {
                left = true;
                observer.onReplaced(record);
                return;
            }
        }
        if (record.isNewerThan(self)) {
            self = self.with(record.incarnation() + 1, State.ALIVE);
            if (joined) {
                table.put(self);
                tell(self);
            }
        }
    }

    private boolean isLiving(String id) {
        Member member = table.get(id);
        return member != null && member.isLiving();
    }

    private void tell(Member member) {
        news.put(member.id(), member);
        if (!newsDue) {
            newsDue = true;
            surroundings.schedule(times.gathering(), this::tellNews);
        }
    }

    private void tellNews() {
        newsDue = false;
        List<Member> all = new ArrayList<>(news.values());
        news.clear();
        for (int from = 0; from < all.size(); from += RECORDS) {
            News.Builder part = News.newBuilder();
            all.subList(from, Math.min(all.size(), from + RECORDS))
                    .forEach(member -> part.addMembers(member.toMessage()));
            Frame frame = Frame.newBuilder().setNews(part).build();
            for (String peer : peers.up()) {
                peers.send(peer, frame);
            }
        }
    }

    // Losses.

    /** What time brings to a member that is not simply alive. */
    private void follow(Member member) {
        String id = member.id();
        switch (member.state()) {
            case SUSPECT:
                surroundings.schedule(times.suspicion(), () -> {
                    if (!left && member.equals(table.get(id))) {
                        declareGone(id, "it was suspected and did not contradict");
                    }
                });
                break;
            case GONE, LEFT:
                // If it lives it hears on a link that is still there what is said of it; if not the link is to end.
                peers.watch(id);
                surroundings.schedule(times.forget(), () -> {
                    if (member.equals(table.get(id))) {
                        table.remove(id);
                    }
                });
                break;
            default:
                peers.dropEarlier(member);
                break;
        }
    }

    private void declareGone(String id, String reason) {
        Member member = table.get(id);
        if (left || member == null || !member.isLiving()) {
            return;
        }
        Member gone = member.with(State.GONE);
        table.put(gone);
        tell(gone);
        follow(gone);
        observer.onLost(gone, reason);
        changed();
    }

    @Override
    public void onDown(String peer, boolean silent) {
        if (left) {
            return;
        }
        if (joining != null && peer.equals(entry)) {
            endJoining("the link to " + peer + " broke before the ring knew of this daemon");
        }
        if (!joined) {
            return;
        }
        Member member = table.get(peer);
        if (isNeighbour(peer)) {
            if (silent) {
                declareGone(peer, "it was silent for " + times.silence() + " ms");
            } else {
                peers.connect(member);
            }
        } else if (member != null && member.state() == State.GONE) {
            look(peer, times.retry());
        } else {
            awaitCalm();
        }
    }

    @Override
    public void onUnreachable(String peer, String reason) {
        if (!left && isNeighbour(peer)) {
            declareGone(peer, reason);
        }
    }

    private boolean isNeighbour(String id) {
        return circle().right() != null
                && (circle().right().id().equals(id) || circle().left().id().equals(id));
    }

    // Links.

    /** Members have come or gone: this one may have other neighbours soon. */
    private void changed() {
        circle = null;
        if (joined && !rearrangementDue) {
            rearrangementDue = true;
            surroundings.schedule(times.gathering(), this::rearrange);
        }
    }

    /** Sees to it that this member has the links that its place in the ring asks for. */
    private void rearrange() {
        rearrangementDue = false;
        if (!joined || left) {
            return;
        }
        observer.onChanged();
        Member right = circle().right();
        if (right != null) {
            peers.connect(right);
            watchNeighbours();
            awaitLeft();
        }
        for (Member member : table.all()) {
            if (member.state() == State.GONE) {
                look(member.id(), times.retry());
            }
        }
        awaitCalm();
    }

    private void watchNeighbours() {
        if (circle().right() != null) {
            peers.watch(circle().right().id());
            peers.watch(circle().left().id());
        }
    }

    /** The left neighbour is to connect; if it does not, perhaps because it does not know of this one, this one does. */
    private void awaitLeft() {
        if (leftAwaited || peers.isUp(circle().left().id())) {
            return;
        }
        leftAwaited = true;
        String awaited = circle().left().id();
        surroundings.schedule(times.patience(), () -> {
            leftAwaited = false;
            Member now = circle().left();
            if (left || now == null || peers.isUp(now.id())) {
                return;
            }
            if (now.id().equals(awaited)) {
                peers.connect(now);
            } else {
                awaitLeft();
            }
        });
    }

    /** Looks for a lost member from time to time, if that is up to this one. */
    private void look(String id, long delay) {
        if (!looking.add(id)) {
            return;
        }
        surroundings.schedule(delay, () -> {
            Member member = table.get(id);
            if (!looking.remove(id) || left || member == null || member.state() != State.GONE) {
                return;
            }
            if (circle().isNextTo(member)) {
                peers.connect(member);
                look(id, Math.min(2 * delay, times.longestRetry()));
            }
        });
    }

    private void awaitCalm() {
        calm.cancel();
        if (!left) {
            calm = surroundings.schedule(times.calm(), this::onCalm);
        }
    }

    /** Opens the chords, so that news and questions find them, and closes what serves no more. */
    private void onCalm() {
        if (circle().right() == null) {
            return;
        }
        Set<String> needed = new HashSet<>();
        needed.add(circle().right().id());
        needed.add(circle().left().id());
        for (Member chord : circle().chords()) {
            needed.add(chord.id());
            peers.connect(chord);
        }
        for (String peer : List.copyOf(peers.up())) {
            if (!isLiving(peer)) {
                peers.drop(peer);
            } else if (inUse.test(peer)) {
                awaitCalm();
            } else if (!needed.contains(peer)) {
                peers.release(peer);
            }
        }
    }
}
