package io.jmpi.launcher;

import io.jmpi.daemon.console.ConsoleClient;
import io.jmpi.daemon.control.Purpose;
import io.jmpi.daemon.control.Request;
import io.jmpi.daemon.control.Trace;
import io.jmpi.daemon.head.Nodes;
import io.jmpi.daemon.job.Connection;
import io.jmpi.daemon.job.RemoteNodes;
import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.RankSpec;
import io.jmpi.job.JobKey;
import io.jmpi.job.NodeHost;
import io.jmpi.launcher.place.Hosts;
import io.jmpi.launcher.place.Member;
import io.jmpi.launcher.place.Placed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A job in a ring of daemons: where its ranks go, and the way there. Loaded only where there is a ring. */
final class RingLaunch {

    private static final long TRACE_MILLIS = 10_000;

    private final Placed placed;

    private RingLaunch(Placed placed) {
        this.placed = placed;
    }

    /**
     * Asks the user's daemon who is in the ring, and places the ranks.
     *
     * @throws IOException when there is no daemon that answers
     * @throws io.jmpi.launcher.place.HostsException when a host that the user has named is not in the ring
     */
    static RingLaunch place(Options options) throws IOException {
        List<Member> members = new ArrayList<>();
        try (ConsoleClient client = ConsoleClient.open(Purpose.TOOL)) {
            Request request =
                    Request.newBuilder().setTrace(Trace.getDefaultInstance()).build();
            for (io.jmpi.daemon.control.Member member :
                    client.call(request, TRACE_MILLIS).getTrace().getMembersList()) {
                members.add(new Member(
                        member.getId(), member.getHost(), member.getSlots(), List.copyOf(member.getAddressesList())));
            }
        }
        return new RingLaunch(options.place(Hosts.ofRing(members)));
    }

    JobSpec job(String name, Options options, boolean staged) {
        List<RankSpec> ranks = new RankMaker(options, true).ranks();
        List<NodeHost> hosts = new ArrayList<>();
        for (Member member : placed.members()) {
            hosts.add(new NodeHost(member.name(), member.addresses()));
        }
        String alias = options.alias() == null ? "" : options.alias();
        return new JobSpec(name, alias, placed.placement(), hosts, JobKey.random(), ranks, staged, false);
    }

    Nodes connect() throws IOException {
        List<String> ids = new ArrayList<>();
        for (Member member : placed.members()) {
            ids.add(member.id());
        }
        return new RemoteNodes(Connection.of(ConsoleClient.open(Purpose.JOB)), ids);
    }
}
