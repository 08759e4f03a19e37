package io.jmpi.daemon.job;

import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.Hello;
import io.jmpi.daemon.control.JobStart;
import io.jmpi.daemon.control.JobsFound;
import io.jmpi.daemon.control.ListJobs;
import io.jmpi.daemon.control.ListJobsReply;
import io.jmpi.daemon.control.PartLink;
import io.jmpi.daemon.control.Question;
import io.jmpi.daemon.control.Reply;
import io.jmpi.daemon.control.SignalJob;
import io.jmpi.daemon.control.StartPart;
import io.jmpi.daemon.control.StartPartReply;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import io.jmpi.daemon.net.Network;
import io.jmpi.daemon.program.Distribution;
import io.jmpi.daemon.ring.JobService;
import io.jmpi.daemon.ring.Ring;
import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.PartOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What a daemon does for jobs: relays those of its launchers, and runs parts. For the thread of the network. */
public final class Jobs implements JobService {

    /** How long members have to say that they start their parts. */
    private static final long ANSWER_MILLIS = 10_000;

    /** How long parts have to come after that. */
    private static final long CONNECT_MILLIS = 10_000;

    private static final int LEAST_WINDOW = 1 << 12;
    private static final int LARGEST_WINDOW = 1 << 24;

    private final Ring ring;
    private final Network network;
    private final Distribution distribution;
    private final Pulse pulse;
    private final Map<String, Relay> relays = new HashMap<>();
    private final List<RemotePart> parts = new ArrayList<>();
    private int lastNumber;

    /**
     * @param distribution of this host, whose classes its ranks use
     * @param pulse of the links of jobs
     */
    public Jobs(Ring ring, Network network, Distribution distribution, Pulse pulse) {
        this.ring = ring;
        this.network = network;
        this.distribution = distribution;
        this.pulse = pulse;
    }

    @Override
    public LinkListener onLink(Link link, Hello hello) {
        return new Newcomer(hello.hasSender());
    }

    /** A launcher or a part, which says with its first frame what it wants. */
    private final class Newcomer implements LinkListener {
        private final boolean isDaemon;

        Newcomer(boolean isDaemon) {
            this.isDaemon = isDaemon;
        }

        @Override
        public void onFrame(Link link, Frame frame) {
            if (frame.hasJobStart() && !isDaemon) {
                onJobStart(link, frame.getJobStart());
            } else if (frame.hasPartLink() && isDaemon) {
                pulse.watch(link);
                onPartLink(link, frame.getPartLink());
            } else {
                link.close("a launcher starts a job, a daemon brings a part: " + frame.getContentCase());
            }
        }

        @Override
        public void onClosed(Link link, String reason) {}
    }

    private void onJobStart(Link launcher, JobStart start) {
        if (start.getMembersCount() != start.getJob().getHostsCount()) {
            launcher.close("a job with " + start.getJob().getHostsCount() + " hosts and " + start.getMembersCount()
                    + " members");
            return;
        }
        lastNumber++;
        String name = lastNumber + "@" + ring.self().id();
        Relay relay = new Relay(name, start, launcher, () -> relays.remove(name));
        relays.put(name, relay);
        StartPart order = StartPart.newBuilder()
                .setJob(start.getJob().toBuilder().setName(name))
                .addAllMembers(start.getMembersList())
                .setHead(ring.self().id())
                .build();
        Set<String> members = new LinkedHashSet<>(start.getMembersList());
        ring.ask(members, Question.newBuilder().setStartPart(order).build(), ANSWER_MILLIS, answers -> {
            relay.onAnswers(answers);
            network.schedule(CONNECT_MILLIS, () -> relay.onPartsDue(CONNECT_MILLIS));
        });
    }

    private void onPartLink(Link link, PartLink hello) {
        Relay relay = relays.get(hello.getJob());
        if (relay == null) {
            link.close("job " + hello.getJob() + " is over");
        } else {
            link.setListener(relay.onPart(hello.getNode(), link));
        }
    }

    @Override
    public void onQuestion(Question question, Consumer<Reply> reply) {
        Reply.Builder answer = Reply.newBuilder();
        if (question.hasStartPart()) {
            answer.setStartPart(StartPartReply.newBuilder().setRefusal(startParts(question.getStartPart())));
        } else if (question.hasListJobs()) {
            answer.setListJobs(list(question.getListJobs()));
        } else if (question.hasKillJob()) {
            answer.setJobsFound(found(kill(question.getKillJob().getJob())));
        } else if (question.hasSignalJob()) {
            answer.setJobsFound(found(signal(question.getSignalJob())));
        }
        reply.accept(answer.build());
    }

    /** @return why not, empty if all went well so far */
    private String startParts(StartPart order) {
        JobSpec job;
        int window = order.getJob().getOutputWindow();
        try {
            job = Descriptions.decode(order.getJob());
        } catch (IllegalArgumentException e) {
            return "a job that makes no sense: " + e.getMessage();
        }
        if (job.placement().nodes() != order.getMembersCount() || window < LEAST_WINDOW || window > LARGEST_WINDOW) {
            return "a job that makes no sense: " + job.placement().nodes() + " nodes, " + order.getMembersCount()
                    + " members, " + window + " bytes of output";
        }
        for (int node = 0; node < order.getMembersCount(); node++) {
            if (order.getMembers(node).equals(ring.self().id())) {
                start(job, node, window, order.getHead());
            }
        }
        return "";
    }

    private void start(JobSpec job, int node, int window, String head) {
        RemotePart part = new RemotePart(job, node, window, distribution, pulse, this::onPartEnd);
        parts.add(part);
        part.start();
        if (head.equals(ring.self().id())) {
            MemoryLink.connect(network, part, new Newcomer(true));
            return;
        }
        try {
            ring.connect(head, part);
        } catch (IllegalArgumentException e) {
            part.onClosed(null, e.getMessage());
        }
    }

    private void onPartEnd(RemotePart part) {
        network.execute(() -> parts.remove(part));
    }

    private ListJobsReply list(ListJobs wanted) {
        ListJobsReply.Builder reply = ListJobsReply.newBuilder();
        String user = System.getProperty("user.name");
        for (RemotePart part : parts) {
            if (part.isOf(wanted.getJob())
                    && (wanted.getUser().isEmpty() || wanted.getUser().equals(user))) {
                reply.addAllRanks(part.ranks());
            }
        }
        return reply.build();
    }

    /** A job is ended by its head, which is a launcher of this daemon. */
    private int kill(String job) {
        int count = 0;
        for (Relay relay : relays.values()) {
            if (relay.isOf(job)) {
                relay.end();
                count++;
            }
        }
        return count;
    }

    private int signal(SignalJob wanted) {
        PartOrder.Signal order = new PartOrder.Signal(wanted.getSignal());
        int count = 0;
        for (RemotePart part : parts) {
            if (part.isOf(wanted.getJob())) {
                part.signal(order);
                count++;
            }
        }
        return count;
    }

    private static JobsFound found(int count) {
        return JobsFound.newBuilder().setCount(count).build();
    }

    @Override
    public void onExit() {
        for (RemotePart part : parts) {
            part.abandon();
        }
    }
}
