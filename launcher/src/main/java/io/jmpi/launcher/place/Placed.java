package io.jmpi.launcher.place;

import io.jmpi.job.Placement;
import java.util.ArrayList;
import java.util.List;

/**
 * A job with a place for each rank.
 *
 * @param placement which rank is on which node
 * @param members the member that each node is, in the order of nodes
 */
public record Placed(Placement placement, List<Member> members) {

    /**
     * The same, reached over one network.
     *
     * @throws HostsException when a member is not in it
     */
    public Placed within(Subnet network) {
        List<Member> narrowed = new ArrayList<>();
        for (Member member : members) {
            narrowed.add(members.size() == 1 ? member : network.narrow(member));
        }
        return new Placed(placement, List.copyOf(narrowed));
    }
}
