package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Answer;
import io.jmpi.daemon.control.Exit;
import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.Hello;
import io.jmpi.daemon.control.Ping;
import io.jmpi.daemon.control.Purpose;
import io.jmpi.daemon.control.Question;
import io.jmpi.daemon.control.Reply;
import io.jmpi.daemon.net.Door;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One member of the ring with all its parts, in the thread of the network. */
public final class RingNode implements Ring, Membership.Observer, Reception.House {

    /** The time that the last words of a daemon that ends may take to be sent. */
    private static final long FAREWELL_MILLIS = 50;

    /** What happens to a member, for the daemon around it. */
    public interface Observer {

        /** Something worth a line in the log. */
        void onLog(String line);

        /** A stranger was turned away. */
        void onStranger(SocketAddress from, String reason);

        /** The member is out of the ring for good. */
        void onEnd();
    }

    private final Surroundings surroundings;
    private final RingTimes times;
    private final Observer observer;
    private final Membership membership;
    private final Asking asking;
    private final RoundTrips roundTrips;
    private final Reception reception;
    private JobService jobs = new NoJobs();
    private ToolService tools = (link, hello) -> {
        Refusals.refuse(link, "no tools are served here");
        return null;
    };
    private boolean ending;

    /** Who serves tools. */
    public interface ToolService {

        LinkListener onTool(Link link, Hello hello);
    }

    public RingNode(Member self, Surroundings surroundings, RingTimes times, Observer observer) {
        this.surroundings = surroundings;
        this.times = times;
        this.observer = observer;
        membership = new Membership(self, surroundings, times, this);
        asking = new Asking(membership, surroundings, this::reply, this::onReported);
        roundTrips = new RoundTrips(membership);
        reception = new Reception(surroundings, this);
    }

    public void setJobs(JobService jobs) {
        this.jobs = jobs;
    }

    public void setTools(ToolService tools) {
        this.tools = tools;
    }

    /** Who receives those who connect to this member. */
    public Door door() {
        return reception;
    }

    Membership membership() {
        return membership;
    }

    /** Begins a ring of one. */
    public void begin() {
        membership.begin();
    }

    /**
     * Joins the ring of another daemon.
     *
     * @param addresses where that may be reached
     * @param result hears null when this daemon is a member, else why it cannot be one
     */
    public void join(List<String> addresses, int port, Consumer<String> result) {
        membership.join(addresses, port, result);
    }

    /** Whether this daemon is in a ring, if only in one of its own. */
    public boolean isJoined() {
        return membership.isJoined();
    }

    @Override
    public void sendRound(int loops, Runnable back) {
        roundTrips.start(loops, back);
    }

    @Override
    public Member self() {
        return membership.self();
    }

    @Override
    public List<Member> members() {
        return membership.members();
    }

    @Override
    public void ask(Collection<String> members, Question question, long timeoutMillis, Consumer<List<Answer>> answers) {
        List<String> targets = new ArrayList<>();
        Set<String> wanted = Set.copyOf(members);
        for (Member member : members()) {
            if (wanted.contains(member.id())) {
                targets.add(member.id());
            }
        }
        for (String id : wanted) {
            if (!targets.contains(id)) {
                targets.add(id);
            }
        }
        asking.ask(targets, question, timeoutMillis, answers);
    }

    @Override
    public void connect(String id, LinkListener listener) {
        Member member = membership.member(id);
        if (member == null || !member.isLiving()) {
            throw new IllegalArgumentException(id + " is not in the ring");
        }
        new Attempt(
                surroundings,
                times,
                id,
                member.addresses(),
                member.port(),
                Attempt.hello(Purpose.JOB, self()),
                new JobLink(listener));
    }

    @Override
    public void leave() {
        if (!ending) {
            ending = true;
            jobs.onExit();
            membership.leave();
        }
        surroundings.schedule(FAREWELL_MILLIS, () -> {
            membership.close();
            observer.onEnd();
        });
    }

    private void reply(Question question, Consumer<Reply> reply) {
        if (question.hasPing()) {
            reply.accept(Reply.newBuilder().setPing(Ping.getDefaultInstance()).build());
        } else if (question.hasExit()) {
            if (!ending) {
                ending = true;
                jobs.onExit();
                membership.leave();
            }
            reply.accept(Reply.newBuilder().setExit(Exit.getDefaultInstance()).build());
        } else {
            jobs.onQuestion(question, reply);
        }
    }

    private void onReported(Question question) {
        if (question.hasExit() && ending) {
            leave();
        }
    }

    @Override
    public LinkListener onMember(Link link, Hello hello) {
        String id = hello.getSender().getId();
        if (ending || !membership.isJoined()) {
            Refusals.refuse(link, self().id() + " is not in a ring");
            return null;
        } else if (id.equals(self().id())) {
            Refusals.refuse(link, "this daemon is called " + id + " itself");
            return null;
        }
        return membership.peers().onVisitor(link, Member.of(hello.getSender()));
    }

    @Override
    public LinkListener onTool(Link link, Hello hello) {
        link.send(hello(Purpose.TOOL));
        return tools.onTool(link, hello);
    }

    @Override
    public LinkListener onJob(Link link, Hello hello) {
        link.send(hello(Purpose.JOB));
        return jobs.onLink(link, hello);
    }

    private Frame hello(Purpose purpose) {
        return Frame.newBuilder().setHello(Attempt.hello(purpose, self())).build();
    }

    @Override
    public void onStranger(SocketAddress from, String reason) {
        observer.onStranger(from, reason);
    }

    @Override
    public void onChanged() {
        jobs.onMembersChanged();
    }

    @Override
    public void onLost(Member member, String reason) {
        observer.onLog("lost " + member.id() + ": " + reason);
        asking.onLost(member.id());
    }

    @Override
    public void onReplaced(Member other) {
        observer.onLog("another daemon calls itself " + other.id() + ", at " + other.addresses()
                + "; give hosts names of their own");
        membership.close();
        observer.onEnd();
    }

    /** A link for a job, on which this side has said hello first. */
    private static final class JobLink implements Attempt.Outcome {

        private final LinkListener listener;

        JobLink(LinkListener listener) {
            this.listener = listener;
        }

        @Override
        public LinkListener onConnected(Link link, Member peer) {
            listener.onOpen(link);
            return listener;
        }

        @Override
        public void onFailed(String reason) {
            listener.onClosed(null, reason);
        }
    }

    /** A daemon that runs no jobs. */
    private static final class NoJobs implements JobService {

        @Override
        public LinkListener onLink(Link link, Hello hello) {
            Refusals.refuse(link, "no jobs are run here");
            return null;
        }

        @Override
        public void onQuestion(Question question, Consumer<Reply> reply) {
            reply.accept(Reply.getDefaultInstance());
        }
    }
}
